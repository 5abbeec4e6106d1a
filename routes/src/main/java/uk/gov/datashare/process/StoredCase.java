package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.MessageJson;

/**
 * A case between two messages, as it lies in the process's store.
 *
 * @param share         how it stands
 * @param sequence      how many events its log has
 * @param head          hash of the last of them
 * @param correlationId what ties the messages of the case together, as its department last said it
 * @param wakeAt        when time will have something to say to it
 */
record StoredCase(Share share, long sequence, String head, Optional<String> correlationId, Optional<Instant> wakeAt) {

    /** What is smaller than this can surely be read again, however it is made up. */
    private static final int SURELY_READABLE = 64 * 1024;

    StoredCase {
        requireNonNull(share);
        requireNonNull(head);
        requireNonNull(correlationId);
        requireNonNull(wakeAt);
    }

    /** A case that nothing has happened to. */
    static StoredCase nothingYet(String requestId) {
        var nothing = Recorded.nothingYet(requestId);
        return new StoredCase(nothing.share(), nothing.sequence(), nothing.head(), Optional.empty(), Optional.empty());
    }

    static StoredCase read(byte[] json) {
        return MessageJson.read(json, StoredCase.class);
    }

    /**
     * The case as bytes.
     *
     * @throws tools.jackson.core.JacksonException when it has grown too large to be read again
     */
    byte[] write() {
        byte[] json = MessageJson.write(this);
        return json.length < SURELY_READABLE ? json : MessageJson.write(read(json));
    }

    Recorded log() {
        return new Recorded(share, sequence, head, List.of());
    }
}
