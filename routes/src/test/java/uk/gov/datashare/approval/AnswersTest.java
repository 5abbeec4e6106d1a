package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/** Every reply is answered, in words that say what happened and what to do; and those are told whom it concerns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersTest {

    private static final String TITLE = "Addresses for visa decisions";

    @Test
    void a_decision_is_confirmed_to_whoever_took_it_and_told_to_the_department_that_asks() {
        List<Letter> letters = asked()
                .and(Everything.decided("T3", Sample.OWNER, Outcome.APPROVE, Optional.of("Gladly.")))
                .last();

        assertThat(letters).extracting(Letter::recipient).containsExactly(Sample.OWNER, Sample.HO_LEAD);
        assertThat(letters.getFirst().inReplyTo()).contains("dsr-7k3m-9qpx-2abc.t3.v1.task.2");
        assertThat(lines(letters.getFirst())).startsWith("Your answer counts: approved, on the data share");
        assertThat(letters.getFirst().text()).contains("What happens next:", "d".repeat(64), "You added: Gladly.",
                "If this was not you");
        assertThat(letters.getLast().reply()).isEmpty();
        assertThat(lines(letters.getLast()))
                .startsWith("The data owner, Department for Work and Pensions, has answered:");
    }

    @Test
    void of_a_no_the_department_is_told_once_by_the_letter_about_the_end() {
        assertThat(asked().and(Everything.decided("T3", Sample.OWNER, Outcome.REJECT, Optional.empty())).last())
                .extracting(Letter::recipient)
                .containsExactly(Sample.OWNER);
    }

    @Test
    void a_reply_to_an_earlier_version_is_pointed_to_the_letter_that_counts() {
        Story story = asked().inVersion(2).and(Sample.submitted(2, Sample.proposal(TITLE)))
                .and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.notCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.SUPERSEDED));

        assertThat(story.last()).singleElement().satisfies(letter -> {
            assertThat(letter.recipient()).isEqualTo(Sample.OWNER);
            assertThat(letter.inReplyTo()).contains("dsr-7k3m-9qpx-2abc.t3.v2.task.4");
            assertThat(letter.text().replaceAll("\\s+", " ")).contains("version 2 counts now", "our newer letter",
                    "DSR-7K3M-9QPX-2ABC/T3 in its subject");
        });
    }

    @Test
    void a_reply_to_an_earlier_version_is_never_laid_at_the_door_of_its_tasks_new_holder() {
        Story story = asked().inVersion(2).and(Sample.submitted(2, Sample.proposal(TITLE)))
                .and(Everything.sought("T3", Sample.DEPUTY))
                .and(Everything.notCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.SUPERSEDED));

        assertThat(story.last()).extracting(Letter::recipient).containsExactly(Sample.OWNER);
        assertThat(story.last().getFirst().text()).contains("You will be asked about the new version if it concerns");
    }

    @Test
    void a_made_up_address_under_a_made_up_name_gets_no_answer() {
        var spoofed = new Evidence(Evidence.Channel.EMAIL, "<1@evil.invalid>", "a".repeat(64), "approve.approve",
                Evidence.Assurance.LOW);

        assertThat(asked().and(new ReplyNotCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.UNKNOWN_TOKEN,
                spoofed)).last()).isEmpty();
    }

    @Test
    void a_role_that_looks_vacant_is_told_to_the_steward_and_not_to_whoever_is_away() {
        var byLead = new RoleLooksVacant(Sample.DWP, Role.DATA_OWNER, Sample.OWNER, LooksVacantBecause.AWAY,
                Optional.of(LocalDate.of(2027, 5, 3)));
        var ofLead = new RoleLooksVacant(Sample.DWP, Role.DATA_SHARE_LEAD, Sample.DWP_LEAD,
                LooksVacantBecause.NOT_REACHED, Optional.empty());

        assertThat(asked().and(byLead).last()).extracting(Letter::recipient).containsExactly(Sample.DWP_LEAD);
        assertThat(asked().and(byLead).last().getFirst().text()).contains("3 May 2027", "Nothing was decided");
        assertThat(asked().and(ofLead).last()).extracting(Letter::recipient).containsExactly(Sample.ESCALATION);
    }

    @Test
    void a_cover_who_is_not_registered_is_told_to_the_steward_once() {
        var away = new ApproverAway("T3", Sample.OWNER, Optional.empty(), Optional.of(Sample.DPO));

        assertThat(asked().and(away).last()).extracting(Letter::recipient).containsExactly(Sample.DWP_LEAD);
        assertThat(asked().and(away).and(away).last()).isEmpty();
        assertThat(asked().and(new ApproverAway("T3", Sample.OWNER, Optional.empty(), Optional.of(Sample.DEPUTY)))
                .last()).isEmpty();
    }

    @Test
    void a_colleague_to_whom_a_task_is_passed_reads_what_was_said_with_it() {
        Story story = asked().and(new TaskDelegated("T3", Sample.OWNER, Sample.DEPUTY, Sample.TOKEN_DIGEST, Sample.DUE,
                Optional.of("You know these data better.")));

        assertThat(story.last().getFirst().text()).contains("They wrote: You know these data better.");
    }

    @Test
    void a_question_that_is_put_to_somebody_else_is_not_told_again_to_whoever_asked() {
        var first = new QuestionAsked("T3", Sample.OWNER, "How long?", Sample.HO_LEAD, Sample.TOKEN_DIGEST);
        var again = new QuestionAsked("T3", Sample.OWNER, "How long?", "ho.cdo", Sample.TOKEN_DIGEST);

        assertThat(asked().and(first).and(again).last()).extracting(Letter::recipient).containsExactly("ho.cdo");
    }

    @Test
    void a_reminder_after_a_task_has_moved_goes_on_in_the_new_holders_thread() {
        Story story = asked().and(Everything.moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.AWAY))
                .and(new ApproverReminded("T3", Sample.DEPUTY, 50));

        assertThat(story.last().getFirst().inReplyTo()).contains("dsr-7k3m-9qpx-2abc.t3.v1.escalation.3");
    }

    private static String lines(Letter letter) {
        return letter.text().lines().skip(4).filter(line -> !line.isBlank()).limit(3)
                .reduce((one, two) -> one + " " + two).orElse("");
    }

    private static Story asked() {
        return Story.begin().and(Sample.submitted(1, Sample.proposal(TITLE)))
                .and(Everything.sought("T3", Sample.OWNER));
    }
}
