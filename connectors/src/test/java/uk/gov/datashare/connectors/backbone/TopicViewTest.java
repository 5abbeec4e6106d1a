package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topic.Cleanup;
import uk.gov.datashare.contracts.Topic.Spread;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicViewTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Backbone backbone = SharedBroker.backbone();
    private final Topic topic = SharedBroker.newTopic("compacted", Cleanup.COMPACT);
    private final Map<String, String> view = new ConcurrentHashMap<>();

    @Test
    void it_catches_up_follows_and_sees_tombstones() throws InterruptedException {
        publish(IntStream.range(0, 50).mapToObj(i -> Samples.event(topic, "key-" + i % 10, Integer.toString(i)))
                .toList());
        try (TopicView reader = backbone.view(topic, this::remember)) {
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
            assertThat(view).hasSize(10).containsEntry("key-3", "43").containsEntry("key-9", "49");

            publish(List.of(Samples.event(topic, "key-3", "new"), Outgoing.tombstone(topic, "key-9")));
            await().atMost(SOON).untilAsserted(
                    () -> assertThat(view).hasSize(9).containsEntry("key-3", "new").doesNotContainKey("key-9"));
        }
    }

    @Test
    void an_empty_topic_is_caught_up_with_at_once() throws InterruptedException {
        try (TopicView reader = backbone.view(topic, this::remember)) {
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
        }
        assertThat(view).isEmpty();
    }

    @Test
    void a_handler_that_fails_on_one_record_gets_the_next() throws InterruptedException {
        publish(List.of(Samples.event(topic, "key", "bad"), Samples.event(topic, "key", "good")));
        try (TopicView reader = backbone.view(topic, record -> {
            if ("bad".equals(record.headers().get("ce_id"))) {
                throw new IllegalStateException("cannot take it");
            }
            remember(record);
        })) {
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
        }
        assertThat(view).containsExactly(Map.entry("key", "good"));
    }

    @Test
    void a_transaction_counts_when_it_is_committed_and_never_when_it_is_aborted() throws InterruptedException {
        Raw.shared().begin(topic.name() + "-aborted", List.of(record("aborted"))).abortTransaction();
        try (KafkaProducer<byte[], byte[]> open = Raw.shared().begin(topic.name() + "-open",
                List.of(record("open")));
                TopicView reader = backbone.view(topic, this::remember)) {
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
            assertThat(view).isEmpty();

            open.commitTransaction();
            await().atMost(SOON).untilAsserted(() -> assertThat(view).containsOnlyKeys("open"));
        }
    }

    @Test
    void a_topic_that_is_not_there_yet_is_waited_for() throws InterruptedException {
        Topic later = new Topic(SharedBroker.uniqueName("later"), Spread.SINGLE, Cleanup.COMPACT, Optional.empty());
        try (TopicView reader = backbone.view(later, this::remember)) {
            assertThat(reader.isCaughtUp()).isFalse();
            backbone.topics().provide(List.of(later));
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
        }
    }

    @Test
    void it_closes_promptly_without_a_broker() {
        Backbone nowhere = Backbone.open(BackboneSettings.at("127.0.0.1:9", Path.of("unused")));
        TopicView reader = nowhere.view(topic, this::remember);
        assertThat(Duration.ofSeconds(5)).isGreaterThan(timeOf(reader::close));
    }

    private static Duration timeOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private ProducerRecord<byte[], byte[]> record(String key) {
        return new ProducerRecord<>(topic.name(), key.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    private void publish(List<Outgoing> records) {
        try (Publisher publisher = backbone.publisher()) {
            publisher.send(records);
        }
    }

    private void remember(Received record) {
        if (record.isTombstone()) {
            view.remove(record.key().orElseThrow());
        } else {
            view.put(record.key().orElseThrow(), record.headers().getOrDefault("ce_id", ""));
        }
    }
}
