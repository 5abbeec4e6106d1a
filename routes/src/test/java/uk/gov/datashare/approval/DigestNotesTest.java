package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.approval.DigestNotes.Way;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.DigestNote.TaskSettled;
import uk.gov.datashare.contracts.DigestNote.TaskTold;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/** Which letters wait for a digest, which go at once, and what a digest hears. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestNotesTest {

    private static final String READER = Sample.DIGEST_READER;
    private static final String COMMAND = "mail." + "e".repeat(64) + "." + Story.REQUEST + ".T3";

    private final Stationery stationery = new Stationery();
    private final LetterWriter writer = new LetterWriter(stationery, false);
    private final DigestNotes notes = new DigestNotes(writer, stationery);
    private final Story story = Story.begin().and(Sample.submitted(1, Sample.proposal("Addresses")));

    @Test
    void a_task_waits_for_the_digest_of_whoever_wants_one_with_all_that_the_digest_will_show() {
        Way way = ways(Everything.sought("T3", READER)).getFirst();
        assertThat(way.out()).isFalse();
        TaskAsked asked = (TaskAsked) way.note().orElseThrow();
        assertThat(asked.personId()).isEqualTo(READER);
        assertThat(asked.letter()).isEqualTo(story.last().getFirst());
        assertThat(asked.parties()).isEqualTo("Home Office asks Department for Work and Pensions");
        assertThat(asked.wanted()).isEqualTo("Approval needed: data owner, Department for Work and Pensions");
        assertThat(asked.dueAt()).contains(Sample.DUE);
        assertThat(asked.yes()).isEqualTo("approve");
        assertThat(asked.sent()).isFalse();
        assertThat(asked.text()).contains("Data asked for", "Why you");
    }

    @Test
    void reminders_escalations_and_delegations_wait_too() {
        assertThat(ways(Everything.sought("T3", READER), new ApproverReminded("T3", READER, 50)))
                .allMatch(way -> !way.out() && way.note().orElseThrow() instanceof TaskAsked);
        assertThat(ways(Everything.moved("T4", Sample.ESCALATION, READER, MovedBecause.SILENT)).getFirst().out())
                .isFalse();
        assertThat(
                ways(new TaskDelegated("T3", Sample.OWNER, READER, Sample.TOKEN_DIGEST, Sample.DUE, Optional.empty()))
                        .getFirst().out())
                .isFalse();
    }

    @Test
    void others_get_their_letters_at_once_and_no_digest_hears_of_it() {
        assertThat(ways(Optional.empty(), Everything.sought("T3", Sample.OWNER),
                new ApproverReminded("T3", Sample.OWNER, 50),
                Everything.decided("T3", Sample.OWNER, Outcome.APPROVE, Optional.empty())))
                .allMatch(way -> way.out() && way.note().isEmpty());
    }

    @Test
    void an_answer_to_a_question_goes_at_once_and_the_task_is_back_in_the_digest() {
        List<Way> ways = ways(Everything.sought("T3", READER),
                new QuestionAsked("T3", READER, "How long?", Sample.HO_LEAD, Sample.TOKEN_DIGEST),
                new QuestionAnswered("T3", "A year.", Sample.DUE));
        assertThat(ways.getFirst().out()).isTrue();
        assertThat(ways.getFirst().note()).hasValueSatisfying(
                note -> assertThat(((TaskAsked) note).sent()).isTrue());
    }

    @Test
    void a_receipt_goes_by_way_of_the_digest_so_that_it_finds_its_thread_and_its_reply() {
        Way way = ways(Everything.sought("T3", READER),
                Everything.decided("T3", READER, Outcome.APPROVE, Optional.empty())).getFirst();
        assertThat(way.out()).isFalse();
        TaskTold told = (TaskTold) way.note().orElseThrow();
        assertThat(told.rawDigest()).contains("e".repeat(64));
        assertThat(told.said()).contains("It counts: approved", "fingerprint");
        assertThat(told.letter().kind()).isEqualTo(Letter.Kind.RECEIPT);
    }

    @Test
    void every_end_of_a_task_is_heard_whatever_its_holder_has_chosen() {
        var question = new QuestionAsked("T3", Sample.OWNER, "How long?", Sample.HO_LEAD, Sample.TOKEN_DIGEST);
        assertThat(settledBy(Everything.decided("T3", Sample.OWNER, Outcome.REJECT, Optional.empty())))
                .containsExactly(Sample.OWNER);
        assertThat(settledBy(question)).containsExactly(Sample.OWNER);
        assertThat(settledBy(Everything.moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.AWAY)))
                .containsExactly(Sample.OWNER);
        assertThat(settledBy(Everything.sought("T4", READER), new TaskClosed("T4", ClosedBecause.CANCELLED)))
                .containsExactly(READER);
        assertThat(settledBy(new ApproverReminded("T3", Sample.OWNER, 50))).isEmpty();
    }

    private List<String> settledBy(ShareEvent... events) {
        story.and(List.of(events));
        return DigestNotes.settled(on()).stream().map(TaskSettled::personId).toList();
    }

    /** The ways of the letters that the last of these leads to. */
    private List<Way> ways(ShareEvent... events) {
        return ways(Optional.of(COMMAND), events);
    }

    private List<Way> ways(Optional<String> cause, ShareEvent... events) {
        story.and(List.of(events));
        return new Letters(writer).written(on()).stream()
                .map(written -> notes.of(written, on(), cause))
                .toList();
    }

    private Occasion on() {
        return new Occasion(story.history().getLast(), story.file(), Sample.registry());
    }
}
