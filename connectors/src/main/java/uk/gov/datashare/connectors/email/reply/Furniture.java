package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Optional;

import com.google.re2j.Pattern;

/** The patterns of {@code mail-furniture.txt}: what stands in a mail and is not its writer's answer. Linear in the text. */
enum Furniture {

    BANNER, MARKING, SALUTATION, DIVIDER, QUOTE, ATTRIBUTION, WROTE, LABEL, SIGNATURE, DISCLAIMER;

    /** One row. */
    record Piece(String id, Furniture kind, Pattern pattern, String example) {}

    private static final int LONGEST_LINE = 1_000;
    private static final List<Piece> ALL = DataFile.rows("mail-furniture.txt", 4).stream()
            .map(row -> new Piece(row.getFirst(), valueOf(row.get(1)), Pattern.compile("(?i)" + row.get(2)),
                    row.get(3)))
            .toList();

    static List<Piece> all() {
        return ALL;
    }

    /** Whether a line is of this kind; only its beginning is looked at. */
    boolean is(String line) {
        return piece(line).isPresent();
    }

    /** The row by which a line is of this kind. */
    Optional<Piece> piece(String line) {
        String start = line.substring(0, Math.min(line.length(), LONGEST_LINE));
        return ALL.stream().filter(piece -> piece.kind() == this && piece.pattern().matcher(start).find()).findFirst();
    }
}
