package uk.gov.datashare.process;

/** What may be remembered of the code with which one person confirms one mail about one task. */
@FunctionalInterface
public interface Codes {

    /**
     * What the hub's key makes of the code, 64 hex digits.
     *
     * @param rawDigest SHA-256 of the raw mail that is to be confirmed, 64 hex digits
     */
    String digest(String requestId, int version, String taskId, String personId, String rawDigest);
}
