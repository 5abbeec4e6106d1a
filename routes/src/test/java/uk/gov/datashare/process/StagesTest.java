package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.HolderNotified;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesTest {

    private static Case atExperts() {
        return Case.submitted(Plans.full())
                .holderSays("T1", Approve::new)
                .holderSays("T2", Approve::new)
                .holderSays("T3", Approve::new);
    }

    @Test
    void the_coordinators_yes_opens_the_first_stage() {
        Case.submitted(Plans.full())
                .holderSays("T1", Approve::new)
                .then(DecisionTaken.class, RequestTriaged.class, StageOpened.class, ApprovalSought.class)
                .stands(State.APPROVING);
    }

    @Test
    void the_coordinators_no_declines_the_request() {
        Case.submitted(Plans.full())
                .holderSays("T1", (id, r) -> new Reject(id, r, Optional.of("wrong agency")))
                .then(DecisionTaken.class, RequestRejected.class)
                .stands(State.REJECTED);
    }

    @Test
    void a_coordinator_may_return_the_request() {
        Case.submitted(Plans.full())
                .holderSays("T1", (id, r) -> new ReturnForChanges(id, r, "say which county"))
                .then(DecisionTaken.class, RequestReturned.class)
                .stands(State.RETURNED);
    }

    @Test
    void a_stage_asks_everybody_in_it_at_once_and_tells_those_who_are_only_told() {
        atExperts().then(DecisionTaken.class, StageOpened.class, ApprovalSought.class, ApprovalSought.class,
                HolderNotified.class).thenJust(StageOpened.class, StageOpened::stage, Stage.EXPERT);
    }

    @Test
    void whoever_is_only_told_is_not_waited_for_and_does_not_decide() {
        atExperts().says("T6", "holder.finance", Approve::new)
                .thenJust(ReplyNotCounted.class, ReplyNotCounted::why, NotCountedBecause.OUT_OF_TURN);
    }

    @Test
    void the_next_stage_waits_for_the_view_that_was_asked_for() {
        atExperts().holderSays("T5", Approve::new)
                .then(DecisionTaken.class)
                .holderSays("T4", Approve::new)
                .then(DecisionTaken.class, StageOpened.class, ApprovalSought.class)
                .thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.NO_OBJECTION);
    }

    @Test
    void an_objection_is_recorded_and_does_not_block() {
        atExperts().holderSays("T5", Approve::new)
                .holderSays("T4", (id, r) -> new Reject(id, r, Optional.of("too much detail")))
                .then(DecisionTaken.class, StageOpened.class, ApprovalSought.class)
                .thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.OBJECTION)
                .stands(State.APPROVING);
    }

    @Test
    void a_binding_no_ends_the_request_and_nobody_else_need_answer() {
        atExperts().holderSays("T5", (id, r) -> new Reject(id, r, Optional.of("no power")))
                .then(DecisionTaken.class, TaskClosed.class, RequestRejected.class)
                .thenJust(RequestRejected.class, RequestRejected::reason, Optional.of("no power"))
                .stands(State.REJECTED);
    }

    @Test
    void agreement_freezes_the_document_and_asks_both_parties_to_sign() {
        Case.submitted(Plans.small())
                .holderSays("T1", Approve::new)
                .holderSays("T2", Approve::new)
                .then(DecisionTaken.class, RequestAgreed.class, DocumentIssued.class, StageOpened.class,
                        ApprovalSought.class, ApprovalSought.class)
                .stands(State.SIGNING);
    }

    @Test
    void the_document_takes_over_what_every_department_may_read_and_nothing_else() {
        var memorandum = memorandum(Case.agreed(Plans.small()));
        assertThat(MessageJson.tree(memorandum).toString())
                .contains("Bridges of the county")
                .doesNotContain("DPIA-SECRET", "FIELD-SECRET", "CERTIFICATE-SECRET", "Lorries would go on",
                        "holder.owner", "asker.lead");
    }

    @Test
    void the_document_names_who_said_yes_by_role_and_what_they_made_it_depend_on() {
        var story = Case.submitted(Plans.small())
                .holderSays("T1", Approve::new)
                .holderSays("T2", (id, r) -> new ApproveWithConditions(id, r, "delete after a year"));
        assertThat(memorandum(story).conditions()).containsExactly("delete after a year");
        assertThat(memorandum(story).approvals()).extracting(approval -> approval.role().words())
                .containsExactly("data share lead", "data owner");
    }

    @Test
    void a_signatory_who_approves_is_told_to_sign() {
        Case.agreed(Plans.small())
                .holderSays("T3", Approve::new)
                .then(ReplyNotUnderstood.class)
                .thenJust(ReplyNotUnderstood.class, ReplyNotUnderstood::why, FromReplies.WRITE_SIGN);
    }

    @Test
    void a_signature_bears_the_hash_of_the_document() {
        var story = Case.agreed(Plans.small());
        story.holderSays("T3", Sign::new)
                .then(DocumentSigned.class)
                .thenJust(DocumentSigned.class, DocumentSigned::documentHash, MessageJson.hash(memorandum(story)));
    }

    @Test
    void a_token_for_the_proposal_does_not_sign_the_document() {
        var story = Case.agreed(Plans.small());
        var dossier = ((Share.Signing) story.share()).dossier();
        var early = Tokens.DIGESTS.digest(Requests.ID, 1, "T3", "asker.signatory", dossier.contentHash());
        story.saysWith(early, "T3", "asker.signatory", Sign::new)
                .thenJust(ReplyNotCounted.class, ReplyNotCounted::why, NotCountedBecause.UNKNOWN_TOKEN);
    }

    @Test
    void the_last_signature_brings_the_arrangement_into_force() {
        var story = Case.agreed(Plans.small()).holderSays("T3", Sign::new).holderSays("T4", Sign::new);
        story.then(DocumentSigned.class, ArrangementActivated.class).stands(State.COMPLETED);
        var arrangement = ((Share.Live) story.share()).arrangement();
        assertThat(arrangement.status()).isEqualTo(Arrangement.Status.ACTIVE);
        assertThat(arrangement.signatures()).extracting(Arrangement.Signature::organisationId)
                .isEqualTo(List.of(Plans.ASKER, Plans.HOLDER));
        assertThat(arrangement.chainHead()).isEqualTo(story.log().getLast().previousHash());
    }

    @Test
    void the_same_signature_twice_counts_once_even_when_it_was_the_last() {
        Case.live(Plans.small()).says("T4", "holder.signatory", Sign::new).thenNothing("they said the same before");
    }

    @Test
    void a_refusal_to_sign_rejects_the_request() {
        Case.agreed(Plans.small())
                .holderSays("T4", (id, r) -> new Reject(id, r, Optional.of("not our policy any more")))
                .then(DecisionTaken.class, TaskClosed.class, RequestRejected.class)
                .stands(State.REJECTED);
    }

    @Test
    void the_log_proves_itself() {
        var log = Case.live(Plans.full()).log();
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.get(i).previousHash()).isEqualTo(MessageJson.hash(log.get(i - 1)));
            assertThat(log.get(i).sequence()).isEqualTo(i + 1L);
        }
    }

    private static Memorandum memorandum(Case story) {
        return ((Share.Signing) story.share()).memorandum();
    }
}
