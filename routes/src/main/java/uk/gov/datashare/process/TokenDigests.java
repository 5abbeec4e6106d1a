package uk.gov.datashare.process;

/** The digest of the token that one person's reply about one task must bear. */
@FunctionalInterface
public interface TokenDigests {

    /**
     * SHA-256 of the token, 64 hex digits.
     *
     * @param shownHash hash of what the person is shown: the proposal, or the memorandum for a signatory
     */
    String digest(String requestId, int version, String taskId, String personId, String shownHash);
}
