package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;

import uk.gov.datashare.connectors.email.tokens.NoToken;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;

/**
 * A mailbox that replies come to.
 *
 * @param host     its server
 * @param port     the server's port
 * @param tls      whether the connection is encrypted from its first byte (IMAPS)
 * @param user     whom to log in as, usually the mailbox's address
 * @param password the password; never shown; not used where there are tokens
 * @param folder   the folder that mail arrives in, usually INBOX
 * @param delay    how long to wait between two looks into it
 * @param tokens   where access tokens come from, for a server that takes them in place of a password (SASL XOAUTH2)
 */
public record ImapSettings(String host, int port, boolean tls, String user, String password, String folder,
        Duration delay, Optional<OAuthTokens> tokens) {

    /** The folder that mail arrives in unless somebody has arranged otherwise (RFC 3501 section 5.1). */
    public static final String INBOX = "INBOX";

    public ImapSettings {
        requireNonNull(host);
        requireNonNull(user);
        requireNonNull(password);
        requireNonNull(folder);
        requireNonNull(delay);
        requireNonNull(tokens);
    }

    /** A mailbox with a password. */
    public ImapSettings(String host, int port, boolean tls, String user, String password, String folder,
            Duration delay) {
        this(host, port, tls, user, password, folder, delay, Optional.empty());
    }

    /** The same with access tokens in place of the password. */
    public ImapSettings with(OAuthTokens itsTokens) {
        return new ImapSettings(host, port, tls, user, "", folder, delay, Optional.of(itsTokens));
    }

    /**
     * What is shown at the login: a token where there are tokens, and the password elsewhere.
     *
     * @throws AuthenticationFailedException when there is no token to be had; its words say why, and show nothing secret
     */
    public String proof() throws AuthenticationFailedException {
        if (tokens.isEmpty()) {
            return password;
        }
        try {
            return tokens.get().token();
        } catch (NoToken reason) {
            throw new AuthenticationFailedException(reason.getMessage(), reason);
        }
    }

    /** The mailbox's name, the same on every hub. */
    String name() {
        return user.toLowerCase(Locale.ROOT);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "ImapSettings[" + user + "@" + host + ":" + port + "/" + folder + (tls ? ", TLS" : "") + ", " + delay
                + "]";
    }
}
