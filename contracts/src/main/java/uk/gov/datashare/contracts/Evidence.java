package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

/**
 * What proves that a reply was given: kept with the decision for ever, so it names no person and quotes no mail.
 *
 * @param channel   how it came
 * @param messageId the message's own id: a hint, for its sender chose it
 * @param rawDigest SHA-256 of the raw message, 64 hex digits
 * @param rule      which rule of reading fired
 * @param assurance how sure the hub is that the right person wrote it
 */
public record Evidence(Channel channel, String messageId, String rawDigest, String rule, Assurance assurance) {

    /** How a reply came. */
    public enum Channel {
        EMAIL, TOPIC, HTTP
    }

    /** How sure the hub is; LOW never counts. */
    public enum Assurance {
        HIGH, MEDIUM, LOW
    }

    public Evidence {
        requireNonNull(channel);
        requireNonNull(messageId);
        requireNonNull(rawDigest);
        requireNonNull(rule);
        requireNonNull(assurance);
    }
}
