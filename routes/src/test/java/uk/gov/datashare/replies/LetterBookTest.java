package uk.gov.datashare.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.interpretation.Correspondence;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Sent;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;

/** What the hub remembers of its letters, and for how long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterBookTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final LetterComposer COMPOSER = new LetterComposer(new HubMail("hub.example.invalid", "Hub"),
            new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]), () -> NOW);
    private static final List<String> REQUESTS = List.of("DSR-7K3M-9QPX-2ABC", "DSR-ABCD-2345-6789",
            "DSR-2222-3333-4444");
    private static final int AMPLE = 10_000_000;

    private final LetterBook book = new LetterBook(COMPOSER::replyAddress, AMPLE);
    private final Correspondence sent = new SentLetters(book, () -> true, Registry.of(List.of()));

    @Test
    void the_letters_of_one_reader_about_one_task_are_known_together() {
        Letter task = letter(Kind.TASK, "T7", "owner", 1, "This is the first letter of all.");
        Letter reminder = letter(Kind.REMINDER, "T7", "owner", 1, "This is a reminder of the letter.");
        book.enter(task, NOW);
        int before = known(task).lines().bytes();
        book.enter(reminder, NOW);
        assertThat(address(reminder)).isEqualTo(address(task));
        assertThat(known(task).lines().bytes()).isGreaterThan(before);
        assertThat(known(task)).satisfies(found -> {
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.contentHash()).isEqualTo("a".repeat(64));
            assertThat(found.standing()).isEqualTo(Standing.CURRENT);
        });
    }

    @Test
    void whoever_is_asked_a_question_keeps_their_say_when_the_task_goes_to_somebody_else() {
        Letter task = letter(Kind.TASK, "T7", "owner", 1, "Please decide");
        Letter question = letter(Kind.QUERY, "T7", "lead", 1, "A question for you");
        Letter other = letter(Kind.TASK, "T8", "dpo", 1, "Please advise");
        List.of(task, question, other, letter(Kind.ESCALATION, "T7", "deputy", 1, "Passed to you"))
                .forEach(letter -> book.enter(letter, NOW));
        assertThat(known(task).standing()).isEqualTo(Standing.REVOKED);
        assertThat(known(question).standing()).isEqualTo(Standing.CURRENT);
        assertThat(known(other).standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void a_token_that_was_never_given_is_known_as_such_only_where_a_letter_about_the_task_is_known() {
        book.enter(letter(Kind.TASK, "T7", "owner", 1, "Please decide"), NOW);
        ReplyAddress stranger = address(letter(Kind.TASK, "T7", "mallory", 1, "Please decide"));
        ReplyAddress otherTask = address(letter(Kind.TASK, "T9", "owner", 1, "Please decide"));
        assertThat(sent.to(stranger)).isInstanceOf(Correspondence.Never.class);
        assertThat(sent.to(otherTask)).isInstanceOf(Correspondence.NotKnown.class);
    }

    @Test
    void until_the_book_is_read_it_denies_nothing() {
        var reading = new SentLetters(book, () -> false, Registry.of(List.of()));
        Letter task = letter(Kind.TASK, "T7", "owner", 1, "Please decide");
        book.enter(task, NOW);
        book.enter(letter(Kind.ESCALATION, "T7", "deputy", 1, "Passed to you"), NOW);
        assertThat(reading.to(address(task))).isInstanceOfSatisfying(Sent.class,
                found -> assertThat(found.standing()).isEqualTo(Standing.CURRENT));
        assertThat(reading.to(address(letter(Kind.TASK, "T7", "mallory", 1, "x"))))
                .isInstanceOf(Correspondence.NotKnown.class);
    }

    @Test
    void when_there_is_no_room_cases_at_their_end_go_first_and_then_the_longest_silent() {
        String text = String.join("\n",
                IntStream.range(0, 60).mapToObj(line -> "Line " + line + " of a letter.").toList());
        book.enter(letter(REQUESTS.getFirst(), Kind.TASK, "T7", "owner", 1, text), NOW);
        long one = book.bytes();
        var small = new LetterBook(COMPOSER::replyAddress, 2 * one);
        small.enter(letter(REQUESTS.getFirst(), Kind.TASK, "T7", "owner", 1, text), NOW);
        small.enter(letter(REQUESTS.get(1), Kind.TASK, "T7", "owner", 1, text), NOW.plusSeconds(1));
        small.enter(letter(REQUESTS.get(1), Kind.OUTCOME, "T7", "owner", 1, text), NOW.plusSeconds(2));
        small.enter(letter(REQUESTS.get(2), Kind.TASK, "T7", "owner", 1, text), NOW.plusSeconds(3));
        assertThat(small.about(REQUESTS.get(1))).isEmpty();
        assertThat(small.about(REQUESTS.getFirst())).isPresent();
        assertThat(small.bytes()).isLessThanOrEqualTo(2 * one);

        small.enter(letter(REQUESTS.get(1), Kind.TASK, "T7", "owner", 1, text), NOW.plusSeconds(4));
        assertThat(small.about(REQUESTS.getFirst())).isEmpty();
    }

    @Test
    void letters_go_when_the_topic_keeps_them_no_longer() {
        book.enter(letter(REQUESTS.getFirst(), Kind.TASK, "T7", "owner", 1, "Please decide"), NOW);
        book.enter(letter(REQUESTS.get(1), Kind.TASK, "T7", "owner", 1, "Please decide"),
                NOW.plus(Duration.ofDays(40)));
        assertThat(book.about(REQUESTS.getFirst())).isEmpty();
        assertThat(book.about(REQUESTS.get(1))).isPresent();
    }

    private Sent known(Letter letter) {
        return (Sent) sent.to(address(letter));
    }

    private static ReplyAddress address(Letter letter) {
        return COMPOSER.replyAddress(letter).orElseThrow();
    }

    private static Letter letter(Kind kind, String task, String to, int version, String text) {
        return letter(REQUESTS.getFirst(), kind, task, to, version, text);
    }

    private static Letter letter(String request, Kind kind, String task, String to, int version, String text) {
        return new Letter("letter", kind, request, to, Optional.of(new Letter.Reply(task, version, "a".repeat(64))),
                Optional.empty(), "Approval needed", text, "<p>" + text + "</p>");
    }
}
