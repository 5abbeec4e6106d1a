package uk.gov.datashare.connectors.email;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.connectors.email.LetterChannel.Taken;

/**
 * Where a copy of every letter arrives that has left: the mail server takes a letter for its reader and for the archive in
 * one transaction, or for neither. So whoever is not sure whether a letter has left can look.
 */
public interface Archive {

    /** The archive's own address, which stands in the envelope alone; empty for a hub without an archive. */
    Optional<String> address();

    /**
     * Whether a letter is there. Looks once and does not wait.
     *
     * @param messageId its Message-ID, angle brackets included
     * @param lastTry   a moment after which nobody can have handed it in
     */
    Taken holds(String messageId, Instant lastTry);

    /** No archive: a letter that may have left is sent again. */
    Archive NONE = new Archive() {

        @Override
        public Optional<String> address() {
            return Optional.empty();
        }

        @Override
        public Taken holds(String messageId, Instant lastTry) {
            return Taken.NO;
        }
    };
}
