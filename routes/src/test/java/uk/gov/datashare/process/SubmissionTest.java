package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionTest {

    @Test
    void a_request_comes_first_before_the_suppliers_coordinator() {
        Case.submitted(Plans.full())
                .then(RequestSubmitted.class, StageOpened.class, ApprovalSought.class)
                .thenJust(ApprovalSought.class, ApprovalSought::to, "holder.coordinator")
                .stands(State.TRIAGE)
                .isDue("T1", "2026-06-04T17:00");
    }

    @Test
    void a_request_without_coordinators_goes_straight_to_its_first_stage() {
        Case.submitted(Plans.small())
                .then(RequestSubmitted.class, RequestTriaged.class, StageOpened.class, ApprovalSought.class)
                .thenJust(StageOpened.class, StageOpened::stage, Stage.CONFIRM)
                .stands(State.APPROVING)
                .isHeldBy("T1", "asker.lead");
    }

    @Test
    void a_department_that_begins_with_a_later_version_is_heard_since_the_first_may_have_been_invalid() {
        Case.unseen().submits(2).stands(State.APPROVING);
    }

    @Test
    void a_plan_that_names_no_signatory_opens_nothing() {
        Case.unseen()
                .does(Requests.submit(1, new Plans().lead().owner().plan()))
                .thenNothing("its plan names nobody who must approve, or nobody who signs, or a task twice");
    }

    @Test
    void a_plan_that_names_nobody_who_must_approve_opens_nothing() {
        Case.unseen()
                .does(Requests.submit(1, new Plans().coordinator().signatories().plan()))
                .thenNothing("its plan names nobody who must approve, or nobody who signs, or a task twice");
    }

    @Test
    void the_same_version_again_is_already_received() {
        Case.submitted(Plans.small()).submits(1).thenNothing("version 1 was received already");
    }

    @Test
    void the_same_version_with_other_content_does_not_change_what_is_approved() {
        var other = Requests.submit(9, Plans.small());
        Case.submitted(Plans.small())
                .does(new SubmitRequest(other.requestId(),
                        other.organisationId(), other.externalRef(), 1, other.requestType(),
                        other.relatedArrangementId(), other.parties(), other.proposal(), other.contentHash(),
                        other.plan(), other.warnings()))
                .thenNothing(
                        "version 1 was received already with other content, which counts: send a change as version 2");
    }

    @Test
    void an_older_version_is_too_late() {
        Case.submitted(Plans.small())
                .submits(2)
                .submits(1)
                .thenNothing("version 2 is in hand, so version 3 is the next");
    }

    @Test
    void a_version_that_leaves_one_out_is_too_early() {
        Case.submitted(Plans.small()).submits(3).thenNothing("version 1 is in hand, so version 2 is the next");
    }

    @Test
    void a_new_version_while_people_are_asked_supersedes_what_they_were_asked() {
        Case.submitted(Plans.small())
                .submits(2)
                .then(TaskClosed.class, RequestSubmitted.class, RequestTriaged.class, StageOpened.class,
                        ApprovalSought.class)
                .thenJust(TaskClosed.class, TaskClosed::why, ClosedBecause.SUPERSEDED)
                .stands(State.APPROVING);
    }

    @Test
    void every_event_is_recorded_under_the_version_that_it_is_about() {
        var story = Case.submitted(Plans.small()).submits(2);
        assertThat(story.log())
                .extracting(recorded -> recorded.version() + " " + recorded.event().getClass().getSimpleName())
                .containsExactly("1 RequestSubmitted", "1 RequestTriaged", "1 StageOpened", "1 ApprovalSought",
                        "1 TaskClosed", "2 RequestSubmitted", "2 RequestTriaged", "2 StageOpened", "2 ApprovalSought");
    }

    @Test
    void a_returned_request_comes_back_as_its_next_version_and_everybody_is_asked_anew() {
        Case.submitted(Plans.small())
                .holderSays("T1", Approve::new)
                .holderSays("T2", (id, reply) -> new ReturnForChanges(id, reply, "say why height matters"))
                .then(DecisionTaken.class, RequestReturned.class)
                .stands(State.RETURNED)
                .submits(2)
                .then(RequestSubmitted.class, RequestTriaged.class, StageOpened.class, ApprovalSought.class)
                .isHeldBy("T1", "asker.lead");
    }

    @Test
    void a_new_version_waits_while_the_memorandum_is_being_signed() {
        Case.agreed(Plans.small())
                .submits(2)
                .thenNothing("the memorandum is being signed: a new version can follow once a signatory returns it, "
                        + "or under a new reference after a withdrawal");
    }

    @Test
    void a_signatory_may_send_it_back_and_then_the_next_version_follows() {
        Case.agreed(Plans.small())
                .holderSays("T3", (id, reply) -> new ReturnForChanges(id, reply, "our name is misspelt"))
                .then(DecisionTaken.class, TaskClosed.class, RequestReturned.class)
                .submits(2)
                .stands(State.APPROVING);
    }

    @Test
    void what_the_hub_may_not_carry_is_refused() {
        Case.unseen().isRefused(1).then(RequestRefused.class).stands(State.REFUSED);
    }

    @Test
    void a_next_version_that_the_hub_may_not_carry_ends_the_case() {
        Case.submitted(Plans.small()).isRefused(2).then(TaskClosed.class, RequestRefused.class).stands(State.REFUSED);
    }

    @Test
    void a_version_in_hand_is_not_refused_afterwards() {
        Case.submitted(Plans.small()).isRefused(1).thenNothing("version 1 was received already");
    }

    @Test
    void a_department_may_withdraw_while_people_are_asked() {
        Case.submitted(Plans.small())
                .withdraws()
                .then(TaskClosed.class, RequestWithdrawn.class)
                .thenJust(TaskClosed.class, TaskClosed::why, ClosedBecause.CANCELLED)
                .stands(State.WITHDRAWN);
    }

    @Test
    void a_department_may_withdraw_while_it_is_being_signed() {
        Case.agreed(Plans.small())
                .withdraws()
                .then(TaskClosed.class, TaskClosed.class, RequestWithdrawn.class)
                .stands(State.WITHDRAWN);
    }

    @Test
    void an_arrangement_in_force_is_not_withdrawn() {
        Case.live(Plans.small()).withdraws().thenNothing("the arrangement is in force, and is ended by its parties");
    }

    @Test
    void nobody_withdraws_what_nobody_asked_for() {
        Case.unseen().withdraws().thenNothing("no request has come in under this reference");
    }

    @Test
    void nobody_withdraws_another_organisations_request() {
        Case.submitted(Plans.small())
                .does(new WithdrawRequest(Requests.ID, Plans.HOLDER, Requests.REFERENCE, "we object"))
                .thenNothing("the case is another organisation's");
    }

    @Test
    void a_closed_share_stays_closed() {
        var rejected = Case.submitted(Plans.small())
                .holderSays("T1", (id, reply) -> new Reject(id, reply, Optional.of("no")))
                .stands(State.REJECTED);
        rejected.submits(2).thenNothing("the case is over: it was rejected").stands(State.REJECTED);
        rejected.withdraws().thenNothing("the case is over: it was rejected").stands(State.REJECTED);
        rejected.isRefused(2).thenNothing("the case is over: it was rejected").stands(State.REJECTED);
    }

    @Test
    void an_answer_to_no_question_says_so() {
        Case.submitted(Plans.small())
                .departmentAnswers("T1", "because")
                .thenNothing("no question is open on task T1");
    }

    @Test
    void a_department_answers_a_question_from_its_own_system() {
        Case.submitted(Plans.small())
                .holderSays("T1", (id, reply) -> new AskQuestion(id, reply, "which roads?"))
                .departmentAnswers("T1", "all of them")
                .then(QuestionAnswered.class)
                .stands(State.APPROVING);
    }
}
