package uk.gov.datashare.process;

import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyTest {

    private final Case story = Case.submitted(Plans.small());

    private void notCounted(NotCountedBecause why) {
        story.then(ReplyNotCounted.class).thenJust(ReplyNotCounted.class, ReplyNotCounted::why, why);
    }

    @Test
    void the_holders_yes_opens_the_next_stage() {
        story.holderSays("T1", Approve::new)
                .then(DecisionTaken.class, StageOpened.class, ApprovalSought.class)
                .isHeldBy("T2", "holder.owner");
    }

    @Test
    void the_same_yes_twice_counts_once() {
        story.holderSays("T1", Approve::new).says("T1", "asker.lead", Approve::new)
                .thenNothing("they said the same before");
    }

    @Test
    void a_second_thought_after_the_decision_does_not_count() {
        story.holderSays("T1", Approve::new).says("T1", "asker.lead", (id, r) -> new Reject(id, r, Optional.empty()));
        notCounted(NotCountedBecause.ALREADY_DECIDED);
    }

    @Test
    void a_made_up_token_does_not_count() {
        story.saysWith("0".repeat(64), "T1", "asker.lead", Approve::new);
        notCounted(NotCountedBecause.UNKNOWN_TOKEN);
    }

    @Test
    void a_task_that_does_not_exist_has_no_token() {
        story.says("T99", "asker.lead", Approve::new);
        notCounted(NotCountedBecause.UNKNOWN_TOKEN);
    }

    @Test
    void a_colleague_to_whom_the_letter_was_forwarded_does_not_decide() {
        story.saysWith(story.token("T1", "asker.lead"), "T1", "asker.colleague", Approve::new);
        notCounted(NotCountedBecause.NOT_YOURS);
    }

    @Test
    void a_stranger_with_the_right_token_does_not_decide() {
        story.saysWith(story.token("T1", "asker.lead"), "T1", "", Approve::new);
        notCounted(NotCountedBecause.NOT_YOURS);
    }

    @Test
    void a_reply_whose_writer_is_not_sure_does_not_count() {
        story.says("T1", "asker.lead", Assurance.LOW, Approve::new);
        notCounted(NotCountedBecause.NOT_SURE_WHO);
    }

    @Test
    void nobody_answers_before_they_are_asked() {
        story.says("T2", "holder.owner", Approve::new);
        notCounted(NotCountedBecause.OUT_OF_TURN);
    }

    @Test
    void a_decision_on_an_older_version_never_counts() {
        String oldToken = story.token("T1", "asker.lead");
        story.submits(2).saysWith(oldToken, "T1", "asker.lead", Approve::new);
        notCounted(NotCountedBecause.SUPERSEDED);
        story.isHeldBy("T1", "asker.lead");
    }

    @Test
    void a_late_reply_to_a_closed_case_is_told_that_it_is_over() {
        story.withdraws().says("T1", "asker.lead", Approve::new);
        notCounted(NotCountedBecause.CLOSED);
        story.stands(State.WITHDRAWN);
    }

    @Test
    void a_reply_about_a_case_that_nobody_knows_leaves_no_trace() {
        Case.unseen().says("T1", "asker.lead", Approve::new).thenNothing("there is no such case");
    }

    @Test
    void a_signature_before_there_is_a_document_is_out_of_turn() {
        story.holderSays("T1", Sign::new);
        notCounted(NotCountedBecause.OUT_OF_TURN);
    }

    @Test
    void a_reply_that_is_unclear_is_answered_and_changes_nothing() {
        story.holderSays("T1", (id, r) -> new ReportUnclear(id, r, "two commands at once"))
                .then(ReplyNotUnderstood.class)
                .isHeldBy("T1", "asker.lead");
    }

    @Test
    void a_yes_with_conditions_goes_on_and_keeps_them() {
        story.holderSays("T1", (id, r) -> new ApproveWithConditions(id, r, "no onward sharing"))
                .then(DecisionTaken.class, StageOpened.class, ApprovalSought.class)
                .thenJust(DecisionTaken.class, DecisionTaken::comment, Optional.of("no onward sharing"));
    }

    @Test
    void a_question_stops_the_holders_clock_and_shows_outside() {
        story.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .then(QuestionAsked.class)
                .thenJust(QuestionAsked.class, QuestionAsked::askedOf, "asker.lead.backup")
                .stands(State.QUERIED)
                .timePasses("2026-06-15T17:00")
                .thenNothing();
    }

    @Test
    void the_answer_gives_back_the_working_days_that_it_took() {
        story.isDue("T1", "2026-06-08T17:00")
                .at("2026-06-03T09:00")
                .holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .at("2026-06-08T11:00")
                .says("T1", "asker.lead.backup", (id, r) -> new GiveAnswer(id, r, "all of them"))
                .then(QuestionAnswered.class)
                .isDue("T1", "2026-06-11T17:00")
                .stands(State.APPROVING);
    }

    @Test
    void whoever_is_asked_a_question_does_not_decide() {
        story.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .says("T1", "asker.lead.backup", Approve::new)
                .then(ReplyNotUnderstood.class)
                .thenJust(ReplyNotUnderstood.class, ReplyNotUnderstood::why, FromReplies.WRITE_ANSWER);
    }

    @Test
    void a_holder_may_decide_before_their_question_is_answered() {
        story.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .holderSays("T1", Approve::new)
                .then(DecisionTaken.class, StageOpened.class, ApprovalSought.class);
    }

    @Test
    void the_same_question_twice_is_asked_once() {
        story.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?"))
                .thenNothing("they said the same before");
    }
}
