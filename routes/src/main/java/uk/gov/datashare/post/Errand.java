package uk.gov.datashare.post;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.WaitingLetter;

/**
 * A letter to hand in.
 *
 * @param record  what it was read from
 * @param waiting the letter and how far it has come
 * @param address where its reader reads
 * @param doubt   until when an earlier try may have been under way that nobody here knows of; empty when there was none
 */
record Errand(Received record, Envelope<WaitingLetter> waiting, String address, Optional<Instant> doubt) {

    Letter letter() {
        return waiting.data().letter();
    }

    String letterId() {
        return letter().letterId();
    }

    String domain() {
        return MailAddresses.domainOf(address);
    }

    /** Letters of one case to one reader, who sees in which order they come. */
    String thread() {
        return thread(letter());
    }

    static String thread(Letter letter) {
        return letter.requestId() + "|" + letter.recipient();
    }

    /** A letter that nobody has tried to hand in yet. */
    static Envelope<WaitingLetter> fresh(Envelope<Letter> letter) {
        return letter.map(data -> new WaitingLetter(data, letter.time(), letter.time(), 0, letter.time()));
    }
}
