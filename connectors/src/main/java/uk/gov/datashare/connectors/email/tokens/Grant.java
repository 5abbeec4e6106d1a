package uk.gov.datashare.connectors.email.tokens;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By what right the hub asks for an access token, and where. */
public sealed interface Grant {

    /** The token endpoint (RFC 6749 section 3.2). */
    URI endpoint();

    /** What is posted to the endpoint at this moment. */
    Map<String, String> form(Instant now);

    /** What must never be shown, should the endpoint repeat it. */
    Optional<String> secret();

    /**
     * The hub's own right, as Microsoft Entra ID grants it (client credentials, RFC 6749 section 4.4).
     *
     * @param endpoint     the tenant's token endpoint
     * @param clientId     the hub's name there
     * @param clientSecret its secret; never shown
     * @param scope        what the token is for, such as {@code https://outlook.office365.com/.default}
     */
    record ClientCredentials(URI endpoint, String clientId, String clientSecret, String scope) implements Grant {

        public ClientCredentials {
            checked(endpoint);
            requireNonNull(clientId);
            requireNonNull(clientSecret);
            requireNonNull(scope);
        }

        @Override
        public Map<String, String> form(Instant now) {
            return Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret,
                    "scope", scope);
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(clientSecret);
        }

        /** Everything but the secret. */
        @Override
        public String toString() {
            return "ClientCredentials[" + clientId + " at " + endpoint + ", scope " + scope + "]";
        }
    }

    /**
     * A service account's right to act for the owner of a mailbox, as Google grants it (a signed assertion, RFC 7523
     * section 2.1).
     *
     * @param endpoint where tokens are given; the assertion is made out to it
     * @param account  the service account's name, which looks like a mail address
     * @param keyId    what the endpoint calls the key; empty when it has one only
     * @param key      the account's private RSA key; never shown
     * @param subject  the mailbox's owner
     * @param scope    what the token is for, such as {@code https://mail.google.com/}
     */
    record ServiceAccount(URI endpoint, String account, Optional<String> keyId, PrivateKey key, String subject,
            String scope) implements Grant {

        private static final Duration VALID = Duration.ofMinutes(5);

        public ServiceAccount {
            checked(endpoint);
            requireNonNull(account);
            requireNonNull(keyId);
            requireNonNull(key);
            requireNonNull(subject);
            requireNonNull(scope);
        }

        @Override
        public Map<String, String> form(Instant now) {
            return Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion",
                    Jwt.underKey(key, keyId, Map.of("iss", account, "sub", subject, "scope", scope,
                            "aud", endpoint.toString(), "iat", now.getEpochSecond(),
                            "exp", now.plus(VALID).getEpochSecond())));
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        /** Everything but the key. */
        @Override
        public String toString() {
            return "ServiceAccount[" + account + " for " + subject + " at " + endpoint + ", scope " + scope + "]";
        }
    }

    /** What is posted to the endpoint is secret, so only loopback may be reached without encryption. */
    private static void checked(URI endpoint) {
        Set<String> loopback = Set.of("127.0.0.1", "localhost", "[::1]");
        boolean plain = "http".equals(endpoint.getScheme()) && loopback.contains(String.valueOf(endpoint.getHost()));
        if (!plain && !("https".equals(endpoint.getScheme()) && endpoint.getHost() != null)) {
            throw new IllegalArgumentException("The token endpoint must be an https address, and is " + endpoint);
        }
    }

    /**
     * A token endpoint as it is configured.
     *
     * @throws IllegalArgumentException when it is no address
     */
    static URI endpoint(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("The token endpoint is no address: " + text);
        }
    }
}
