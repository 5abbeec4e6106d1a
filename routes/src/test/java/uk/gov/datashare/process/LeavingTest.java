package uk.gov.datashare.process;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavingTest {

    @Test
    void the_task_of_who_has_left_goes_to_whom_the_registry_names_now() {
        withOwner().does(left("T2", "holder.owner", "holder.newcomer")).then(TaskEscalated.class)
                .thenJust(TaskEscalated.class, TaskEscalated::why, MovedBecause.LEFT_THE_POST)
                .isHeldBy("T2", "holder.newcomer");
    }

    @Test
    void where_it_names_nobody_the_backup_is_asked() {
        withOwner().does(left("T2", "holder.owner")).isHeldBy("T2", "holder.owner.backup");
    }

    @Test
    void their_own_yes_does_not_count_any_more() {
        var story = withOwner().does(left("T2", "holder.owner", "holder.newcomer"));
        story.says("T2", "holder.owner", Approve::new)
                .thenJust(ReplyNotCounted.class, ReplyNotCounted::why, NotCountedBecause.NOT_YOURS);
    }

    @Test
    void what_they_decided_before_stands() {
        withOwner().does(left("T1", "asker.lead", "asker.newcomer")).thenNothing("they are not asked anything");
    }

    @Test
    void the_same_report_again_changes_nothing() {
        withOwner().does(left("T2", "holder.owner", "holder.newcomer"))
                .does(left("T2", "holder.owner", "holder.newcomer")).thenNothing("they are not asked anything");
    }

    @Test
    void where_nobody_is_left_the_steward_is_told_once() {
        var story = withOwner();
        for (String person : List.of("holder.owner", "holder.owner.backup")) {
            story.does(left("T2", person));
        }
        story.isHeldBy("T2", "holder.chief").does(left("T2", "holder.chief")).then(RoleLooksVacant.class)
                .does(left("T2", "holder.chief")).thenNothing("nobody else is registered for it");
    }

    @Test
    void a_question_to_who_has_left_is_put_to_somebody_else() {
        withOwner().holderSays("T2", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .does(left("T2", "asker.lead")).then(QuestionAsked.class)
                .thenJust(QuestionAsked.class, QuestionAsked::askedOf, "asker.lead.backup");
    }

    private static Case withOwner() {
        return Case.submitted(Plans.small()).holderSays("T1", Approve::new);
    }

    private static ReportLeaver left(String taskId, String person, String... successors) {
        return new ReportLeaver(Requests.ID, taskId, person, List.of(successors), 2);
    }
}
