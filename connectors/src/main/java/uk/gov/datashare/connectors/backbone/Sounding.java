package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What the brokers last said of the hub's topics and of those who read them, and how long ago that was.
 *
 * @param silentFor how long ago every broker that leads a part of a topic last answered: the age of all that is here
 * @param readers   every consumer group of the hub
 * @param topics    every topic of the hub, but not what Kafka Streams keeps for itself
 */
public record Sounding(Duration silentFor, List<Reader> readers, List<Depth> topics) {

    /**
     * A consumer group of the hub.
     *
     * @param group    its name
     * @param lag      how many records it has still to read, of those that are committed
     * @param stuckFor for how long it has had something to read in some partition, and has not moved there
     */
    public record Reader(String group, long lag, Duration stuckFor) {
        public Reader {
            requireNonNull(group);
            requireNonNull(stuckFor);
        }
    }

    /**
     * A topic.
     *
     * @param topic   its name
     * @param records how many records have been written to it, what has been cleaned away included
     * @param openFor for how long a transaction in it has kept back what comes behind
     */
    public record Depth(String topic, long records, Duration openFor) {
        public Depth {
            requireNonNull(topic);
            requireNonNull(openFor);
        }
    }

    public Sounding {
        requireNonNull(silentFor);
        readers = List.copyOf(readers);
        topics = List.copyOf(topics);
    }
}
