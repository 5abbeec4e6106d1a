package uk.gov.datashare.connectors.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.Sounding.Depth;
import uk.gov.datashare.connectors.backbone.Sounding.Reader;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topic.Cleanup;
import uk.gov.datashare.contracts.Topic.Spread;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SoundingsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final Backbone backbone = SharedBroker.backbone();
    private final Topic topic = new Topic("datashare.sounded.v1", Spread.SINGLE, Cleanup.DELETE, Optional.empty());
    private final List<Sounding> heard = new CopyOnWriteArrayList<>();

    @Test
    void it_says_how_much_a_part_of_the_hub_has_still_to_read_and_how_long_it_has_not_moved() {
        backbone.topics().provide(List.of(topic));
        try (Publisher publisher = backbone.publisher()) {
            publisher.send(List.of(Samples.event(topic, "a", "1"), Samples.event(topic, "a", "2"),
                    Samples.event(topic, "a", "3")));
        }
        committed(1);
        try (Soundings soundings = backbone.soundings(OFTEN, heard::add)) {
            await().atMost(SOON).until(() -> reader(soundings.now()).filter(each -> each.lag() == 2
                    && each.stuckFor().compareTo(Duration.ZERO) > 0).isPresent());
            committed(3);
            await().atMost(SOON).until(() -> reader(soundings.now()).filter(each -> each.lag() == 0
                    && each.stuckFor().isZero()).isPresent());
            assertThat(soundings.now().topics()).contains(new Depth(topic.name(), 3, Duration.ZERO));
            assertThat(heard).isNotEmpty();
        }
    }

    @Test
    void a_broker_that_takes_connections_and_says_nothing_has_not_answered() throws IOException {
        var nanos = new AtomicLong();
        try (var frozen = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var nowhere = BackboneSettings.at("127.0.0.1:" + frozen.getLocalPort(), Path.of("."));
            var connection = KafkaConnection.to(nowhere.bootstrapServers().orElseThrow(), nowhere);
            try (Soundings soundings = Soundings.begin(connection, OFTEN, nanos::get, heard::add)) {
                nanos.set(Duration.ofSeconds(45).toNanos());
                await().atMost(SOON).until(() -> !heard.isEmpty());
                assertThat(soundings.now().silentFor()).isEqualTo(Duration.ofSeconds(45));
                assertThat(heard).allSatisfy(each -> assertThat(each.topics()).isEmpty());
            }
        }
    }

    private static Optional<Reader> reader(Sounding sounding) {
        return sounding.readers().stream().filter(each -> each.group().equals("datashare.sounder")).findFirst();
    }

    private void committed(long offset) {
        try (var member = new KafkaConsumer<byte[], byte[]>(backbone.connection().member("datashare.sounder"))) {
            member.assign(List.of(new TopicPartition(topic.name(), 0)));
            member.commitSync(Map.of(new TopicPartition(topic.name(), 0), new OffsetAndMetadata(offset)));
        }
    }
}
