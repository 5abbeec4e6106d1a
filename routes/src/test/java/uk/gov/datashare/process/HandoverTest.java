package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandoverTest {

    private final Case story = Case.submitted(Plans.small());

    @Test
    void a_delegate_holds_the_task_and_the_old_token_is_void() {
        story.holderSays("T1", (id, r) -> new Delegate(id, r, "asker.deputy", Optional.empty()))
                .then(TaskDelegated.class)
                .isHeldBy("T1", "asker.deputy")
                .isDue("T1", "2026-06-08T17:00")
                .says("T1", "asker.lead", Approve::new);
        story.thenJust(ReplyNotCounted.class, ReplyNotCounted::why, NotCountedBecause.NOT_YOURS);
        story.says("T1", "asker.deputy", Approve::new).thenJust(DecisionTaken.class, DecisionTaken::by, "asker.deputy");
    }

    @Test
    void whoever_is_not_the_right_person_passes_the_task_to_their_backup() {
        story.holderSays("T1", Disclaim::new)
                .then(TaskEscalated.class)
                .thenJust(TaskEscalated.class, TaskEscalated::why, MovedBecause.NOT_THEIRS)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void somebody_who_is_away_is_stood_in_for() {
        story.holderSays("T1",
                (id, r) -> new ReportAway(id, r, Optional.of(LocalDate.of(2026, 8, 31)), Optional.empty()))
                .then(ApproverAway.class, TaskEscalated.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void a_letter_that_comes_back_goes_to_the_backup_and_then_to_the_escalation_contact_and_then_nowhere() {
        story.holderSays("T1", (id, r) -> new ReportBounce(id, r, true))
                .then(ApproverNotReached.class, TaskEscalated.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.lead.backup")
                .holderSays("T1", (id, r) -> new ReportBounce(id, r, true))
                .isHeldBy("T1", "asker.chief")
                .holderSays("T1", (id, r) -> new ReportBounce(id, r, true))
                .then(ApproverNotReached.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.chief")
                .stands(State.APPROVING);
    }

    @Test
    void a_letter_that_is_only_late_stays_where_it_is() {
        story.holderSays("T1", (id, r) -> new ReportBounce(id, r, false))
                .then(ApproverNotReached.class)
                .isHeldBy("T1", "asker.lead");
    }

    @Test
    void a_mail_server_is_believed_for_the_token_alone_that_its_bounce_bears() {
        story.saysWith(story.token("T1", "asker.lead"), "T1", "", (id, r) -> new ReportBounce(id, r, true))
                .then(ApproverNotReached.class, TaskEscalated.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void an_absence_that_a_colleagues_mailbox_reports_is_not_the_holders() {
        story.saysWith(story.token("T1", "asker.lead"), "T1", "asker.deputy",
                (id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty()))
                .thenNothing("nobody waits for an answer from there")
                .saysWith(story.token("T1", "asker.lead"), "T1", "",
                        (id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty()))
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void automatic_mail_from_whoever_holds_nothing_is_never_answered() {
        story.saysWith("0".repeat(64), "T1", "", (id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty()))
                .thenNothing("nobody waits for an answer from there")
                .saysWith("0".repeat(64), "T1", "", (id, r) -> new ReportBounce(id, r, true))
                .thenNothing("nobody waits for an answer from there");
    }

    @Test
    void a_vacant_role_is_asked_of_the_escalation_contact_and_never_approved_by_default() {
        var vacant = Case.submitted(new Plans().lead().vacant().owner().signatories().plan());
        vacant.isHeldBy("T1", "asker.chief").holderSays("T1", Disclaim::new);
        vacant.then(ReplyNotUnderstood.class)
                .thenJust(ReplyNotUnderstood.class, ReplyNotUnderstood::why, FromReplies.NOBODY_LEFT)
                .timePasses("2026-12-31T12:00")
                .sweeps()
                .stands(State.LAPSED);
        assertThat(vacant.log()).noneMatch(recorded -> recorded.event() instanceof DecisionTaken);
    }
}
