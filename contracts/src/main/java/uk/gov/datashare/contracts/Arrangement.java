package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An agreed arrangement, whole, as the catalogue's consumers receive it.
 *
 * @param arrangementId its id and key
 * @param version       one more at each change; a reader drops what is not newer than what it holds
 * @param status        whether it is in force
 * @param memorandum    what was agreed, frozen
 * @param documentHash  SHA-256 over the memorandum's canonical JSON, 64 hex digits: what was signed
 * @param signatures    one for each party
 * @param chainHead     hash of the last event of the case before this one
 * @param modifiedAt    when this version was made
 */
public record Arrangement(String arrangementId, int version, Status status, Memorandum memorandum, String documentHash,
        List<Signature> signatures, String chainHead, Instant modifiedAt) {

    /** Whether an arrangement is in force. */
    public enum Status {
        ACTIVE, EXPIRED, TERMINATED, WITHDRAWN
    }

    /**
     * A party's signature.
     *
     * @param organisationId whose
     * @param signedAt       when
     * @param evidenceDigest SHA-256 of the raw message it came by, 64 hex digits
     */
    public record Signature(String organisationId, Instant signedAt, String evidenceDigest) {
        public Signature {
            requireNonNull(organisationId);
            requireNonNull(signedAt);
            requireNonNull(evidenceDigest);
        }
    }

    public Arrangement {
        requireNonNull(arrangementId);
        requireNonNull(status);
        requireNonNull(memorandum);
        requireNonNull(documentHash);
        signatures = Absent.orEmpty(signatures);
        requireNonNull(chainHead);
        requireNonNull(modifiedAt);
    }
}
