package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A mailbox that replies come to.
 *
 * @param host     its server
 * @param port     the server's port
 * @param tls      whether the connection is encrypted from its first byte (IMAPS)
 * @param user     whom to log in as, usually the mailbox's address
 * @param password the password; never shown
 * @param folder   the folder that mail arrives in, usually INBOX
 * @param delay    how long to wait between two looks into it
 */
public record ImapSettings(String host, int port, boolean tls, String user, String password, String folder,
        Duration delay) {

    /** The folder that mail arrives in unless somebody has arranged otherwise (RFC 3501 section 5.1). */
    public static final String INBOX = "INBOX";

    public ImapSettings {
        requireNonNull(host);
        requireNonNull(user);
        requireNonNull(password);
        requireNonNull(folder);
        requireNonNull(delay);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "ImapSettings[" + user + "@" + host + ":" + port + "/" + folder + (tls ? ", TLS" : "") + ", " + delay
                + "]";
    }
}
