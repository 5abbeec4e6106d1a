package uk.gov.datashare.connectors.email.mailbox;

/** Where a mail is put once it is safely on the backbone, for people who look into the mailbox. */
enum Shelf {

    /** It belongs to a task, or answers a letter of ours. */
    PROCESSED("Processed"),
    /** It belongs to nothing that the hub knows. */
    UNMATCHED("Unmatched"),
    /** It is too large, or not to be trusted, or not to be read. */
    QUARANTINE("Quarantine");

    private final String folder;

    Shelf(String folder) {
        this.folder = folder;
    }

    /** The IMAP folder's name. */
    String folder() {
        return folder;
    }
}
