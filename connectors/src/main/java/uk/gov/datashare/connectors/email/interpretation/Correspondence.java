package uk.gov.datashare.connectors.email.interpretation;

import static java.util.Objects.requireNonNull;

import java.util.Set;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.reply.LetterLines;

/**
 * What the hub itself has sent, as far as whoever asks can know it. It may know too little, never too much: where it is not
 * sure it says {@link NotKnown}, and the process judges alone.
 */
@FunctionalInterface
public interface Correspondence {

    /** That of a hub which knows of no letter. */
    Correspondence NONE = _ -> new NotKnown();

    /** What was sent with this address as the one to reply to. */
    Written to(ReplyAddress address);

    /** What the hub wrote. */
    sealed interface Written {}

    /** Nothing can be said. */
    record NotKnown() implements Written {}

    /** The hub did write about this task, and never with this token. */
    record Never() implements Written {}

    /**
     * The letters with this reply address, all to one reader.
     *
     * @param lines       what they said
     * @param addresses   the reader's registered addresses now, in lower case, those left out that are not theirs alone
     * @param version     the version of the request that they were about
     * @param contentHash hash of what the reader was shown, 64 hex digits
     * @param standing    whether the reply address is still good
     */
    record Sent(LetterLines lines, Set<String> addresses, int version, String contentHash, Standing standing)
            implements
                Written {

        public Sent {
            requireNonNull(lines);
            addresses = Set.copyOf(addresses);
            requireNonNull(contentHash);
            requireNonNull(standing);
        }
    }

    /** Whether a reply address is still good. */
    enum Standing {
        /** As far as is known. */
        CURRENT,
        /** The task has gone to somebody else. */
        REVOKED,
        /** A newer version of the request is out. */
        SUPERSEDED,
        /** The case is at its end. */
        CLOSED,
        /** Its time is over. */
        EXPIRED
    }
}
