package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topic.Cleanup;

/** Whether a view has seen everything that was there at a moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicViewCurrentTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final Backbone backbone = SharedBroker.backbone();
    private final Topic topic = SharedBroker.newTopic("current", Cleanup.COMPACT);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Test
    void what_was_published_before_the_question_has_been_seen_when_it_is_answered() throws InterruptedException {
        try (TopicView view = backbone.view(topic, record -> record.key().ifPresent(seen::add));
                Publisher publisher = backbone.publisher()) {
            for (int round = 0; round < 20; round++) {
                publisher.send(List.of(Samples.event(topic, "key-" + round, "e" + round)));
                assertThat(view.awaitCurrent(SOON)).isTrue();
                assertThat(seen).contains("key-" + round);
            }
        }
    }

    @Test
    void what_is_still_within_a_transaction_is_waited_for() throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> open = Raw.shared().begin(topic.name() + "-open", List.of(
                new ProducerRecord<>(topic.name(), 0, "open".getBytes(UTF_8), "{}".getBytes(UTF_8))));
                TopicView view = backbone.view(topic, record -> record.key().ifPresent(seen::add))) {
            assertThat(view.awaitCaughtUp(SOON)).isTrue();
            assertThat(view.awaitCurrent(AT_ONCE)).isFalse();

            open.commitTransaction();
            assertThat(view.awaitCurrent(SOON)).isTrue();
            assertThat(seen).containsExactly("open");
        }
    }
}
