package uk.gov.datashare.connectors.backbone;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import uk.gov.datashare.contracts.Topic;

/** What a topic held before a place in it, for those who must catch up: read when asked, committed records only. */
public final class TopicHistory {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_IN_POLLS = 150;

    private final KafkaConnection connection;
    private final Topic topic;

    TopicHistory(KafkaConnection connection, Topic topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /**
     * Hands over every record of a partition from its beginning, in order, that lies before an offset.
     *
     * @throws BackboneException when half a minute passes without anything being read
     */
    public void read(int partition, long before, Consumer<Received> handler) {
        TopicPartition from = new TopicPartition(topic.name(), partition);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.reader())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            int idle = 0;
            while (consumer.position(from) < before) {
                long position = consumer.position(from);
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < before) {
                        handler.accept(Records.received(record));
                    }
                }
                idle = consumer.position(from) == position ? idle + 1 : 0;
                if (idle > PATIENCE_IN_POLLS) {
                    throw new BackboneException(from + " cannot be read from " + position + " to " + before);
                }
            }
        } catch (KafkaException trouble) {
            throw new BackboneException("The history of " + from + " cannot be read: " + trouble.getMessage(), trouble);
        }
    }
}
