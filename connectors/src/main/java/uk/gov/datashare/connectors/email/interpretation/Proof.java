package uk.gov.datashare.connectors.email.interpretation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;

/**
 * What proves an interpretation; it names nobody and quotes nothing.
 *
 * @param rawDigest      SHA-256 of the raw mail, 64 hex digits
 * @param messageId      its Message-ID, which its sender chose: a hint; empty text when it has none
 * @param rule           the rule that fired
 * @param tokenDigest    SHA-256 of the token by which it came, 64 hex digits; empty when there was none
 * @param version        the version of the request that the token was given for, where the hub still knows it
 * @param authentication what was found out about its origin
 */
public record Proof(String rawDigest, String messageId, String rule, Optional<String> tokenDigest, OptionalInt version,
        Verdict authentication) {

    public Proof {
        requireNonNull(rawDigest);
        requireNonNull(messageId);
        requireNonNull(rule);
        requireNonNull(tokenDigest);
        requireNonNull(version);
        requireNonNull(authentication);
    }
}
