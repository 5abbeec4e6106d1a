package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Optional;

import com.google.re2j.Pattern;

/** The patterns of {@code machine-mail.txt}: how machines give themselves away in a subject, a first line or an address. */
enum MachineWords {

    AWAY_SUBJECT, AUTO_SUBJECT, AWAY_TEXT, AUTO_TEXT, BOUNCE_SUBJECT, DAEMON, COVER, COVERS, NO_COVER;

    /** One row. */
    record Sign(String id, MachineWords where, Pattern pattern, String example) {}

    private static final int LONGEST = 1_000;
    private static final List<Sign> ALL = DataFile.rows("machine-mail.txt", 4).stream()
            .map(row -> new Sign(row.getFirst(), valueOf(row.get(1)), Pattern.compile("(?i)" + row.get(2)), row.get(3)))
            .toList();

    static List<Sign> all() {
        return ALL;
    }

    /** The first sign of this kind in a text. */
    Optional<Sign> in(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        return ALL.stream().filter(sign -> sign.where() == this && sign.pattern().matcher(start).find()).findFirst();
    }
}
