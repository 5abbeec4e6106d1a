package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Phrase;

/** Whatever stands around a word: a yes is never read as a no, nor a no as a yes, and what is turned round is neither. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverReversedTest {

    private static final Set<Kind> YES = EnumSet.of(Kind.APPROVE, Kind.CONDITIONS, Kind.SIGN);
    private static final Set<Class<? extends Reading>> SAYS_YES = Set.of(Reading.Approve.class,
            Reading.ApproveWithConditions.class, Reading.Sign.class);
    private static final List<String> TURNS_BEFORE = List.of("not", "do not", "don't", "I do not", "I don't",
            "I cannot",
            "cannot", "can't", "never", "no", "no,", "no -", "no longer", "not yet", "hardly", "refuse to",
            "I refuse to",
            "decline to", "unable to", "I am unable to", "I will not", "I won't", "I would not", "I am not",
            "we are not",
            "I never", "nobody", "without", "un", "dis", "non-", "if", "unless", "until I", "I might", "I would",
            "should I",
            "could you", "who will", "did you", "they", "the minister will", "please do not", "please", "why", "when I",
            "ddim yn", "nid wyf yn", "dydw i ddim yn", "dwi ddim yn", "ni", "nid", "peidiwch â", "peidio â", "heb",
            "na",
            "methu", "gwrthod", "os", "efallai");
    private static final List<String> TURNS_BEHIND = List.of("?", "? no", "not", ": no", ", no", " - no", ", never",
            "n't",
            ", not yet", " yet", " if they pay", ", if legal agrees", " unless legal objects", " but not annex B",
            ", but later", " except annex B", " subject to legal", " provided that they pay", " when I am back",
            " once it is ready", " after the review", " until March", " only annex A", " in principle", " in part",
            " conditionally", " without annex B", " or not", " or reject", " or approve", "/reject", "/approve",
            ", hold on",
            ", wait", ". Actually wait", ". Ignore this", "\nIgnore that", "\n\nScrap that", "\n\nI take that back",
            "\n\nI have changed my mind", " is what they want", " is the wrong word", " by mistake", " nothing",
            " none of it", " is not what I say", " ddim", ", ddim eto", ", os oes rhaid", " mewn egwyddor", ", oni bai",
            ", heb atodiad B", " \uD83D\uDC4E", " [ ]", " []", ": N", ": false", " (not really)", " (?)");
    private static final List<String> HARMLESS_ABOVE = List.of("", "", "OFFICIAL\n\n", "Dear Data Share Hub,\n\n",
            "Hi\n", "Bore da,\n\n", "CAUTION: this came from an external sender. Do not approve in haste.\n\n",
            "[EXTERNAL]\n\n", "\n\n\n", "*", "   ", "Good morning,\n\nOFFICIAL-SENSITIVE\n\n");
    private static final List<String> HARMLESS_BELOW = List.of("", "", ".", "!", " ", "\n\nJo",
            "\n\nRegards,\nJo Bloggs",
            "\n-- \nJo Bloggs\nI do not work on Fridays", "\n\nSent from my iPhone", "\n\nDiolch,\nJo",
            "\n\nJo Bloggs | Deputy Director | 020 7946 0000", ", thanks", " thanks", "\n\nMany thanks");
    private static final List<String> SOUP = List.of("approve", "approved", "reject", "declined", "not", "no", "agree",
            "content", "sign", "signed", "cannot", "don't", "with", "conditions", "if", "but", "please", "this", "the",
            "share", "thanks", "yes", "ok", "happy", "to", "i", "am", "we", "unable", "query", "return", "is", "never",
            "cymeradwyo", "gwrthod", "ddim", "cytuno", "yn", "nid", "\n", "\n\n", ".", ",", ":", "?", "-", "data", "it",
            "objection", "for", "refuse", "decline", "until", "delete", "after", "year");
    private static final Set<String> AGAINST = Set.of("not", "cannot", "don't", "never", "reject", "declined", "refuse",
            "decline", "unable", "gwrthod", "ddim", "nid", "if", "but", "until", "after");

    private static List<Phrase> openings(Set<Kind> kinds) {
        return ReplyWords.all().stream().filter(phrase -> kinds.contains(phrase.kind())).toList();
    }

    private static String words(Phrase phrase) {
        return String.join(" ", phrase.words());
    }

    private static boolean saysYes(Reading reading) {
        return SAYS_YES.contains(reading.getClass());
    }

    @Test
    void a_yes_that_is_turned_round_before_it_is_no_yes() {
        assertNone(openings(YES).stream().flatMap(phrase -> TURNS_BEFORE.stream()
                .flatMap(
                        turn -> Stream.of(turn + " " + words(phrase), turn + words(phrase), turn + "\n" + words(phrase),
                                (turn + " " + words(phrase)).toUpperCase(Locale.ROOT), turn + " " + phrase.example())))
                .toList(), NeverReversedTest::saysYes);
    }

    @Test
    void a_yes_that_is_turned_round_behind_it_is_no_yes() {
        List<Phrase> plain = openings(EnumSet.of(Kind.APPROVE, Kind.SIGN));
        assertNone(plain.stream().flatMap(phrase -> TURNS_BEHIND.stream().map(turn -> words(phrase) + turn)).toList(),
                NeverReversedTest::saysYes);
    }

    @Test
    void a_no_whatever_is_put_before_or_behind_it_is_no_yes() {
        assertNone(openings(EnumSet.of(Kind.REJECT)).stream().flatMap(phrase -> Stream
                .concat(TURNS_BEFORE.stream().map(turn -> turn + " " + words(phrase)),
                        TURNS_BEHIND.stream().map(turn -> words(phrase) + turn)))
                .toList(), NeverReversedTest::saysYes);
    }

    /** "I cannot" before "approve" is a no; before "reject" it is nothing that anybody could be sure of. */
    @Test
    void a_no_that_is_turned_round_before_it_is_no_no() {
        List<String> pure = List.of("reject", "rejected", "decline", "declined", "refuse", "refused", "denied",
                "gwrthod",
                "gwrthodwyd");
        assertNone(pure.stream().flatMap(word -> TURNS_BEFORE.stream()
                .filter(turn -> !turn.equals("gwrthod") && !turn.endsWith("decline to") && !turn.endsWith("refuse to"))
                .map(turn -> turn + " " + word)).toList(), Reading.Reject.class::isInstance);
    }

    @Test
    void a_yes_is_never_a_no_and_a_no_never_a_yes_in_any_mail() {
        var random = new Random(20_261_124);
        List<Phrase> yes = openings(YES);
        List<Phrase> no = openings(EnumSet.of(Kind.REJECT));
        List<UnaryOperator<String>> shapes = List.copyOf(Clients.shapes().values());
        List<BinaryOperator<String>> quotes = List.copyOf(Clients.quotes().values());
        List<String> wrong = new ArrayList<>();
        int decided = 0;
        for (int round = 0; round < 12_000; round++) {
            boolean positive = random.nextBoolean();
            Phrase said = any(random, positive ? yes : no);
            Phrase quoted = any(random, positive ? no : yes);
            String text = any(random, HARMLESS_ABOVE) + cased(random, said.example()) + any(random, HARMLESS_BELOW);
            String mail = any(random, shapes).apply(any(random, quotes).apply(text, quoted.example()));
            Reading reading = Mails.read(mail);
            decided += reading instanceof Reading.Said ? 1 : 0;
            if (positive ? reading instanceof Reading.Reject : saysYes(reading)) {
                wrong.add(said.id() + " over " + quoted.id() + ": " + reading.provenance().rule() + "\n" + text);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(decided).as("and most of them are understood").isGreaterThan(8_000);
    }

    private static String cased(Random random, String text) {
        return switch (random.nextInt(3)) {
            case 0 -> text;
            case 1 -> text.toLowerCase(Locale.ROOT);
            default -> text.toUpperCase(Locale.ROOT);
        };
    }

    @Test
    void a_soup_of_words_is_a_yes_only_without_a_word_against_it() {
        var random = new Random(42);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 60_000; round++) {
            List<String> words = IntStream.range(0, 1 + random.nextInt(8)).mapToObj(_ -> any(random, SOUP))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (random.nextBoolean()) {
                words.addFirst(words(any(random, openings(YES))));
            }
            String text = String.join(" ", words);
            String paragraph = text.strip().split("\n\\s*\n", 2)[0];
            boolean against = Stream.of(paragraph.split("[\\s.,:?-]+", -1)).skip(1).anyMatch(AGAINST::contains)
                    || paragraph.contains("?");
            Reading reading = Mails.reading(text);
            boolean plainYes = reading instanceof Reading.Approve || reading instanceof Reading.Sign;
            if (plainYes && against && !paragraph.startsWith("does gen i ddim")) {
                wrong.add(reading.provenance().rule() + ": " + text);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void assertNone(List<String> texts, Predicate<Reading> never) {
        List<String> wrong = texts.stream().filter(text -> never.test(Mails.reading(text)))
                .map(text -> text + " -> " + Mails.reading(text).provenance().rule()).toList();
        assertThat(wrong).as("of %s", texts.size()).isEmpty();
    }
}
