package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;

import uk.gov.datashare.connectors.email.tokens.NoToken;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;

/**
 * The server that takes the hub's letters.
 *
 * @param host     its name
 * @param port     its port
 * @param user     whom to log in as; empty for a server that asks for no login
 * @param password the password; never shown
 * @param starttls whether the connection must be encrypted by STARTTLS before anything else is said
 * @param tokens   where access tokens come from, for a server that takes them in place of a password (SASL XOAUTH2)
 */
public record SmtpSettings(String host, int port, Optional<String> user, Optional<String> password, boolean starttls,
        Optional<OAuthTokens> tokens) {

    public SmtpSettings {
        requireNonNull(host);
        requireNonNull(user);
        requireNonNull(password);
        requireNonNull(tokens);
    }

    /** A server that asks for a password, or for no login. */
    public SmtpSettings(String host, int port, Optional<String> user, Optional<String> password, boolean starttls) {
        this(host, port, user, password, starttls, Optional.empty());
    }

    /** The same with access tokens in place of the password. */
    public SmtpSettings with(OAuthTokens itsTokens) {
        return new SmtpSettings(host, port, user, Optional.empty(), starttls, Optional.of(itsTokens));
    }

    /**
     * What is shown at a login: the password, or a token that is good now.
     *
     * @throws AuthenticationFailedException when there is no token now; its message says why
     */
    Optional<String> proof() throws AuthenticationFailedException {
        if (tokens.isEmpty()) {
            return password;
        }
        try {
            return Optional.of(tokens.get().token());
        } catch (NoToken reason) {
            throw new AuthenticationFailedException(reason.getMessage());
        }
    }

    /** A server without login or encryption: the embedded one. */
    public static SmtpSettings plain(String host, int port) {
        return new SmtpSettings(host, port, Optional.empty(), Optional.empty(), false);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + user.map(name -> name + "@").orElse("") + host + ":" + port
                + (starttls ? ", STARTTLS]" : "]");
    }
}
