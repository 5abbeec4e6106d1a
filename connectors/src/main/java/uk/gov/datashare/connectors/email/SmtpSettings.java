package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The server that takes the hub's letters.
 *
 * @param host     its name
 * @param port     its port
 * @param user     whom to log in as; empty for a server that asks for no login
 * @param password the password; never shown
 * @param starttls whether the connection must be encrypted by STARTTLS before anything else is said
 */
public record SmtpSettings(String host, int port, Optional<String> user, Optional<String> password, boolean starttls) {

    public SmtpSettings {
        requireNonNull(host);
        requireNonNull(user);
        requireNonNull(password);
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
