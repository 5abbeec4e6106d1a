package uk.gov.datashare.post;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.contracts.WaitingLetter;

/** Writes down and counts what becomes of letters, by their ids: no address, no name, no text. */
final class PostJournal {

    private static final Logger LOG = LoggerFactory.getLogger(PostJournal.class);

    private final MeterRegistry meters;

    PostJournal(MeterRegistry meters) {
        this.meters = meters;
    }

    void left(String letterId) {
        count("left");
        LOG.info("Letter {} has left", letterId);
    }

    void foundInTheArchive(String letterId) {
        count("found");
        LOG.info("Letter {} had left before, says the archive", letterId);
    }

    void refused(String letterId, String because) {
        count("refused");
        LOG.warn("Letter {} is refused for good: {}", letterId, because);
    }

    void putOff(String letterId, String because) {
        count("put-off");
        LOG.info("Letter {} is put off: {}", letterId, because);
    }

    void inDoubt(String letterId, String because) {
        count("in-doubt");
        LOG.info("Letter {} may have left, which the archive will tell: {}", letterId, because);
    }

    void slow(String letterId) {
        count("slow");
        LOG.info("Letter {} gives way: its destination is slow", letterId);
    }

    void behind(String letterId) {
        count("behind");
        LOG.info("Letter {} waits behind an earlier one to its reader", letterId);
    }

    void givenUp(WaitingLetter letter, String because) {
        count("given-up");
        LOG.warn("Letter {} is given up after {} tries since {}: {}", letter.letter().letterId(), letter.tries() + 1,
                letter.writtenAt(), because);
    }

    private void count(String outcome) {
        meters.counter("hub.post.letters", "outcome", outcome).increment();
    }
}
