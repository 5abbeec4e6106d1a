package uk.gov.datashare.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Plain Kafka clients of somebody outside, who has an address and the contract. Everything that is read is remembered. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Message> seen = new ArrayList<>();

    /** Reads these topics, which exist, from their beginning. */
    Wire(String bootstrapServers, List<String> topics) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "auto.offset.reset",
                        "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(place -> new TopicPartition(place.topic(), place.partition())).toList());
    }

    /** Writes one record, and returns when it is safe. */
    void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** The newest message on a topic that is like this, as soon as there is one. */
    Message await(String topic, Predicate<Message> wanted) {
        Predicate<Message> it = message -> message.topic().equals(topic) && wanted.test(message);
        return Awaitility.await(topic).atMost(PATIENCE)
                .until(() -> look().stream().filter(it).toList(), found -> !found.isEmpty()).getLast();
    }

    /** Everything on a topic so far, in the order in which it came. */
    List<Message> on(String topic) {
        return look().stream().filter(message -> message.topic().equals(topic)).toList();
    }

    private List<Message> look() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> seen.add(Message.of(record)));
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
