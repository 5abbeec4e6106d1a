package uk.gov.datashare.process;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** Everybody's time for an answer is counted in the working days of their own part of the country, and stands still meanwhile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeOfTheirOwnTest {

    /** Over Easter, Saint Andrew's day and the twelfth of July, each of which is kept in some parts only. */
    @ParameterizedTest
    @CsvSource({"ENGLAND_AND_WALES, 2026-04-02, 2026-04-13, 2026-04-16, 2026-04-20, 2026-04-27",
            "SCOTLAND,          2026-04-02, 2026-04-10, 2026-04-15, 2026-04-17, 2026-04-24",
            "NORTHERN_IRELAND,  2026-04-02, 2026-04-13, 2026-04-16, 2026-04-20, 2026-04-27",
            "ENGLAND_AND_WALES, 2026-11-26, 2026-12-03, 2026-12-08, 2026-12-10, 2026-12-17",
            "SCOTLAND,          2026-11-26, 2026-12-04, 2026-12-09, 2026-12-11, 2026-12-18",
            "NORTHERN_IRELAND,  2026-11-26, 2026-12-03, 2026-12-08, 2026-12-10, 2026-12-17",
            "ENGLAND_AND_WALES, 2026-07-09, 2026-07-16, 2026-07-21, 2026-07-23, 2026-07-30",
            "SCOTLAND,          2026-07-09, 2026-07-16, 2026-07-21, 2026-07-23, 2026-07-30",
            "NORTHERN_IRELAND,  2026-07-09, 2026-07-17, 2026-07-22, 2026-07-24, 2026-07-31"})
    void of_ten_days_half_and_four_fifths_bring_reminders_all_the_backup_and_half_as_much_again_the_escalation_contact(
            Calendar calendar, String asked, String half, String fourFifths, String all, String halfAsMuchAgain) {
        ownerAsked(calendar, asked)
                .timePasses(half + "T16:59").thenNothing()
                .timePasses(half + "T17:00").then(ApproverReminded.class)
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 50)
                .timePasses(fourFifths + "T16:59").thenNothing()
                .timePasses(fourFifths + "T17:00").then(ApproverReminded.class)
                .thenJust(ApproverReminded.class, ApproverReminded::percent, 80)
                .timePasses(all + "T16:59").thenNothing()
                .timePasses(all + "T17:00").then(TaskEscalated.class)
                .isHeldBy("T2", "holder.owner.backup").isDue("T2", halfAsMuchAgain + "T17:00")
                .timePasses(halfAsMuchAgain + "T17:00")
                .isHeldBy("T2", "holder.chief");
    }

    /** Over Easter Monday, on which Scotland works. */
    @ParameterizedTest
    @CsvSource({"ENGLAND_AND_WALES, 2026-04-17", "SCOTLAND, 2026-04-16", "NORTHERN_IRELAND, 2026-04-17"})
    void while_a_question_is_open_their_time_stands_still_by_their_own_days(Calendar calendar, String due) {
        ownerAsked(calendar, "2026-04-01").isDue("T2", due + "T17:00")
                .at("2026-04-02T10:00").holderSays("T2", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .stands(State.QUERIED)
                .timePasses("2026-04-08T09:59").thenNothing()
                .at("2026-04-08T10:00").departmentAnswers("T2", "all of them")
                .isDue("T2", "2026-04-21T17:00")
                .timePasses("2026-04-14T16:59").thenNothing()
                .timePasses("2026-04-14T17:00").thenJust(ApproverReminded.class, ApproverReminded::percent, 50)
                .timePasses("2026-04-17T17:00").thenJust(ApproverReminded.class, ApproverReminded::percent, 80)
                .timePasses("2026-04-21T17:00").then(TaskEscalated.class);
    }

    @Test
    void a_question_that_is_open_over_a_reminder_and_over_the_end_of_their_time_brings_neither() {
        ownerAsked(Calendar.SCOTLAND, "2026-04-02")
                .at("2026-04-07T10:00").holderSays("T2", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .timePasses("2026-04-10T17:00").thenNothing()
                .timePasses("2026-04-17T17:00").thenNothing()
                .at("2026-04-20T10:00").departmentAnswers("T2", "all of them")
                .isDue("T2", "2026-04-30T17:00");
    }

    /** The lead has confirmed, and the data's owner has ten working days from this morning on. */
    private static Case ownerAsked(Calendar calendar, String day) {
        ApprovalPlan plan = Plans.small();
        List<PlannedTask> tasks = plan.tasks().stream().map(t -> t.taskId().equals("T2")
                ? new PlannedTask(t.taskId(), t.organisationId(), t.side(), t.role(), t.mode(), t.stage(), t.assignee(),
                        t.backups(), t.escalation(), t.vacant(), t.floor(), t.slaWorkingDays(), calendar, t.absence(),
                        t.reasons())
                : t).toList();
        return Case.unseen(new ApprovalPlan(plan.rulesVersion(), plan.registryVersion(), tasks))
                .at(day + "T10:00").submits(1).holderSays("T1", Approve::new);
    }
}
