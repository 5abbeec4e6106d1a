package uk.gov.datashare.connectors.backbone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * How every Kafka client of the hub is set up: idempotent, acknowledged by all in-sync replicas, reading committed
 * records only, bytes in and bytes out. Its secrets go straight into the clients and are shown nowhere.
 */
public final class KafkaConnection {

    private static final String SESSION = "8000";
    private static final String HEARTBEAT = "2000";

    private final String bootstrapServers;
    private final BackboneSettings settings;
    private final String instanceName;

    private KafkaConnection(String bootstrapServers, BackboneSettings settings) {
        this.bootstrapServers = bootstrapServers;
        this.settings = settings;
        this.instanceName = settings.instanceName().orElseGet(() -> nameOf(settings.dataFolder()));
    }

    /** The cluster at these servers, with the client properties and names of these settings. */
    public static KafkaConnection to(String bootstrapServers, BackboneSettings settings) {
        return new KafkaConnection(bootstrapServers, settings);
    }

    /** {@code host:port}, with commas between several. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The stable name of this hub among those that share the cluster. */
    public String instanceName() {
        return instanceName;
    }

    /** The consumer group, or Streams application, of a part of the hub. */
    public static String group(String part) {
        return "datashare." + part;
    }

    /**
     * Everything Kafka Streams needs to run a part of the hub exactly once, under a static member name so that it is back
     * within seconds after a kill. The folder for its state lies in the data folder.
     */
    public Properties streams(String part) {
        Properties streams = new Properties();
        streams.putAll(common());
        streams.put("application.id", group(part));
        streams.put("client.id", group(part) + "." + instanceName);
        streams.put("processing.guarantee", "exactly_once_v2");
        streams.put("group.protocol", "classic");
        streams.put("group.instance.id", group(part) + "." + instanceName);
        streams.put("session.timeout.ms", SESSION);
        streams.put("heartbeat.interval.ms", HEARTBEAT);
        streams.put("commit.interval.ms", "50");
        streams.put("producer.transaction.timeout.ms", "20000");
        streams.put("producer.max.request.size", Integer.toString(Limits.LARGE_BATCH));
        streams.put("consumer.auto.offset.reset", "earliest");
        streams.put("consumer.isolation.level", "read_committed");
        streams.put("replication.factor", Integer.toString(settings.replicationFactor()));
        streams.put("num.standby.replicas", settings.replicationFactor() > 1 ? "1" : "0");
        streams.put("num.stream.threads", "1");
        streams.put("state.dir", settings.dataFolder().resolve("streams").toString());
        return streams;
    }

    /** A reader of a whole topic, without a group. */
    Map<String, Object> reader() {
        Map<String, Object> reader = common();
        reader.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        reader.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        reader.put("isolation.level", "read_committed");
        reader.put("auto.offset.reset", "earliest");
        reader.put("enable.auto.commit", "false");
        reader.put("allow.auto.create.topics", "false");
        reader.put("fetch.max.bytes", Integer.toString(16 * 1024 * 1024));
        // New topics that match a pattern are seen at this pace.
        reader.put("metadata.max.age.ms", "3000");
        return reader;
    }

    /** A member of a group that keeps its place through restarts and kills: nobody waits for its old self to expire. */
    Map<String, Object> member(String group) {
        Map<String, Object> member = reader();
        member.put("group.id", group);
        member.put("group.instance.id", group + "." + instanceName);
        member.put("client.id", group + "." + instanceName);
        member.put("session.timeout.ms", SESSION);
        member.put("heartbeat.interval.ms", HEARTBEAT);
        return member;
    }

    Map<String, Object> producer() {
        Map<String, Object> producer = common();
        producer.put("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        producer.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        producer.put("acks", "all");
        producer.put("enable.idempotence", "true");
        producer.put("max.request.size", Integer.toString(Limits.LARGE_BATCH));
        producer.put("request.timeout.ms", "10000");
        // Long enough for a broker's restart; short enough that several attempts fit between two polls of the reader.
        producer.put("delivery.timeout.ms", "20000");
        producer.put("max.block.ms", "20000");
        return producer;
    }

    Map<String, Object> admin() {
        Map<String, Object> admin = common();
        admin.putIfAbsent("request.timeout.ms", "10000");
        admin.putIfAbsent("default.api.timeout.ms", "30000");
        return admin;
    }

    BackboneSettings settings() {
        return settings;
    }

    private Map<String, Object> common() {
        Map<String, Object> common = new HashMap<>();
        common.put("reconnect.backoff.max.ms", "2000");
        common.putAll(settings.client());
        common.put("bootstrap.servers", bootstrapServers);
        return common;
    }

    private static String nameOf(Path dataFolder) {
        try {
            String folder = dataFolder.toAbsolutePath().normalize().toString();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(folder.getBytes(StandardCharsets.UTF_8));
            return InetAddress.getLocalHost().getHostName() + "-" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (UnknownHostException nameless) {
            throw new BackboneException("This machine does not know its own name: set hub.kafka.instance-name",
                    nameless);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Without the client properties, some of which are secrets. */
    @Override
    public String toString() {
        return "KafkaConnection[" + bootstrapServers + " as " + instanceName + "]";
    }
}
