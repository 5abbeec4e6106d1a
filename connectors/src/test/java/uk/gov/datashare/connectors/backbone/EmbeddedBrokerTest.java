package uk.gov.datashare.connectors.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedBrokerTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_after_a_kill_and_the_broker_is_back_within_seconds() throws Exception {
        KilledBroker.writeAndBeKilled(folder);

        long begin = System.nanoTime();
        try (Backbone backbone = Backbone.open(BackboneSettings.embedded(folder))) {
            assertThat(new Raw(backbone.connection()).read(KilledBroker.TOPIC, KilledBroker.RECORDS))
                    .hasSize(KilledBroker.RECORDS);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void a_broker_that_comes_back_on_its_port_finds_its_clients_waiting() throws Exception {
        int port = freePort();
        BackboneSettings settings = new BackboneSettings(BackboneSettings.embedded(folder).bootstrapServers(), folder,
                port, 3, 1, Optional.empty(),
                Map.of());
        Set<String> viewed = new ConcurrentSkipListSet<>();
        Set<String> staged = new ConcurrentSkipListSet<>();
        Backbone first = Backbone.open(settings);
        first.topics().provide(List.of(KilledBroker.TOPIC));
        try (TopicView _ = first.view(KilledBroker.TOPIC,
                record -> viewed.add(record.headers().getOrDefault("ce_id", "")));
                Publisher publisher = first.publisher();
                RunningRoutes _ = RunningRoutes.start(first, Subscription.to("back", KilledBroker.TOPIC), batch -> {
                    batch.forEach(record -> staged.add(record.headers().getOrDefault("ce_id", "")));
                    return List.of();
                })) {
            publisher.send(List.of(Samples.event(KilledBroker.TOPIC, "key", "before")));
            await().atMost(SOON).until(() -> viewed.contains("before") && staged.contains("before"));

            first.close();
            try (Backbone second = Backbone.open(settings)) {
                assertThat(second.connection().bootstrapServers()).isEqualTo("127.0.0.1:" + port);
                publisher.send(List.of(Samples.event(KilledBroker.TOPIC, "key", "after")));
                await().atMost(SOON).until(() -> viewed.contains("after") && staged.contains("after"));
            }
        }
    }

    @Test
    void a_second_broker_on_the_same_folder_is_told_what_to_do() {
        Path shared = SharedBroker.backbone().connection().settings().dataFolder();
        assertThatExceptionOfType(BackboneException.class)
                .isThrownBy(() -> Backbone.open(BackboneSettings.embedded(shared)))
                .withMessageContaining("Another hub is using the data folder").withMessageContaining("hub.data-folder");
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(BackboneException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
