package uk.gov.datashare.connectors.email.notify;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * The hub's service at GOV.UK Notify.
 *
 * @param api     where Notify's API is
 * @param key     the API key; never shown
 * @param template the id of a mail template that consists of the two placeholders {@code subject} and {@code body}
 * @param replyTo the id of the reply-to address that is registered there, which must lead to the hub's mailbox
 */
public record NotifySettings(URI api, String key, String template, Optional<String> replyTo) {

    /** Where Notify's API is, unless configured otherwise. */
    public static final String PUBLIC_API = "https://api.notifications.service.gov.uk";

    public NotifySettings {
        boolean encrypted = "https".equals(api.getScheme()) || "127.0.0.1".equals(api.getHost());
        if (!encrypted) {
            throw new IllegalArgumentException("hub.notify.api must be an https address, and is " + api);
        }
        requireNonNull(template);
        requireNonNull(replyTo);
        var _ = NotifyKey.of(key);
    }

    /** Everything but the key. */
    @Override
    public String toString() {
        return "NotifySettings[" + api + ", " + NotifyKey.of(key) + ", template " + template + "]";
    }
}
