package uk.gov.datashare.connectors.email;

import java.time.Instant;

import uk.gov.datashare.contracts.Letter;

/**
 * A way on which letters leave the hub. A channel may be asked by any number of threads at once. It names each letter to the
 * service behind it by its letterId, so that the service can say later whether it has the letter.
 */
public interface LetterChannel {

    /**
     * Hands a letter in, once; a letter that cannot be written is refused, and nothing is thrown. Whoever is not sure that no
     * earlier try went through asks {@link #hasTaken} first.
     *
     * @param letter  the letter
     * @param address where its reader reads, as the registry has it now
     * @param lease   asked at the last moment at which the letter can still be kept back; when it is over, the answer is
     *                {@link Sending.TryLater}
     */
    Sending send(Letter letter, String address, Lease lease);

    /** The same for those who are nobody's deputy and may take their time. */
    default Sending send(Letter letter, String address) {
        return send(letter, address, () -> true);
    }

    /**
     * Whether an earlier try of which nobody knows how it ended has handed this letter in. Asks the service once and does not
     * wait: whoever is told {@link Taken#CANNOT_TELL} asks again a little later.
     *
     * @param letter  the letter
     * @param lastTry a moment after which nobody can have tried; a channel that shows a letter only some time after it took it
     *                does not say {@link Taken#NO} before that time has passed since
     */
    Taken hasTaken(Letter letter, Instant lastTry);

    /**
     * The right to hand a letter in. A hub that was stopped for a while, and goes on, finds that it is over: another one does
     * its work by then.
     */
    @FunctionalInterface
    interface Lease {

        /** Whether the letter may still be handed in. */
        boolean stands();
    }

    /** What a channel knows of a letter that may have been handed in. */
    enum Taken {
        /** It has been handed in, and must not be again. */
        YES,
        /** It has not, and will not be unless somebody does it now. */
        NO,
        /** The service does not answer, or could still show it. */
        CANNOT_TELL
    }

    /** What became of a letter. Every answer that a service can give is one of these. */
    sealed interface Sending {

        /**
         * The service has taken it, and is now responsible for it.
         *
         * @param messageId the service's name for it; the Message-ID, angle brackets included, for mail
         */
        record Accepted(String messageId) implements Sending {}

        /** It will never be taken: the address, the sender or the letter itself is wrong. */
        record Refused(String because) implements Sending {}

        /**
         * The service takes letters, but not this one now: its reader's mailbox is full, or the server wants to see it again.
         * It has not been taken.
         */
        record PutOff(String because) implements Sending {}

        /** The service is away, busy or misconfigured; the same letter may go through later. It has not been taken. */
        record TryLater(String because) implements Sending {}

        /** The service may have taken it or not: it was gone before it said. */
        record InDoubt(String because) implements Sending {}
    }
}
