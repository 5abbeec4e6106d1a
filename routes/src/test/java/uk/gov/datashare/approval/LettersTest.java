package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/** Who gets which letter for what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersTest {

    private static final Proposal PROPOSAL = Sample.proposal("Addresses for visa decisions");

    @Test
    void every_kind_of_event_happens_in_the_story_that_other_tests_tell() {
        var happened = Everything.happens().history().stream().map(recorded -> recorded.event().getClass().getName());
        assertThat(happened).contains(Arrays.stream(ShareEvent.class.getPermittedSubclasses()).map(Class::getName)
                .toArray(String[]::new));
    }

    @Test
    void a_task_is_put_before_its_holder_and_waits_for_a_reply() {
        Letter letter = only(given().and(Everything.sought("T3", Sample.OWNER)));

        assertThat(letter.letterId()).isEqualTo("dsr-7k3m-9qpx-2abc.t3.v1.task.2");
        assertThat(letter.recipient()).isEqualTo(Sample.OWNER);
        assertThat(letter.subject()).isEqualTo("[DSR-7K3M-9QPX-2ABC/T3] Approval needed: Addresses for visa decisions "
                + "(data owner, Department for Work and Pensions)");
        assertThat(letter.reply()).contains(new Letter.Reply("T3", 1, MessageJson.hash(PROPOSAL)));
        assertThat(letter.text()).contains("by Wednesday 2 December 2026 at 17:30",
                HashWords.of(MessageJson.hash(PROPOSAL)).substring(0, 12), "Rule R04, version 2");
    }

    @Test
    void a_signatory_is_shown_and_signs_the_document() {
        String hash = MessageJson.hash(Sample.memorandum());
        Letter letter = only(given().and(new DocumentIssued("ARR-7K3M-9QPX-2ABC", Sample.memorandum(), hash))
                .and(Everything.sought("T6", Sample.SIGNATORY)));

        assertThat(letter.reply()).contains(new Letter.Reply("T6", 1, hash));
        assertThat(letter.subject()).contains("Signature needed");
        assertThat(letter.text()).contains("\"sign\"", "On condition: delete what does not match")
                .doesNotContain("\"approve\"");
    }

    @Test
    void a_reminder_goes_on_in_the_thread_of_the_letter_that_asked() {
        Letter reminder = only(given().and(Everything.sought("T3", Sample.OWNER))
                .and(new ApproverReminded("T3", Sample.OWNER, 80)));

        assertThat(reminder.inReplyTo()).contains("dsr-7k3m-9qpx-2abc.t3.v1.task.2");
        assertThat(reminder.text()).contains("80% of the time").contains("by Wednesday 2 December 2026");
    }

    @Test
    void when_a_task_moves_the_new_holder_is_asked_and_the_old_one_told() {
        Story moved = given().and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.SILENT));

        assertThat(moved.last()).extracting(Letter::recipient).containsExactly(Sample.DEPUTY, Sample.OWNER);
        assertThat(moved.last()).extracting(letter -> letter.reply().isPresent()).containsExactly(true, false);
    }

    @Test
    void whoever_was_not_reached_is_not_written_to_again() {
        Story moved = given().and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.NOT_REACHED));

        assertThat(moved.last()).extracting(Letter::recipient).containsExactly(Sample.DEPUTY);
    }

    @Test
    void machines_are_never_answered() {
        assertThat(given().and(Everything.sought("T3", Sample.OWNER))
                .and(new ApproverAway("T3", Sample.OWNER, Optional.empty(), Optional.empty())).last()).isEmpty();
        assertThat(given().and(Everything.sought("T3", Sample.OWNER))
                .and(new ApproverNotReached("T3", Sample.OWNER, true)).last()).isEmpty();
    }

    @Test
    void a_question_and_its_answer_each_reach_their_reader() {
        Story asked = given().and(Everything.sought("T3", Sample.OWNER))
                .and(new QuestionAsked("T3", Sample.OWNER, "How long?", Sample.HO_LEAD, Sample.TOKEN_DIGEST));
        assertThat(asked.last()).extracting(Letter::recipient, Letter::kind).containsExactly(
                tuple(Sample.HO_LEAD, Letter.Kind.QUERY), tuple(Sample.OWNER, Letter.Kind.RECEIPT));
        assertThat(asked.last().getFirst().text()).contains("They ask: How long?", "\"answer:\"");

        List<Letter> answered = asked.and(new QuestionAnswered("T3", "A year", Sample.DUE)).last();
        assertThat(answered.getFirst().recipient()).isEqualTo(Sample.OWNER);
        assertThat(answered.getFirst().inReplyTo()).contains("dsr-7k3m-9qpx-2abc.t3.v1.task.2");
        assertThat(answered.getFirst().text()).contains("You asked: How long?", "They answered: A year", "\"approve\"");
    }

    @Test
    void an_unclear_reply_is_explained_three_times_and_no_more() {
        Story story = given().and(Everything.sought("T3", Sample.OWNER));
        for (int time = 1; time <= ReplyLetters.MOST; time++) {
            story.and(new ReplyNotUnderstood("T3", Sample.OWNER, "It says yes and no.", Sample.EVIDENCE));
            assertThat(story.last()).hasSize(1);
        }
        assertThat(story.and(new ReplyNotUnderstood("T3", Sample.OWNER, "Again.", Sample.EVIDENCE)).last()).isEmpty();
    }

    @Test
    void replies_that_nobody_believes_do_not_use_up_the_explanations_that_are_meant_for_the_holder() {
        Story story = given().and(Everything.sought("T3", Sample.OWNER));
        var forged = new Evidence(Sample.EVIDENCE.channel(), "", Sample.EVIDENCE.rawDigest(), "authenticity.low",
                Assurance.LOW, Optional.of("dkim=fail"));
        for (int time = 1; time <= ReplyLetters.MOST + 1; time++) {
            story.and(new ReplyNotCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.NOT_SURE_WHO, forged));
        }
        assertThat(story.last()).isEmpty();

        assertThat(story.and(new ReplyNotUnderstood("T3", Sample.OWNER, "It says yes and no.", Sample.EVIDENCE)).last())
                .hasSize(1);
    }

    @Test
    void of_a_strangers_reply_the_holder_is_told_and_the_stranger_nothing() {
        Story story = given().and(Everything.sought("T3", Sample.OWNER));

        Letter told = only(story.and(Everything.notCounted("T3", Optional.of("ho.dpo"), NotCountedBecause.NOT_YOURS)));
        assertThat(told.recipient()).isEqualTo(Sample.OWNER);
        assertThat(told.reply()).isEmpty();
        assertThat(story.and(Everything.notCounted("T3", Optional.empty(), NotCountedBecause.UNKNOWN_TOKEN)).last())
                .isEmpty();
    }

    @Test
    void a_former_holder_learns_why_a_reply_does_not_count() {
        Story story = given().and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.SILENT))
                .and(Everything.notCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.NOT_YOURS));

        assertThat(only(story).recipient()).isEqualTo(Sample.OWNER);
        assertThat(only(story).text()).contains("with somebody else now");
    }

    @Test
    void when_a_task_is_closed_only_those_who_still_owe_an_answer_are_told() {
        Story asked = given().and(Everything.sought("T3", Sample.OWNER));
        assertThat(asked.and(new TaskClosed("T3", ClosedBecause.CANCELLED)).last()).extracting(Letter::recipient)
                .containsExactly(Sample.OWNER);

        Story decided = given().and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.decided("T3", Sample.OWNER, Outcome.APPROVE, Optional.empty()));
        assertThat(decided.and(new TaskClosed("T3", ClosedBecause.CANCELLED)).last()).isEmpty();
        assertThat(given().and(new TaskClosed("T3", ClosedBecause.CANCELLED)).last()).isEmpty();
    }

    @Test
    void what_became_of_a_request_is_told_to_the_share_lead_of_each_party() {
        List<Letter> rejected = given().and(new RequestRejected("T3", Sample.OWNER, Optional.of("Too much data.")))
                .last();

        assertThat(rejected).extracting(Letter::recipient).containsExactly(Sample.HO_LEAD, Sample.DWP_LEAD);
        assertThat(rejected).extracting(Letter::letterId).doesNotHaveDuplicates();
        assertThat(rejected).allSatisfy(letter -> assertThat(letter.text()).contains("Too much data.", "data owner"));
    }

    @Test
    void a_vacant_role_is_told_to_the_contact_who_stands_in_once() {
        assertThat(given().last()).extracting(Letter::recipient).containsExactly(Sample.ESCALATION);
        assertThat(given().inVersion(2).and(Sample.submitted(2, PROPOSAL)).last()).isEmpty();
    }

    @Test
    void in_a_new_version_whoever_decided_before_is_shown_what_has_changed() {
        Letter letter = only(given().and(Everything.sought("T3", Sample.OWNER))
                .and(Everything.decided("T3", Sample.OWNER, Outcome.RETURN_FOR_CHANGES, Optional.of("Say more.")))
                .inVersion(2).and(Sample.submitted(2, Sample.proposal(PROPOSAL.title(), "Another summary.", false)))
                .and(Everything.sought("T3", Sample.OWNER)));

        assertThat(letter.text()).contains("since you decided on version 1", "* the summary")
                .doesNotContain("* the title");
    }

    @Test
    void of_an_official_sensitive_request_a_letter_shows_title_and_parties_only() {
        Letter letter = only(
                Story.begin().and(Sample.submitted(1, Sample.proposal("Port checks", "Secret summary", true)))
                        .and(Everything.sought("T3", Sample.OWNER)));

        for (String form : List.of(letter.text(), letter.html())) {
            assertThat(form).contains("OFFICIAL-SENSITIVE", "Port checks", "Home Office").doesNotContain(
                    "Secret summary",
                    "surname", "Immigration Act", "The data is about people", "18 months");
        }
    }

    @Test
    void long_after_the_end_a_late_reply_is_still_answered_under_the_requests_name() {
        Story over = given().and(Everything.sought("T3", Sample.OWNER)).and(new RequestWithdrawn("No longer needed."))
                .later().and(Everything.notCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.CLOSED));

        assertThat(only(over).subject()).contains("Addresses for visa decisions");
        assertThat(only(over).text()).contains("No answer is needed any more");
    }

    @Test
    void the_same_story_told_again_is_the_same_letters() {
        assertThat(Everything.letters()).isEqualTo(Everything.letters()).extracting(Letter::letterId)
                .doesNotHaveDuplicates();
    }

    private static Story given() {
        return Story.begin().and(Sample.submitted(1, PROPOSAL));
    }

    private static Letter only(Story story) {
        assertThat(story.last()).hasSize(1);
        return story.last().getFirst();
    }
}
