package uk.gov.datashare.connectors.backbone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * That a record is done with, for the broker to remember. Camel's own commit covers one partition, and a batch has
 * several; this one covers all of them in one request.
 */
record Commit(Consumer<?, ?> consumer, TopicPartition partition, long offset) implements KafkaManualCommit {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Commits past the last record of each partition. */
    static void all(List<Commit> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>();
        for (Commit one : batch) {
            last.merge(one.partition(), new OffsetAndMetadata(one.offset() + 1),
                    (a, b) -> a.offset() > b.offset() ? a : b);
        }
        batch.getFirst().consumer().commitSync(last, PATIENCE);
    }

    @Override
    public void commit() {
        all(List.of(this));
    }
}
