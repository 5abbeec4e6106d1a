package uk.gov.datashare.connectors.email.reply;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of the letter that a mail answers: whatever else a client does to a quote, its words are the hub's own. */
final class OwnLines {

    static final OwnLines UNKNOWN = new OwnLines("");

    /** Shorter lines are anybody's. */
    private static final int SHORTEST = 12;
    private static final int SHORTEST_PIECE = 20;

    private final Set<String> lines;
    private final String all;

    private OwnLines(String letter) {
        this.lines = letter.lines().map(OwnLines::squashed).filter(line -> line.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
        this.all = squashed(letter);
    }

    static OwnLines of(String letter) {
        return new OwnLines(letter);
    }

    /** Whether a line is one of the letter's. */
    boolean has(String line) {
        return lines.contains(squashed(line));
    }

    /** Whether a line is a piece of the letter, as it is after a client has wrapped it anew. */
    boolean hasPiece(String line) {
        String piece = squashed(line);
        return piece.length() >= SHORTEST_PIECE && all.contains(piece);
    }

    private static String squashed(String text) {
        return text.chars().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().toLowerCase(Locale.ROOT);
    }
}
