package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

/**
 * Where a decision was taken, which it refers to for ever, however often it is carried.
 *
 * @param version     the version that it was about
 * @param taskId      the task in that version
 * @param contentHash what its holder was shown
 * @param evidence    SHA-256 of the raw message that proves it, 64 hex digits
 */
public record Origin(int version, String taskId, String contentHash, String evidence) {
    public Origin {
        requireNonNull(taskId);
        requireNonNull(contentHash);
        requireNonNull(evidence);
    }
}
