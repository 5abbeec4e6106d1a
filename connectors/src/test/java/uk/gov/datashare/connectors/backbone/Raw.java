package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

import uk.gov.datashare.contracts.Topic;

/** Plain Kafka clients, which know nothing of the hub's ways: what a department, or an attacker, has. */
record Raw(KafkaConnection connection) {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    static Raw shared() {
        return new Raw(SharedBroker.backbone().connection());
    }

    void produce(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(connection.producer())) {
            acknowledged(producer, records);
        }
    }

    /** Sends records in a transaction, and leaves it open. */
    KafkaProducer<byte[], byte[]> begin(String name, List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> properties = new HashMap<>(connection.producer());
        properties.put("transactional.id", name);
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties);
        producer.initTransactions();
        producer.beginTransaction();
        acknowledged(producer, records);
        return producer;
    }

    private static void acknowledged(KafkaProducer<byte[], byte[]> producer,
            List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        assertThat(sent).allSatisfy(one -> assertThat(one).succeedsWithin(LONG_ENOUGH));
    }

    /** Everything committed in a topic, once it is so much. */
    List<ConsumerRecord<byte[], byte[]>> read(Topic topic, int atLeast) {
        return read(topic.name(), atLeast);
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic, int atLeast) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.reader())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList());
            consumer.seekToBeginning(consumer.assignment());
            for (long end = System.nanoTime() + LONG_ENOUGH.toNanos(); records.size() < atLeast
                    && System.nanoTime() < end;) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** The committed offset of each partition for a subscription. */
    Map<TopicPartition, Long> committed(String subscription) {
        return committedBy(KafkaConnection.group(subscription));
    }

    private Map<TopicPartition, Long> committedBy(String group) {
        try (Admin admin = Admin.create(connection.admin())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata().get();
            return offsets.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset()));
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    Map<TopicPartition, Long> ends(Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.reader())) {
            return consumer.endOffsets(consumer.partitionsFor(topic.name()).stream()
                    .map(one -> new TopicPartition(topic.name(), one.partition())).toList());
        }
    }

    static ProducerRecord<byte[], byte[]> record(Topic topic, String key, String value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(), key.getBytes(UTF_8),
                value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
