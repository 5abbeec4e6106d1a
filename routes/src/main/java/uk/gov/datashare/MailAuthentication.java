package uk.gov.datashare;

import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.authenticity.ProvedOrigin;
import uk.gov.datashare.connectors.email.authenticity.RegisteredDomains;
import uk.gov.datashare.connectors.email.authenticity.TrustedRelay;

/**
 * Whose word the hub takes for it that a mail is really from its sender, under {@code hub.mail.authentication.}
 *
 * @param mode       {@code authserv-id}, {@code trusted-relay} or {@code none-trusted}; must be set where the hub has mail servers
 *                   of your own, and may be empty for the one in its own process
 * @param authservId the name of your mail server in its Authentication-Results (RFC 8601), for {@code authserv-id}
 * @param fields     how many Authentication-Results that server writes on each mail
 * @param relay      host name of the relay, or the domain of its hosts, for {@code trusted-relay}
 * @param dkimKeys   where signatures are checked once more: {@code dns}, a file of keys, or {@code none}
 */
@ConfigurationProperties("hub.mail.authentication")
record MailAuthentication(Optional<String> mode, Optional<String> authservId, @DefaultValue("1") int fields,
        Optional<String> relay, @DefaultValue("dns") String dkimKeys) {

    private static final String MODE = "hub.mail.authentication.mode";

    /**
     * What judges mail as these settings say.
     *
     * @param embedded whether all mail comes through the server in this process
     * @throws IllegalStateException when mail servers elsewhere would be trusted without anybody having said so
     */
    Authenticity authenticity(boolean embedded, RegisteredDomains registered) {
        return switch (mode.orElse("")) {
            case "" -> unset(embedded);
            case "authserv-id" ->
                ProvedOrigin.byServerName(needed(authservId, "authserv-id"), fields, dkimKeys, registered);
            case "trusted-relay" -> ProvedOrigin.byPosition(needed(relay, "relay"), dkimKeys, registered);
            case "none-trusted" -> TrustedRelay.vouchedFor();
            default -> throw new IllegalStateException(
                    MODE + " is authserv-id, trusted-relay or none-trusted, and not " + mode.orElseThrow());
        };
    }

    private static Authenticity unset(boolean embedded) {
        if (embedded) {
            return TrustedRelay.embedded();
        }
        throw new IllegalStateException("Set " + MODE
                + ": the hub has mail servers of your own, and must know how they tell "
                + "a real mail from a forged one. It is authserv-id, trusted-relay or, to believe every mail that reaches "
                + "the mailbox, none-trusted");
    }

    private String needed(Optional<String> setting, String name) {
        return setting.filter(given -> !given.isBlank()).orElseThrow(() -> new IllegalStateException(
                "Set hub.mail.authentication." + name + " as well: " + MODE + " is " + mode.orElseThrow()));
    }
}
