package uk.gov.datashare.process;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Absence;
import uk.gov.datashare.contracts.Absence.Moves;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/** Who is away and who cannot be reached: by the organisation's rule, and never a decision. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AbsenceTest {

    /** T1 came to asker.lead on Monday 1 June 2026, and is due on Monday 8 June at five. */
    private final Case story = Case.submitted(Plans.small());

    private static Case ruledBy(Moves moves, int days) {
        return Case.submitted(Plans.small(new Absence(moves, days)));
    }

    private static Case.Saying awayUntil(String day, String... cover) {
        return (id, r) -> new ReportAway(id, r, Optional.of(LocalDate.parse(day)),
                cover.length == 0 ? Optional.empty() : Optional.of(cover[0]));
    }

    private static final Case.Saying AWAY = (id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty());
    private static final Case.Saying BACK_FOR_GOOD = (id, r) -> new ReportBounce(id, r, true);
    private static final Case.Saying BACK_FOR_NOW = (id, r) -> new ReportBounce(id, r, false);

    @Test
    void a_short_absence_is_waited_out_and_whoever_is_back_is_reminded() {
        story.holderSays("T1", awayUntil("2026-06-04"))
                .then(ApproverAway.class)
                .isHeldBy("T1", "asker.lead")
                .timePasses("2026-06-04T08:59")
                .thenNothing()
                .timePasses("2026-06-04T09:00")
                .then(ApproverReminded.class)
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 60)
                .sweeps()
                .thenNothing();
    }

    @Test
    void who_would_be_back_on_the_last_day_has_one_working_day_left() {
        ruledBy(Moves.BACKUP_FIRST, 5).holderSays("T1", awayUntil("2026-06-08")).then(ApproverAway.class);
    }

    @Test
    void who_would_be_back_too_late_is_stood_in_for_however_short_the_absence() {
        ruledBy(Moves.BACKUP_FIRST, 20).holderSays("T1", awayUntil("2026-06-09"))
                .then(ApproverAway.class, TaskEscalated.class)
                .isHeldBy("T1", "asker.lead.backup")
                .isDue("T1", "2026-06-08T17:00");
    }

    @Test
    void an_absence_that_is_longer_than_the_organisation_waits_moves_the_task() {
        story.holderSays("T1", awayUntil("2026-06-05"))
                .then(ApproverAway.class, TaskEscalated.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void a_day_of_return_that_has_passed_says_nothing() {
        story.at("2026-06-03T10:00").holderSays("T1", awayUntil("2026-06-02"))
                .then(ApproverAway.class, TaskEscalated.class, RoleLooksVacant.class);
    }

    @Test
    void a_day_of_return_on_a_weekend_is_the_monday_after_it() {
        ruledBy(Moves.BACKUP_FIRST, 5).holderSays("T1", awayUntil("2026-06-06"))
                .timePasses("2026-06-06T12:00")
                .thenNothing()
                .timePasses("2026-06-08T09:00")
                .then(ApproverReminded.class);
    }

    @Test
    void the_same_absence_told_again_is_known() {
        story.holderSays("T1", awayUntil("2026-06-04"))
                .holderSays("T1", awayUntil("2026-06-04"))
                .thenNothing("their absence is known");
    }

    @Test
    void a_cover_who_is_registered_for_the_task_is_asked_first() {
        story.holderSays("T1", awayUntil("2026-06-30", "asker.chief"))
                .then(ApproverAway.class, TaskEscalated.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.chief");
    }

    @Test
    void a_cover_who_is_not_registered_for_the_task_is_recorded_and_the_backup_is_asked() {
        story.holderSays("T1", awayUntil("2026-06-15", "asker.colleague"))
                .thenJust(ApproverAway.class, ApproverAway::cover, Optional.of("asker.colleague"))
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void by_the_rule_that_names_the_escalation_contact_it_goes_there_and_no_cover_changes_that() {
        ruledBy(Moves.ESCALATION_CONTACT, 0).holderSays("T1", awayUntil("2026-06-15", "asker.lead.backup"))
                .isHeldBy("T1", "asker.chief");
    }

    @Test
    void by_the_rule_to_wait_the_holder_keeps_it_until_it_is_due_and_then_silence_moves_it() {
        ruledBy(Moves.WAIT, 0).holderSays("T1", awayUntil("2026-06-15"))
                .then(ApproverAway.class)
                .timePasses("2026-06-08T17:00")
                .then(TaskEscalated.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void whoever_cannot_be_reached_is_not_waited_for_by_any_rule() {
        ruledBy(Moves.WAIT, 20).holderSays("T1", BACK_FOR_GOOD).isHeldBy("T1", "asker.lead.backup");
        ruledBy(Moves.ESCALATION_CONTACT, 20).holderSays("T1", BACK_FOR_GOOD).isHeldBy("T1", "asker.chief");
    }

    @Test
    void the_third_letter_in_a_row_that_comes_back_for_now_is_one_that_does_for_good() {
        story.holderSays("T1", BACK_FOR_NOW)
                .then(ApproverNotReached.class)
                .holderSays("T1", BACK_FOR_NOW)
                .then(ApproverNotReached.class)
                .holderSays("T1", BACK_FOR_NOW)
                .then(ApproverNotReached.class, TaskEscalated.class, RoleLooksVacant.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void a_word_from_the_holder_begins_the_row_anew() {
        story.holderSays("T1", BACK_FOR_NOW)
                .holderSays("T1", BACK_FOR_NOW)
                .holderSays("T1", (id, r) -> new AskQuestion(id, r, "how many roads?"))
                .holderSays("T1", BACK_FOR_NOW)
                .then(ApproverNotReached.class)
                .isHeldBy("T1", "asker.lead");
    }

    @Test
    void an_absence_without_an_end_or_a_long_one_makes_the_role_look_vacant_once() {
        story.holderSays("T1", AWAY)
                .thenJust(RoleLooksVacant.class, RoleLooksVacant::why, LooksVacantBecause.AWAY)
                .thenJust(RoleLooksVacant.class, RoleLooksVacant::holder, "asker.lead");
        Case.submitted(Plans.small())
                .holderSays("T1", awayUntil("2026-09-30"))
                .thenJust(RoleLooksVacant.class, RoleLooksVacant::until, Optional.of(LocalDate.of(2026, 9, 30)))
                .submits(2)
                .holderSays("T1", AWAY)
                .then(ApproverAway.class, TaskEscalated.class);
    }

    @Test
    void a_delegate_who_cannot_be_reached_says_nothing_about_the_role() {
        story.holderSays("T1", (id, r) -> new Delegate(id, r, "asker.deputy", Optional.of("you know it better")))
                .thenJust(TaskDelegated.class, TaskDelegated::comment, Optional.of("you know it better"))
                .holderSays("T1", BACK_FOR_GOOD)
                .then(ApproverNotReached.class, TaskEscalated.class)
                .isHeldBy("T1", "asker.lead.backup");
    }

    @Test
    void the_silence_of_the_holder_and_of_the_backup_makes_the_role_look_vacant() {
        story.timePasses("2026-06-08T17:00")
                .then(TaskEscalated.class)
                .timePasses("2026-06-11T17:00")
                .then(TaskEscalated.class, RoleLooksVacant.class)
                .thenJust(RoleLooksVacant.class, RoleLooksVacant::why, LooksVacantBecause.SILENT)
                .thenJust(RoleLooksVacant.class, RoleLooksVacant::holder, "asker.lead")
                .isHeldBy("T1", "asker.chief");
    }

    @Test
    void a_question_to_somebody_who_cannot_be_reached_goes_to_somebody_else_while_the_clock_stands_still() {
        var asked = Case.submitted(Plans.small())
                .holderSays("T1", Approve::new)
                .holderSays("T2", (id, r) -> new AskQuestion(id, r, "how many roads?"));
        asked.says("T2", "asker.lead", BACK_FOR_GOOD)
                .then(ApproverNotReached.class, QuestionAsked.class, RoleLooksVacant.class)
                .thenJust(QuestionAsked.class, QuestionAsked::askedOf, "asker.lead.backup")
                .says("T2", "asker.lead.backup", AWAY)
                .thenJust(QuestionAsked.class, QuestionAsked::askedOf, "asker.chief");
    }

    @Test
    void what_is_said_with_a_yes_or_a_not_mine_is_kept() {
        story.holderSays("T1", (id, r) -> new Approve(id, r, Optional.of("glad to")))
                .thenJust(DecisionTaken.class, DecisionTaken::comment, Optional.of("glad to"))
                .says("T1", "asker.lead", (id, r) -> new Approve(id, r, Optional.of("glad to")))
                .thenNothing("they said the same before");
        Case.submitted(Plans.small())
                .holderSays("T1", (id, r) -> new Disclaim(id, r, Optional.of("ask licensing")))
                .thenJust(TaskEscalated.class, TaskEscalated::comment, Optional.of("ask licensing"));
    }
}
