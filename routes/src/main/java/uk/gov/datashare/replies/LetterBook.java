package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Topics;

/**
 * What the hub has written to whom, from the mail-out topic: fingerprints of lines, and no text. When there is no room left,
 * cases go that are at their end, then those that have been silent longest; letters older than the topic keeps go as well.
 */
final class LetterBook implements Consumer<Received> {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBook.class);

    private final Function<Letter, Optional<ReplyAddress>> addresses;
    private final long mostBytes;
    /** Longest silent first. */
    private final SequencedMap<String, CaseLetters> cases = new LinkedHashMap<>();
    private long bytes;
    private Instant newest = Instant.MIN;

    /**
     * An empty book.
     *
     * @param addresses the address to which the reader of a letter replies; empty when no reply is expected
     * @param mostBytes how much memory the fingerprints may take
     */
    LetterBook(Function<Letter, Optional<ReplyAddress>> addresses, long mostBytes) {
        this.addresses = requireNonNull(addresses);
        this.mostBytes = mostBytes;
    }

    /** What is known of one case; empty when nothing is, or not any more. */
    synchronized Optional<CaseLetters> about(String requestId) {
        return Optional.ofNullable(cases.get(requestId));
    }

    /** How many bytes the fingerprints take. */
    synchronized long bytes() {
        return bytes;
    }

    @Override
    public void accept(Received record) {
        if (record.read() instanceof Read.Understood(var envelope)) {
            try {
                enter(MessageJson.read(envelope.data(), Letter.class), record.timestamp());
            } catch (JacksonException unlike) {
                // Its sender makes a dead letter of it.
                LOG.debug("{} is no letter", record.place(), unlike);
            }
        }
    }

    /** Enters a letter that was written at this time. */
    void enter(Letter letter, Instant at) {
        Optional<ReplyAddress> address = addresses.apply(letter);
        String reply = address.map(ReplyAddress::toString).orElse("");
        LetterLines lines = LetterLines.of(letter.subject(), letter.text().replace(Letter.REPLY_ADDRESS, reply),
                letter.html().replace(Letter.REPLY_ADDRESS, reply));
        put(letter, address, lines, at);
    }

    private synchronized void put(Letter letter, Optional<ReplyAddress> address, LetterLines lines, Instant at) {
        CaseLetters before = Optional.ofNullable(cases.remove(letter.requestId())).orElse(CaseLetters.NONE);
        CaseLetters after = before.and(letter, address, lines, at);
        bytes += after.bytes() - before.bytes();
        newest = at.isAfter(newest) ? at : newest;
        if (after.isAtItsEnd()) {
            cases.putFirst(letter.requestId(), after);
        } else {
            cases.putLast(letter.requestId(), after);
        }
        makeRoom();
    }

    private void makeRoom() {
        Iterator<Map.Entry<String, CaseLetters>> eldest = cases.entrySet().iterator();
        while (eldest.hasNext()) {
            CaseLetters letters = eldest.next().getValue();
            boolean gone = Topics.MAIL_OUT.retention().filter(kept -> letters.last().plus(kept).isBefore(newest))
                    .isPresent();
            if (bytes <= mostBytes && !gone) {
                return;
            }
            bytes -= letters.bytes();
            eldest.remove();
        }
    }
}
