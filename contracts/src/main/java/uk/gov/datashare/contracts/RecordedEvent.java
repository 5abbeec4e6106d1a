package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event in its place in its case's history. Each carries the hash of the one before it, so that the log proves itself.
 *
 * @param requestId    the case
 * @param version      the version of the request that it is about
 * @param sequence     1 for the first event of the case, one more for each
 * @param at           when the process recorded it
 * @param previousHash SHA-256 over the canonical JSON of the event before it, 64 hex digits; {@link #FIRST} before the first
 * @param event        what happened
 */
public record RecordedEvent(String requestId, int version, long sequence, Instant at, String previousHash,
        ShareEvent event) {

    /** What the first event of a case has for the hash of the one before it. */
    public static final String FIRST = "0".repeat(64);

    public RecordedEvent {
        requireNonNull(requestId);
        requireNonNull(at);
        requireNonNull(previousHash);
        requireNonNull(event);
    }
}
