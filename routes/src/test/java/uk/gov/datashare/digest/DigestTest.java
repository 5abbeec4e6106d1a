package uk.gov.datashare.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.digest.Desk.london;
import static uk.gov.datashare.digest.Desk.reply;
import static uk.gov.datashare.digest.Desk.request;
import static uk.gov.datashare.digest.Desk.settled;
import static uk.gov.datashare.digest.Desk.task;
import static uk.gov.datashare.digest.Desk.tasks;
import static uk.gov.datashare.digest.Desk.told;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.approval.DigestLetters;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Item;
import uk.gov.datashare.contracts.Letter.Kind;

/** Who hears of what, when, and in how many letters. The first of June 2026 is a Monday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestTest {

    @Test
    void tasks_wait_for_the_hour_and_come_in_one_letter_the_most_urgent_first() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(task(1, "2026-06-19T17:00"), task(2, "2026-06-12T17:00"),
                task(3, "2026-06-26T17:00"));
        assertThat(desk.until("2026-06-02T07:59").post()).isEmpty();

        Letter digest = desk.until("2026-06-02T08:00").letter();

        assertThat(digest.kind()).isEqualTo(Kind.DIGEST);
        assertThat(digest.items()).extracting(Item::number).containsExactly(1, 2, 3);
        assertThat(digest.items()).extracting(Item::requestId).containsExactly(request(2), request(1), request(3));
        assertThat(digest.reply()).contains(DigestLetters.reply(digest.items()));
    }

    @Test
    void what_is_open_comes_again_the_next_working_day_with_numbers_of_that_day() {
        Desk desk = Desk.at("2026-06-05T10:00").hears(tasks(3));
        assertThat(desk.until("2026-06-06T08:00").until("2026-06-07T12:00").post()).isEmpty();
        Letter monday = desk.until("2026-06-08T08:00").letter();
        assertThat(desk.until("2026-06-08T20:00").post()).isEmpty();

        Letter tuesday = desk.hears(settled(1)).until("2026-06-09T08:01").letter();

        assertThat(tuesday.items()).extracting(Item::requestId).containsExactly(request(2), request(3));
        assertThat(tuesday.requestId()).isNotEqualTo(monday.requestId());
        assertThat(tuesday.letterId()).isNotEqualTo(monday.letterId());
    }

    @Test
    void no_digest_comes_on_a_bank_holiday() {
        Desk desk = Desk.at("2026-12-24T10:00").hears(task(1, "2027-01-15T17:00"), task(2, "2027-01-15T17:00"));
        assertThat(desk.until("2026-12-25T09:00").until("2026-12-28T09:00").post()).isEmpty();
        assertThat(desk.until("2026-12-29T08:00").letter().items()).hasSize(2);
    }

    @Test
    void a_task_that_is_due_before_the_next_digest_is_asked_at_once_and_counted_in_the_digest_all_the_same() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(1)).hears(task(2, "2026-06-01T17:00"));
        assertThat(desk.letter().requestId()).isEqualTo(request(2));
        assertThat(desk.until("2026-06-02T08:00").letter().items()).hasSize(2);
    }

    @Test
    void a_task_that_is_alone_comes_in_its_own_letter_and_only_once() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(1));
        assertThat(desk.until("2026-06-02T08:00").letter()).isEqualTo(task(1, "2026-06-22T17:00").letter());
        assertThat(desk.until("2026-06-03T08:00").until("2026-06-04T08:00").post()).isEmpty();
    }

    @Test
    void a_task_that_was_in_a_digest_and_is_alone_by_now_is_not_asked_again_before_its_reminder() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).until("2026-06-02T08:00");
        desk.post();
        assertThat(desk.hears(settled(2)).until("2026-06-03T08:00").post()).isEmpty();

        desk.hears(task(1, 1, Kind.REMINDER, london("2026-06-22T17:00"), false)).until("2026-06-04T08:00");

        assertThat(desk.letter().kind()).isEqualTo(Kind.REMINDER);
    }

    @Test
    void what_ended_before_the_hour_is_never_asked() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).hears(settled(1), settled(2));
        assertThat(desk.until("2026-06-02T08:00").until("2026-06-03T08:00").post()).isEmpty();
        assertThat(desk.book().head().nextAt()).isEmpty();
    }

    @Test
    void an_end_of_an_older_version_does_not_end_the_newer() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(1))
                .hears(task(2, 2, Kind.TASK, london("2026-06-22T17:00"), false), settled(2));
        assertThat(desk.until("2026-06-02T08:00").letter().items()).extracting(Item::version).containsExactly(1, 2);
    }

    @Test
    void a_later_version_takes_the_place_of_the_earlier() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2))
                .hears(task(2, 2, Kind.TASK, london("2026-06-22T17:00"), false));
        assertThat(desk.until("2026-06-02T08:00").letter().items()).extracting(Item::version).containsExactly(1, 2);
    }

    @Test
    void whoever_wants_single_letters_again_gets_all_that_waited_and_nothing_twice() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).until("2026-06-02T08:00");
        desk.post();
        desk.hears(task(3, "2026-06-22T17:00"));
        assertThat(desk.chooses(false).letter().requestId()).isEqualTo(request(3));
        assertThat(desk.hears(task(4, "2026-06-22T17:00")).letter().requestId()).isEqualTo(request(4));
        assertThat(desk.until("2026-06-03T08:00").post()).isEmpty();
        assertThat(desk.book().open()).isEmpty();
    }

    @Test
    void a_task_whose_letter_went_out_by_itself_is_in_the_digest_and_not_sent_again() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(task(1, 1, Kind.ANSWER, london("2026-06-22T17:00"), true));
        assertThat(desk.until("2026-06-02T08:00").post()).isEmpty();
        assertThat(desk.hears(task(2, "2026-06-22T17:00")).until("2026-06-03T08:00").letter().items()).hasSize(2);
    }

    @Test
    void the_same_note_again_changes_nothing() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(task(1, "2026-06-01T17:00"), task(1, "2026-06-01T17:00"));
        assertThat(desk.post()).hasSize(1);
    }

    @Test
    void a_digest_stays_within_a_list_that_can_be_read_and_nothing_urgent_waits_behind_it() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(IntStream.rangeClosed(1, Digest.MOST)
                .mapToObj(number -> task(number, "2026-06-02T17:00"))
                .toArray(uk.gov.datashare.contracts.DigestNote[]::new))
                .hears(task(90, "2026-06-02T18:00"), task(91, "2026-06-30T17:00"));
        List<Letter> post = desk.until("2026-06-02T08:00").post();
        assertThat(post.getFirst().items()).hasSize(Digest.MOST);
        assertThat(post.getFirst().text()).contains("more that wait for the next digest: 2");
        assertThat(post.subList(1, post.size())).extracting(Letter::requestId).containsExactly(request(90));
    }

    @Test
    void a_letter_that_asks_nothing_goes_at_once_into_the_thread_of_the_digest() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        assertThat(desk.hears(told(1, Optional.empty())).letter().inReplyTo()).contains(digest.letterId());
        assertThat(desk.hears(told(7, Optional.empty())).letter().inReplyTo()).contains("never-sent");
    }

    @Test
    void the_answers_to_one_reply_come_in_one_letter() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(3)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        desk.hears(reply(digest, List.of(1, 2), List.of("There is no number 9.")))
                .hears(told(2, Optional.of(Desk.RAW)));
        assertThat(desk.post()).isEmpty();

        Letter answer = desk.hears(told(1, Optional.of(Desk.RAW))).letter();

        assertThat(answer.inReplyTo()).contains(digest.letterId());
        assertThat(answer.items()).isEqualTo(digest.items());
        assertThat(answer.reply()).isEqualTo(digest.reply());
        assertThat(answer.text()).containsSubsequence("Number 1", "It counts", "Number 2", "There is no number 9.",
                "Number 3 of the digest you left out");
        assertThat(desk.book().head().replies()).isEmpty();
        assertThat(desk.hears(told(1, Optional.of(Desk.RAW))).post()).isEmpty();
    }

    @Test
    void what_has_not_answered_in_time_is_not_waited_for() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(3)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        desk.hears(reply(digest, List.of(1, 2, 3), List.of()), told(2, Optional.of(Desk.RAW)),
                told(1, Optional.of(Desk.RAW)));
        assertThat(desk.waits(Digest.PATIENCE.minusMillis(1)).post()).isEmpty();
        assertThat(desk.waits(Digest.PATIENCE).letter().text()).contains("Number 1", "Number 2");
        assertThat(desk.hears(told(3, Optional.of(Desk.RAW))).letter().requestId()).isEqualTo(request(3));
    }

    @Test
    void a_reply_about_one_task_is_answered_by_that_tasks_own_letter() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(3)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        Letter answer = desk.hears(reply(digest, List.of(2), List.of()), told(2, Optional.of(Desk.RAW))).letter();
        assertThat(answer.letterId()).isEqualTo(told(2, Optional.empty()).letter().letterId());
        assertThat(answer.inReplyTo()).contains(digest.letterId());
    }

    @Test
    void a_reply_of_which_nothing_came_is_not_answered() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        assertThat(desk.hears(reply(digest, List.of(1), List.of())).waits(Digest.PATIENCE).post()).isEmpty();
        assertThat(desk.book().head().replies()).isEmpty();
    }

    @Test
    void a_reply_that_says_nothing_clear_is_answered_at_once_and_not_for_ever() {
        Desk desk = Desk.at("2026-06-01T10:00").hears(tasks(2)).until("2026-06-02T08:00");
        Letter digest = desk.letter();
        for (int time = 0; time < 5; time++) {
            desk.hears(reply(digest, List.of(), List.of("There was nothing above the quoted mail.")));
        }
        assertThat(desk.post()).hasSize(3);
    }
}
