package uk.gov.datashare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;

import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.email.tokens.Grant;
import uk.gov.datashare.connectors.email.tokens.NoToken;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;
import uk.gov.datashare.connectors.email.tokens.ServiceAccountFile;

/**
 * Access tokens in place of passwords at the mail servers (SASL XOAUTH2), for Microsoft 365 and Google.
 *
 * @param tokenEndpoint      Microsoft: the tenant's token endpoint
 * @param clientId           Microsoft: the hub's application there
 * @param clientSecret       Microsoft: its secret; never shown
 * @param clientSecretFile   a file with the secret in place of the secret
 * @param serviceAccountFile Google: the JSON file of a service account that may act for the mailbox
 * @param scope              what tokens are for; empty for all of a mailbox, as each of the two calls it
 */
@ConfigurationProperties("hub.mail.oauth")
record MailTokens(Optional<String> tokenEndpoint, Optional<String> clientId, Optional<String> clientSecret,
        Optional<String> clientSecretFile, Optional<String> serviceAccountFile, Optional<String> scope) {

    private static final Logger LOG = LoggerFactory.getLogger(MailTokens.class);
    private static final String ALL_OF_A_MAILBOX_AT_GOOGLE = "https://mail.google.com/";
    private static final String ALL_OF_A_MAILBOX_AT_MICROSOFT = "https://outlook.office365.com/.default";

    /** These settings with tokens, where tokens are configured. */
    SmtpSettings at(SmtpSettings server, InstantSource clock) {
        return server.user().flatMap(user -> of(user, clock)).map(server::with).orElse(server);
    }

    /** These settings with tokens, where tokens are configured. */
    ImapSettings at(ImapSettings server, InstantSource clock) {
        return of(server.user(), clock).map(server::with).orElse(server);
    }

    /** An endpoint that refuses will go on refusing until somebody changes a setting; so the hub says so and does not start. */
    private Optional<OAuthTokens> of(String user, InstantSource clock) {
        Optional<OAuthTokens> tokens = grant(user).map(grant -> new OAuthTokens(grant, clock));
        try {
            if (tokens.isPresent()) {
                tokens.get().token();
            }
        } catch (NoToken reason) {
            if (reason.isRefusal()) {
                throw new IllegalStateException(reason.getMessage());
            }
            LOG.warn("{}", reason.getMessage());
        }
        return tokens;
    }

    private Optional<Grant> grant(String user) {
        return serviceAccountFile
                .map(file -> ServiceAccountFile.read(Path.of(file), user, scope.orElse(ALL_OF_A_MAILBOX_AT_GOOGLE)))
                .or(() -> tokenEndpoint.map(Grant::endpoint)
                        .map(endpoint -> new Grant.ClientCredentials(endpoint, set("client-id", clientId),
                                set("client-secret, or hub.mail.oauth.client-secret-file", secret()),
                                scope.orElse(ALL_OF_A_MAILBOX_AT_MICROSOFT))));
    }

    private Optional<String> secret() {
        return clientSecret.or(() -> clientSecretFile.map(MailTokens::read));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read hub.mail.oauth.client-secret-file " + file, unreadable);
        }
    }

    private static String set(String name, Optional<String> value) {
        return value.orElseThrow(
                () -> new IllegalStateException("hub.mail.oauth.token-endpoint needs hub.mail.oauth." + name));
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "MailTokens[" + clientId.or(() -> serviceAccountFile).orElse("none") + "]";
    }
}
