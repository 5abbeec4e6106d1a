package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A place on the backbone: its name, how many partitions it has and how long it keeps what it holds.
 *
 * @param name       the Kafka topic's name
 * @param partitions whether it is spread over the hub's partitions (topics that share a key have equally many) or has just one
 * @param cleanup    what becomes of old records
 * @param retention  how long records are kept; empty for ever
 */
public record Topic(String name, Spread partitions, Cleanup cleanup, Optional<Duration> retention) {

    /** How a topic is divided. */
    public enum Spread {
        /** As many partitions as the hub is configured with, so that equal keys meet in equal partitions. */
        BY_KEY,
        /** One partition, for small topics that are read whole. */
        SINGLE
    }

    /** What becomes of old records (Kafka's {@code cleanup.policy}). */
    public enum Cleanup {
        /** Dropped after the retention. */
        DELETE,
        /** The newest record of each key stays. */
        COMPACT
    }

    public Topic {
        requireNonNull(name);
        requireNonNull(partitions);
        requireNonNull(cleanup);
        requireNonNull(retention);
    }
}
