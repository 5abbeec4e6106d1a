package uk.gov.datashare.connectors.backbone;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a topic goes at the moment, open transactions included. It connects when it is first asked, and stays connected. */
final class TopicEnds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicEnds.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(1);

    private final KafkaConnection connection;
    private final String topic;
    private Optional<Admin> admin = Optional.empty();
    private Map<TopicPartition, OffsetSpec> partitions = Map.of();

    TopicEnds(KafkaConnection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /** The end of each partition; nothing where the broker does not say so in this time. */
    synchronized Map<TopicPartition, Long> now(Duration atMost) throws InterruptedException {
        try {
            Admin broker = admin.orElseGet(() -> Admin.create(connection.admin()));
            admin = Optional.of(broker);
            if (partitions.isEmpty()) {
                partitions = partitions(broker, atMost);
            }
            return broker.listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED)).all()
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS).entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            LOG.warn("How far topic {} goes cannot be seen now: {}", topic, away.toString());
            return Map.of();
        }
    }

    private Map<TopicPartition, OffsetSpec> partitions(Admin broker, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        return broker.describeTopics(List.of(topic)).allTopicNames().get(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .values().stream()
                .flatMap(described -> described.partitions().stream())
                .collect(toMap(each -> new TopicPartition(topic, each.partition()), _ -> OffsetSpec.latest()));
    }

    @Override
    public synchronized void close() {
        admin.ifPresent(broker -> broker.close(PATIENCE_AT_CLOSE));
        admin = Optional.empty();
    }
}
