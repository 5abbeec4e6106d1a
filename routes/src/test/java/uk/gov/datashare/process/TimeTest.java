package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeTest {

    private static Case withOwner() {
        return Case.submitted(Plans.small()).holderSays("T1", Approve::new).isDue("T2", "2026-06-15T17:00");
    }

    @Test
    void a_silent_holder_is_reminded_at_half_and_at_four_fifths_of_their_time() {
        withOwner().timePasses("2026-06-08T16:59")
                .thenNothing()
                .timePasses("2026-06-08T17:00")
                .then(ApproverReminded.class)
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 50)
                .timePasses("2026-06-11T17:00")
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 80);
    }

    @Test
    void time_says_the_same_thing_once() {
        withOwner().timePasses("2026-06-08T17:00").then(ApproverReminded.class).sweeps().thenNothing();
    }

    @Test
    void reminders_that_were_missed_while_the_hub_stood_still_are_one() {
        withOwner().timePasses("2026-06-12T09:00")
                .then(ApproverReminded.class)
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 80);
    }

    @Test
    void silence_until_it_is_due_takes_the_task_to_the_backup_with_half_the_time() {
        withOwner().timePasses("2026-06-15T17:00")
                .then(TaskEscalated.class)
                .isHeldBy("T2", "holder.owner.backup")
                .isDue("T2", "2026-06-22T17:00");
    }

    @Test
    void the_backups_silence_takes_it_to_the_escalation_contact() {
        withOwner().timePasses("2026-06-15T17:00").timePasses("2026-06-22T17:00").isHeldBy("T2", "holder.chief");
    }

    @Test
    void everybodys_silence_for_twenty_working_days_more_ends_the_case() {
        withOwner().timePasses("2026-06-15T17:00")
                .timePasses("2026-06-22T17:00")
                .isDue("T2", "2026-06-29T17:00")
                .timePasses("2026-06-29T17:00")
                .timePasses("2026-07-27T16:59")
                .thenNothing()
                .timePasses("2026-07-27T17:00")
                .then(TaskClosed.class, RequestLapsed.class)
                .thenJust(RequestLapsed.class, RequestLapsed::silentTasks, List.of("T2"))
                .stands(State.LAPSED);
    }

    @Test
    void nothing_is_ever_approved_by_silence() {
        var story = Case.submitted(Plans.full());
        for (int steps = 0; PROCESS.nextDeadline(story.share()).isPresent() && steps < 100; steps++) {
            story.at(PROCESS.nextDeadline(story.share()).orElseThrow()).sweeps();
        }
        story.stands(State.LAPSED);
        assertThat(story.log()).noneMatch(recorded -> recorded.event() instanceof DecisionTaken);
    }

    @Test
    void a_silent_coordinator_holds_nobody_up() {
        Case.submitted(Plans.full())
                .timePasses("2026-06-04T17:00")
                .then(TaskClosed.class, RequestTriaged.class, StageOpened.class, ApprovalSought.class)
                .thenJust(TaskClosed.class, TaskClosed::why, ClosedBecause.EXPIRED)
                .stands(State.APPROVING);
    }

    @Test
    void a_view_that_is_not_given_in_time_is_not_waited_for() {
        var story = Case.submitted(Plans.full());
        List.of("T1", "T2", "T3", "T5").forEach(task -> story.holderSays(task, Approve::new));
        story.timePasses("2026-06-15T17:00").then(TaskClosed.class, StageOpened.class, ApprovalSought.class);
    }

    @Test
    void a_question_from_whoever_was_only_asked_for_a_view_holds_nobody_up() {
        var story = Case.submitted(Plans.full());
        List.of("T1", "T2", "T3", "T5").forEach(task -> story.holderSays(task, Approve::new));
        story.holderSays("T4", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .stands(State.APPROVING)
                .timePasses("2026-06-15T17:00")
                .then(TaskClosed.class, StageOpened.class, ApprovalSought.class);
    }

    @Test
    void a_question_that_nobody_answers_ends_the_case_in_the_end() {
        withOwner().holderSays("T2", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .timePasses("2026-06-29T16:59")
                .thenNothing()
                .timePasses("2026-06-29T17:00")
                .then(TaskClosed.class, RequestLapsed.class);
    }

    @Test
    void a_returned_request_that_never_comes_back_lapses() {
        withOwner().holderSays("T2", (id, r) -> new ReturnForChanges(id, r, "say more"))
                .timePasses("2026-06-29T17:00")
                .then(RequestLapsed.class)
                .stands(State.LAPSED);
    }

    @Test
    void a_delegate_keeps_the_time_and_is_reminded_in_their_own() {
        withOwner().at("2026-06-09T10:00")
                .holderSays("T2", (id, r) -> new Delegate(id, r, "holder.deputy", Optional.empty()))
                .isDue("T2", "2026-06-15T17:00")
                .timePasses("2026-06-11T17:00")
                .thenJust(ApproverReminded.class, ApproverReminded::to, "holder.deputy");
    }

    @Test
    void whoever_gets_a_task_after_its_time_has_half_of_it_again() {
        withOwner().timePasses("2026-06-15T17:00")
                .timePasses("2026-06-22T17:00")
                .at("2026-06-30T10:00")
                .holderSays("T2", (id, r) -> new Delegate(id, r, "holder.deputy", Optional.empty()))
                .isDue("T2", "2026-07-07T17:00");
    }

    @Test
    void a_bank_holiday_is_no_working_day() {
        Case.unseen().at("2026-08-27T10:00").submits(1).isDue("T1", "2026-09-04T17:00");
    }

    @Test
    void an_arrangement_expires_when_its_last_day_is_over_in_london() {
        var story = Case.live(Plans.small()).timePasses("2027-06-30T23:59").thenNothing();
        story.timePasses("2027-07-01T00:00").then(ArrangementExpired.class).stands(State.COMPLETED);
        var expired = ((ArrangementExpired) story.log().getLast().event()).arrangement();
        assertThat(expired.status()).isEqualTo(Arrangement.Status.EXPIRED);
        assertThat(expired.version()).isEqualTo(2);
        assertThat(expired.chainHead()).isEqualTo(story.log().getLast().previousHash());
    }

    private static final ShareProcess PROCESS = Case.PROCESS;
}
