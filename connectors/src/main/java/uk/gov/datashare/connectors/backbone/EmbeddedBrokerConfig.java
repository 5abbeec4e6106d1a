package uk.gov.datashare.connectors.backbone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The settings of the embedded broker: one node, small, and quick to be back. */
record EmbeddedBrokerConfig(Path log, int port, int controllerPort) {

    private static final int NODE = 1;
    private static final String HOST = "127.0.0.1";

    /** One node has nobody to share its internal topics with, and few partitions of them are opened quickly. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "6",
            "transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "3",
            "share.coordinator.state.topic.replication.factor", "1", "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1");

    /** A node that was killed is fenced by its own controller until its old session ends: let that be soon. */
    private static final Map<String, String> QUICK_TO_BE_BACK = Map.of(
            "broker.session.timeout.ms", "1500", "broker.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0", "controlled.shutdown.enable", "true");

    private static final Map<String, String> SMALL = Map.of(
            "log.segment.bytes", "67108864", "log.index.size.max.bytes", "524288",
            "log.cleaner.threads", "1", "log.cleaner.dedupe.buffer.size", "4194304",
            "num.network.threads", "2", "num.io.threads", "4", "background.threads", "2",
            "metadata.log.segment.bytes", "16777216", "socket.request.max.bytes", "33554432");

    static EmbeddedBrokerConfig of(Path folder, int port, int controllerPort) {
        return new EmbeddedBrokerConfig(folder.resolve("log").toAbsolutePath(), port, controllerPort);
    }

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(ONE_NODE);
        properties.putAll(QUICK_TO_BE_BACK);
        properties.putAll(SMALL);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("log.dirs", log.toString());
        properties.put("listeners", "HUB://" + bootstrapServers() + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.put("advertised.listeners", "HUB://" + bootstrapServers());
        properties.put("listener.security.protocol.map", "HUB:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "HUB");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        properties.put("auto.create.topics.enable", "false");
        // Offsets of a stage outlive a hub that was off for long.
        properties.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
        return properties;
    }

    /** Writes the identity of a new log; a log that has one is left as it is. */
    void formatWhereEmpty() throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(log.toString())
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }
}
