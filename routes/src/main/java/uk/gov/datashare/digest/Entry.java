package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.Letter;

/**
 * A task that waits for a person's answer.
 *
 * @param asked what they are asked
 * @param told  whether they know: its letter has gone out by itself, or it stood in a digest
 */
record Entry(TaskAsked asked, boolean told) {

    /** The most urgent first; equal ones always in the same order. */
    static final Comparator<Entry> BY_URGENCY = Comparator
            .comparing((Entry entry) -> entry.asked().dueAt().orElse(Instant.MAX))
            .thenComparing((Entry entry) -> entry.key());

    Entry {
        requireNonNull(asked);
    }

    /** The name of a task in a person's book: a later version of the request takes the place of an earlier one. */
    static String key(String requestId, String taskId) {
        return requestId + "/" + taskId;
    }

    String key() {
        return key(letter().requestId(), about().taskId());
    }

    Letter letter() {
        return asked.letter();
    }

    Letter.Reply about() {
        return letter().reply().orElseThrow(
                () -> new IllegalStateException(letter().letterId() + " asks for no reply and is in a digest"));
    }

    /** Whether it must be answered before, or just when, the next digest would say so. */
    boolean isDueBy(Instant nextDigest) {
        return asked.dueAt().filter(due -> !due.isAfter(nextDigest)).isPresent();
    }

    Entry known() {
        return new Entry(asked, true);
    }
}
