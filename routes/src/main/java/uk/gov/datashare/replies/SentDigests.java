package uk.gov.datashare.replies;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;

/**
 * The digests that have been written, as the topic of letters has them: what each numbers, for whom, and in which lines. A
 * number means in a digest what it meant when that was written, however old it is.
 */
final class SentDigests implements Consumer<Received> {

    private static final Logger LOG = LoggerFactory.getLogger(SentDigests.class);
    /** Lines beyond that are forgotten, the oldest first: a quote is then cut by its shape alone. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** What a letter with numbered items has in its JSON, and others seldom. */
    private static final byte[] ITEMS = "\"items\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Map<String, Digest> digests = new HashMap<>();
    private final Map<String, LetterLines> lines = new LinkedHashMap<>();
    private long bytes;

    /**
     * A digest.
     *
     * @param recipient personId of its reader
     * @param items     what it numbers
     * @param lines     its own lines, as far as they are kept
     */
    record Digest(String recipient, List<Letter.Item> items, LetterLines lines) {

        /** The token of a reply address to it is made of this. */
        Letter.Reply reply() {
            return new Letter.Reply(Letter.DIGEST, 1, MessageJson.hash(items));
        }

        Optional<Letter.Item> item(int number) {
            return items.stream().filter(item -> item.number() == number).findFirst();
        }
    }

    @Override
    public void accept(Received record) {
        if (record.value().filter(SentDigests::mayHaveItems).isPresent()
                && record.read() instanceof Read.Understood(var envelope)) {
            try {
                note(MessageJson.read(envelope.data(), Letter.class));
            } catch (JacksonException unlike) {
                LOG.warn("{} is no letter, and is passed over: {}", record.place(), unlike.getOriginalMessage());
            }
        }
    }

    /** The digest of this number. */
    synchronized Optional<Digest> of(String number) {
        return Optional.ofNullable(digests.get(number))
                .map(digest -> new Digest(digest.recipient(), digest.items(),
                        lines.getOrDefault(number, LetterLines.NONE)));
    }

    synchronized void note(Letter letter) {
        if (letter.items().isEmpty()) {
            return;
        }
        String number = letter.requestId();
        digests.putIfAbsent(number, new Digest(letter.recipient(), letter.items(), LetterLines.NONE));
        LetterLines own = LetterLines.of(letter.subject(), letter.text(), letter.html());
        LetterLines before = lines.getOrDefault(number, LetterLines.NONE);
        LetterLines together = LetterLines.together(List.of(before, own));
        bytes += together.bytes() - before.bytes();
        lines.put(number, together);
        forgetLines();
    }

    private void forgetLines() {
        Iterator<LetterLines> oldest = lines.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static boolean mayHaveItems(byte[] json) {
        int last = json.length - ITEMS.length;
        for (int at = last; at >= 0; at--) {
            int same = 0;
            while (same < ITEMS.length && json[at + same] == ITEMS[same]) {
                same++;
            }
            if (same == ITEMS.length) {
                return true;
            }
        }
        return false;
    }
}
