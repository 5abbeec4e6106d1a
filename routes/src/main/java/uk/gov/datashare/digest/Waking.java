package uk.gov.datashare.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Optional;

/**
 * When a book must be looked at, in a few bytes, so that thousands of them can be gone through every second.
 *
 * @param hub     on the hub's clock
 * @param machine on the machine's
 */
record Waking(Optional<Instant> hub, Optional<Instant> machine) {

    private static final String NEVER = "-";

    static Waking of(Book book) {
        return new Waking(book.head().nextAt(), book.answerAt());
    }

    static Waking read(byte[] stored) {
        String[] parts = new String(stored, US_ASCII).split(" ", 2);
        return new Waking(instant(parts[0]), instant(parts[1]));
    }

    byte[] write() {
        return (text(hub) + " " + text(machine)).getBytes(US_ASCII);
    }

    boolean isNever() {
        return hub.isEmpty() && machine.isEmpty();
    }

    boolean isOver(Moment now) {
        return hub.filter(at -> !at.isAfter(now.hub())).isPresent()
                || machine.filter(at -> !at.isAfter(now.machine())).isPresent();
    }

    private static Optional<Instant> instant(String text) {
        return text.equals(NEVER) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }

    private static String text(Optional<Instant> at) {
        return at.map(instant -> Long.toString(instant.toEpochMilli())).orElse(NEVER);
    }
}
