package uk.gov.datashare.connectors.email.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import uk.gov.datashare.connectors.email.tokens.Jwt;

/**
 * An API key of Notify. It names the service and holds the secret, each a UUID, after a name that people gave it.
 *
 * @param service the service's id
 * @param secret  what requests are signed with; never shown
 */
record NotifyKey(String service, String secret) {

    private static final int UUID = 36;
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * The key as Notify shows it once, when it is made.
     *
     * @throws IllegalArgumentException when it is none; the message never shows it
     */
    static NotifyKey of(String shown) {
        String key = shown.strip();
        if (key.length() > 2 * UUID + 1) {
            String service = key.substring(key.length() - 2 * UUID - 1, key.length() - UUID - 1);
            String secret = key.substring(key.length() - UUID);
            if (WRITTEN.matcher(service).matches() && WRITTEN.matcher(secret).matches()) {
                return new NotifyKey(service, secret);
            }
        }
        throw new IllegalArgumentException(
                "hub.notify.api-key is no API key of GOV.UK Notify: it must be the key's name, "
                        + "the service id and the secret, joined by hyphens, as Notify shows it when the key is made");
    }

    /** What a request is sent under; Notify takes it for half a minute around this moment. */
    String authorization(Instant now) {
        return "Bearer "
                + Jwt.underSecret(secret.getBytes(US_ASCII), Map.of("iss", service, "iat", now.getEpochSecond()));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NotifyKey[service " + service + "]";
    }
}
