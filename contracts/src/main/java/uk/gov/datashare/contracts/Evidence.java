package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What proves that a reply was given: kept with the decision for ever, so it names no person and quotes no mail.
 *
 * @param channel        how it came
 * @param messageId      the message's own id: a hint, for its sender chose it
 * @param rawDigest      SHA-256 of the raw message, 64 hex digits
 * @param rule           which rule of reading fired
 * @param assurance      how sure the hub is that the right person wrote it
 * @param authentication why it is so sure, in the words of RFC 8601 and at most 500 characters:
 *                       {@code dkim=pass header.d=dept.example; dkim2=pass; mode=authserv-id mx.hub.example}; empty where
 *                       nothing was looked at
 */
public record Evidence(Channel channel, String messageId, String rawDigest, String rule, Assurance assurance,
        Optional<String> authentication) {

    /** How a reply came. */
    public enum Channel {
        EMAIL, TOPIC, HTTP
    }

    /** How sure the hub is: MEDIUM decides only once a code is sent back that the approver on record was given, LOW never. */
    public enum Assurance {
        HIGH, MEDIUM, LOW
    }

    public Evidence {
        requireNonNull(channel);
        requireNonNull(messageId);
        requireNonNull(rawDigest);
        requireNonNull(rule);
        requireNonNull(assurance);
        requireNonNull(authentication);
    }

    /** What proves a reply whose origin was not looked at. */
    public Evidence(Channel channel, String messageId, String rawDigest, String rule, Assurance assurance) {
        this(channel, messageId, rawDigest, rule, assurance, Optional.empty());
    }
}
