package uk.gov.datashare.connectors.backbone;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Topic;

/** A record that is to be written, and where. What can never be written is refused when it is made, not when it is sent. */
public sealed interface Outgoing permits Outgoing.Event, Outgoing.Tombstone, DeadLetter {

    /** An event for a topic, under a key. */
    static Outgoing event(Topic topic, String key, Envelope<byte[]> envelope) {
        return new Event(topic.name(), key, envelope);
    }

    /** Word on a compacted topic that nothing is left under a key. */
    static Outgoing tombstone(Topic topic, String key) {
        return new Tombstone(topic.name(), key);
    }

    /** The topic's name. */
    String topic();

    /**
     * A CloudEvent. One that has control characters in its key or an attribute, or is too long for its topic, is refused
     * with an IllegalArgumentException.
     *
     * @param topic    the topic's name
     * @param key      what it is kept with and ordered by
     * @param envelope the event; its data is JSON, or a mail as it came
     */
    record Event(String topic, String key, Envelope<byte[]> envelope) implements Outgoing {

        public Event {
            Attributes.check(key, envelope);
            Limits.check(topic, envelope.data());
        }
    }

    /** The end of what a compacted topic says under a key. */
    record Tombstone(String topic, String key) implements Outgoing {

        public Tombstone {
            Attributes.check("key", key);
        }
    }
}
