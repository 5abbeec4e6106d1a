package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Phrase;

/** Every word, in every client's shape, over every way of quoting: thousands of mails, and not one wrong decision. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedRepliesTest {

    private static final Set<Class<? extends Reading>> YES = Set.of(Reading.Approve.class,
            Reading.ApproveWithConditions.class, Reading.Sign.class);
    static final String LETTER = """
            You are asked to decide about a share of data: school attendance.
            Why you: you are the data protection officer of the supplier.
            How to answer: reply to this mail, and begin your reply with one word. To agree, write
            approve on the first line, or approve with conditions: and the conditions, or reject: and why, or
            query: and your question. Nothing else is needed, and nothing that stands below counts. If you
            sign it, write sign.
            """;

    private static Stream<Phrase> openings() {
        return ReplyWords.all().stream().filter(phrase -> phrase.kind().opens());
    }

    @Test
    void a_word_means_the_same_in_every_client() {
        List<String> wrong = new ArrayList<>();
        List<Phrase> phrases = openings().toList();
        long mails = IntStream.range(0, phrases.size()).mapToLong(at -> count(phrases.get(at), at, wrong)).sum();
        assertThat(wrong).isEmpty();
        assertThat(mails).isGreaterThan(15_000);
    }

    /** Every word in every client and over every way of quoting; of the two together, each word takes its third. */
    private static long count(Phrase phrase, int turn, List<String> wrong) {
        long mails = 0;
        int at = turn;
        for (var shape : Clients.shapes().entrySet()) {
            for (var quote : Clients.quotes().entrySet()) {
                at++;
                if (at % 3 == 0) {
                    mails++;
                    String quoted = Clients.quoted().get(at / 3 % Clients.quoted().size());
                    Reading reading = Mails
                            .read(shape.getValue().apply(quote.getValue().apply(phrase.example(), quoted)));
                    if (!reading.provenance().rule().equals(phrase.id())) {
                        wrong.add(phrase.id() + ", " + shape.getKey() + ", " + quote.getKey() + ": "
                                + reading.provenance().rule());
                    }
                }
            }
        }
        return mails;
    }

    @Test
    void a_word_turned_round_is_never_a_yes() {
        List<String> turns = List.of("not %s", "do not %s", "I do not %s", "I don't %s", "cannot %s", "never %s",
                "I would %s", "%s?", "%s? No.", "%s not", "%s or reject",
                "%s / reject", "%s/reject", "%s, reject", "%s. Reject.", "reject, %s", "%s if they pay",
                "%s, if they pay", "%s but later", "%s - not yet", "%s when I am back", "%s, unless legal says no",
                "%s subject to review", "%s\nActually no, reject", "%s\n\nReject", "%s\n\nScrap that", "un%s", "%sn't",
                "dis%s", "[ ] %s", "( ) %s", "%s by whom", "who said %s", "\"%s\" is what you want me to say",
                "%s is not what I say", "I was asked to %s", "please do not %s", "%s tomorrow",
                "%s yesterday's one only", "no, %s", "hold off: %s", "%s\nI do not agree", "%s except annex B",
                "%s (not really)");
        List<String> wrong = openings()
                .filter(phrase -> Set.of(Kind.APPROVE, Kind.CONDITIONS, Kind.SIGN).contains(phrase.kind()))
                .flatMap(phrase -> turns.stream().map(turn -> turn.formatted(String.join(" ", phrase.words()))))
                .filter(words -> YES.contains(Mails.reading(words).getClass())).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_no_is_never_read_as_a_yes_nor_a_yes_as_a_no() {
        List<String> wrong = openings().flatMap(one -> openings().map(other -> List.of(one, other)))
                .filter(pair -> pair.getFirst().kind() != pair.getLast().kind())
                .filter(pair -> {
                    Reading reading = Mails.reading(pair.getFirst().example() + "\n\n" + pair.getLast().example());
                    return reading.provenance().rule().equals(pair.getLast().id());
                }).map(Object::toString).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_hubs_own_words_never_answer_however_a_client_wraps_them() {
        List<String> wrong = IntStream.rangeClosed(8, 120).boxed()
                .flatMap(width -> Stream.of(wrapped(width), "\n\n" + wrapped(width),
                        "Regards,\nJo\n\n" + wrapped(width), "OFFICIAL\n\n" + wrapped(width)))
                .filter(text -> Mails.read(Mails.plain(text), Optional.of(LETTER)) instanceof Reading.Said).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_answer_above_the_hubs_own_words_is_only_the_answer() {
        IntStream.rangeClosed(8, 120).forEach(width -> {
            Reading reading = Mails.read(Mails.plain("Reject: too wide\n\n" + wrapped(width)), Optional.of(LETTER));
            assertThat(reading).as("at %s columns", width).isNotInstanceOfAny(Reading.Approve.class,
                    Reading.Sign.class);
        });
        assertThat(Mails.read(Mails.plain("Approve\n\n" + LETTER), Optional.of(LETTER)))
                .isInstanceOf(Reading.Approve.class);
    }

    private static String wrapped(int width) {
        var lines = new StringBuilder();
        int column = 0;
        for (String word : LETTER.strip().split("\\s+", -1)) {
            boolean fits = column + word.length() < width;
            lines.append(fits ? " " : "\n").append(word);
            column = fits ? column + word.length() + 1 : word.length();
        }
        return lines.toString().strip();
    }
}
