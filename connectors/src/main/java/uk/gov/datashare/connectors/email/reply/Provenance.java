package uk.gov.datashare.connectors.email.reply;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import uk.gov.datashare.connectors.email.ReplyAddress;

/**
 * Where a reading comes from: what is kept as evidence, and what says whom and what it is about.
 *
 * @param rawDigest SHA-256 of the raw mail, 64 hex digits
 * @param messageId the mail's own Message-ID, empty text when it has none: its sender chose it, so it is a hint and no more
 * @param from      the one address in its From, in lower case; empty when that is not exactly one
 * @param about     the reply address by which it came; empty when none was found
 * @param answers   letterId of the hub's letter that it says it answers
 * @param rule      the rule that fired, such as {@code approve.approved} or {@code machine.auto-submitted}
 */
public record Provenance(String rawDigest, String messageId, Optional<String> from, Optional<ReplyAddress> about,
        Optional<String> answers, String rule) {

    public Provenance {
        requireNonNull(rawDigest);
        requireNonNull(messageId);
        requireNonNull(from);
        requireNonNull(about);
        requireNonNull(answers);
        requireNonNull(rule);
    }

    /** The same mail under another rule. */
    Provenance by(String otherRule) {
        return new Provenance(rawDigest, messageId, from, about, answers, otherRule);
    }
}
