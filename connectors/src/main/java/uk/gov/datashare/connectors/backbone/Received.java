package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record as it came from a topic. Whoever could write to that topic chose everything in it but its place, so nothing
 * here is believed until it is {@linkplain #read() read} and checked.
 *
 * @param topic     where it came from; the broker guards who may write there
 * @param partition its partition
 * @param offset    its place in the partition
 * @param timestamp when it was written, as the record says
 * @param key       its key; empty when it has none
 * @param headers   the headers of the CloudEvents binding and of dead letters by lower-case name; no other header gets this far
 * @param value     its bytes; empty for a tombstone
 */
public record Received(String topic, int partition, long offset, Instant timestamp, Optional<String> key,
        Map<String, String> headers, Optional<byte[]> value) {

    public Received {
        requireNonNull(topic);
        requireNonNull(timestamp);
        requireNonNull(key);
        headers = Map.copyOf(headers);
        requireNonNull(value);
    }

    /** The CloudEvent in it, or every reason why it is none. */
    public Read read() {
        return KafkaEnvelopes.read(this);
    }

    /** Whether it says that nothing is left under its key. */
    public boolean isTombstone() {
        return value.isEmpty();
    }

    /** Where exactly it was found, for a log or a person: {@code datashare.commands.v1-3@42}. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }

    /** The place alone: content stays out of logs. */
    @Override
    public String toString() {
        return "Received[" + place() + "]";
    }
}
