package uk.gov.datashare.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain Kafka clients of somebody outside, who has the contract and an address, and nothing of the hub's code. */
record Outside(String bootstrapServers) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Outside of(Place place) {
        return new Outside(place.bootstrapServers());
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed",
                "auto.offset.reset", "earliest", "enable.auto.commit", "false", "metadata.max.age.ms", "2000",
                "reconnect.backoff.max.ms", "500", "allow.auto.create.topics", "false"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer of the usual settings; these go before them. */
    KafkaProducer<byte[], byte[]> producer(Map<String, Object> others) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"));
        settings.putAll(others);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends all of these, in order, and returns where each of them stands when all are acknowledged. */
    List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
            producer.flush();
            List<RecordMetadata> places = new ArrayList<>();
            for (Future<RecordMetadata> one : sent) {
                places.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return places;
        } catch (ExecutionException | TimeoutException | InterruptedException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Everything that is committed in a topic now. */
    List<Message> read(String topic) {
        List<Message> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> messages.add(Message.of(record)));
            }
        }
        return messages;
    }

    /** How many records each topic has ever had, but for those that Kafka keeps for itself. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> all = topics().stream().filter(topic -> !topic.startsWith("__"))
                    .flatMap(topic -> partitions(consumer, topic).stream()).toList();
            consumer.endOffsets(all).forEach((partition, end) -> ends.merge(partition.topic(), end, Long::sum));
        }
        return ends;
    }

    static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(topic, one.partition())).toList();
    }

    Set<String> topics() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            return admin.listTopics().names().get();
        } catch (ExecutionException | InterruptedException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Makes a topic as an operator would who acts before the registry does. */
    void makeTopic(String name) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (ExecutionException | InterruptedException refused) {
            throw new AssertionError(refused);
        }
    }
}
