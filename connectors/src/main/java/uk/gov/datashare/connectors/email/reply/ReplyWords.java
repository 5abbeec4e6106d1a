package uk.gov.datashare.connectors.email.reply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The phrases of {@code reply-words.txt}: what replies may say, and what takes it back. */
final class ReplyWords {

    /** What a phrase does. */
    enum Kind {
        APPROVE, CONDITIONS, REJECT, QUERY, RETURN, DELEGATE, NOT_MINE, SIGN, ANSWER, CONFIRM, NEGATION, IF, HEDGE, PROVISO, DENIAL, RETRACTION, TAIL, BECAUSE, HARMLESS, ELSEWHERE;

        private static final Set<Kind> LIMITS = EnumSet.of(NEGATION, IF, HEDGE, PROVISO, DENIAL, RETRACTION);
        private static final Set<Kind> PADDING = EnumSet.of(TAIL, BECAUSE, HARMLESS, ELSEWHERE);

        /** Whether a reply can begin with it. */
        boolean opens() {
            return weighs() && !LIMITS.contains(this);
        }

        /** Whether it says something for or against. */
        boolean weighs() {
            return !PADDING.contains(this);
        }
    }

    /**
     * One row.
     *
     * @param alone   whether it takes no comment
     * @param words   the phrase, in lower case
     * @param example a line that fires it
     */
    record Phrase(String id, Kind kind, boolean alone, List<String> words, String example) {

        private static Phrase of(List<String> columns) {
            String[] kind = columns.get(1).split("\\.", 2);
            return new Phrase(columns.getFirst(), Kind.valueOf(kind[0]), kind.length == 2 && kind[1].equals("alone"),
                    Arrays.asList(columns.get(2).split(" ", -1)), columns.get(3));
        }
    }

    private static final List<Phrase> ALL = DataFile.rows("reply-words.txt", 4).stream().map(Phrase::of)
            .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.words().size()).reversed()).toList();
    private static final List<Phrase> OPENINGS = ALL.stream().filter(phrase -> phrase.kind().opens()).toList();

    private ReplyWords() {}

    static List<Phrase> all() {
        return ALL;
    }

    /** The words of every phrase of these kinds. */
    static List<List<String>> of(Set<Kind> kinds) {
        return ALL.stream().filter(phrase -> kinds.contains(phrase.kind())).map(Phrase::words).toList();
    }

    /** The longest phrase with which a reply that reads like this begins. */
    static Optional<Phrase> opening(Words words) {
        return OPENINGS.stream().filter(phrase -> words.startsWith(phrase.words())).findFirst();
    }

    /** The longest phrase of a kind with which a text begins. */
    static Optional<Phrase> leading(Words words, Kind kind) {
        return ALL.stream().filter(phrase -> phrase.kind() == kind && words.startsWith(phrase.words())).findFirst();
    }

    /** The first phrase of a kind that stands somewhere in a text, phrases that must stand alone left out. */
    static Optional<Phrase> anywhere(Words words, Kind kind) {
        return ALL.stream().filter(phrase -> phrase.kind() == kind && !phrase.alone() && words.contain(phrase.words()))
                .findFirst();
    }
}
