package uk.gov.datashare.connectors.backbone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this process: one node that is broker and controller, on loopback, with its data in a folder. What
 * was acknowledged is still there after a restart and after the process was killed; its port may be another one then.
 */
final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, FolderLock lock, String bootstrapServers) {
        this.server = server;
        this.lock = lock;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on what the folder holds, or on a new log where it holds nothing.
     *
     * @param port its loopback port; 0 for a free one
     * @throws BackboneException when the folder or the port is in use, or the data cannot be read
     */
    static EmbeddedBroker start(Path folder, int port) {
        FolderLock lock = FolderLock.take(folder);
        try {
            EmbeddedBroker broker = start(EmbeddedBrokerConfig.of(folder, available(port), available(0)), lock);
            LOG.info("The embedded Kafka broker answers at {} and keeps its data in {}", broker.bootstrapServers,
                    folder.toAbsolutePath());
            return broker;
        } catch (BackboneException known) {
            lock.close();
            throw known;
        } catch (Exception failure) {
            lock.close();
            throw new BackboneException("The embedded Kafka broker could not start on " + folder.toAbsolutePath()
                    + ". If its data is damaged and may be lost, move that folder away; the hub then begins anew",
                    failure);
        }
    }

    private static EmbeddedBroker start(EmbeddedBrokerConfig config, FolderLock lock) throws Exception {
        config.formatWhereEmpty();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config.properties(), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, lock, config.bootstrapServers());
    }

    /** Kafka ends the whole process over a port that is taken, so it is tried before. */
    private static int available(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new BackboneException("Port " + port
                    + " is taken: stop what listens there, or set hub.kafka.embedded-port to another, or to 0 for any",
                    taken);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker with everything written to disk, and lets go of the folder. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
