package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the backbone is and how it is to be used.
 *
 * @param bootstrapServers  the Kafka cluster, {@code host:port} with commas; empty to start a broker in this process
 * @param dataFolder        where the embedded broker and the process keep what must outlive a restart
 * @param embeddedPort      the loopback port of the embedded broker; 0 for a free one at each start
 * @param partitions        how many partitions topics with keys have, fixed for life at their creation
 * @param replicationFactor how many brokers hold each record; 1 with the embedded broker
 * @param instanceName      the stable name of this hub among those that share the cluster; empty to make one of host and data folder.
 *                          Two hubs of one name push each other out
 * @param client            further Kafka client properties, such as {@code security.protocol} and {@code sasl.jaas.config}; never shown
 */
public record BackboneSettings(Optional<String> bootstrapServers, Path dataFolder, int embeddedPort, int partitions,
        int replicationFactor, Optional<String> instanceName, Map<String, String> client) {

    /** Partitions of a topic with keys, unless configured otherwise before the first start. */
    public static final int USUAL_PARTITIONS = 6;

    public BackboneSettings {
        requireNonNull(bootstrapServers);
        requireNonNull(dataFolder);
        requireNonNull(instanceName);
        client = Map.copyOf(client);
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException("Partitions and replication factor are at least 1");
        }
    }

    /** An embedded broker on a free port, everything else as usual. */
    public static BackboneSettings embedded(Path dataFolder) {
        return new BackboneSettings(Optional.empty(), dataFolder, 0, USUAL_PARTITIONS, 1, Optional.empty(), Map.of());
    }

    /** A cluster that runs elsewhere. */
    public static BackboneSettings at(String bootstrapServers, Path dataFolder) {
        return new BackboneSettings(Optional.of(bootstrapServers), dataFolder, 0, USUAL_PARTITIONS, 1, Optional.empty(),
                Map.of());
    }

    /** The same with another number of partitions. */
    public BackboneSettings withPartitions(int number) {
        return new BackboneSettings(bootstrapServers, dataFolder, embeddedPort, number, replicationFactor, instanceName,
                client);
    }

    /** The same under a name of one's own choice. */
    public BackboneSettings named(String instance) {
        return new BackboneSettings(bootstrapServers, dataFolder, embeddedPort, partitions, replicationFactor,
                Optional.of(instance), client);
    }

    /** Without the values of the client properties, some of which are secrets. */
    @Override
    public String toString() {
        return "BackboneSettings[bootstrapServers=" + bootstrapServers + ", dataFolder=" + dataFolder
                + ", embeddedPort=" + embeddedPort
                + ", partitions=" + partitions + ", replicationFactor=" + replicationFactor + ", instanceName="
                + instanceName + ", client="
                + client.keySet() + "]";
    }
}
