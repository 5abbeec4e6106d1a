package uk.gov.datashare.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.contracts.Topics;

/**
 * A mail server that is in trouble for ten minutes while a thousand letters wait. The ten minutes are those of the hub's clock,
 * which the test moves; in the world each kind of trouble lasts a few seconds.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadWeatherIT {

    private static final int LETTERS = 1_000;
    private static final int ALREADY_LEFT = 40;
    private static final Duration TROUBLE = Duration.ofMinutes(10);
    private static final Duration EACH_IN_THE_WORLD = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final Post.Clock clock = new Post.Clock();

    @Test
    void after_ten_minutes_of_trouble_everything_leaves_once() throws Exception {
        long seed = Long.getLong("weather.seed", new Random().nextLong());
        System.out.println("Bad weather: -Dweather.seed=" + seed);
        List<Weather.Kind> kinds = new ArrayList<>(List.of(Weather.Kind.values()));
        Collections.shuffle(kinds, new Random(seed));
        List<String> dead = Collections.synchronizedList(new ArrayList<>());
        try (Backbone backbone = Backbone
                .open(BackboneSettings.embedded(folder.resolve("broker")).withPartitions(3));
                MailServers mail = MailServers.embedded(new EmbeddedMailServer.Settings(folder.resolve("mail"), 0, 0,
                        PostOfficeAlone.DOMAIN, _ -> false));
                var weather = new Weather(mail.smtp().port(), Duration.ZERO);
                Publisher publisher = backbone.publisher();
                TopicView _ = backbone.view(Topics.DEADLETTERS, letter -> dead.add(letter.place()))) {
            backbone.topics().provide(List.of(Topics.MAIL_OUT, Topics.MAIL_AGAIN, Topics.MAIL_WAITING,
                    Topics.COMMANDS, Topics.DEADLETTERS));
            var readers = new Readers(mail.imap().port());
            try (var _ = new PostOfficeAlone(backbone, SmtpSettings.plain("127.0.0.1", weather.port()),
                    mail.archive(), People.registry(), clock)) {
                publisher.send(IntStream.range(0, ALREADY_LEFT).mapToObj(People::letter).toList());
                await().dontCatchUncaughtExceptions().atMost(PATIENCE)
                        .until(() -> readers.letters().size() >= ALREADY_LEFT);
                weather.turn(Weather.Kind.REFUSING);
                publisher.send(IntStream.range(ALREADY_LEFT, LETTERS).mapToObj(People::letter).toList());
                for (Weather.Kind kind : kinds) {
                    if (kind != Weather.Kind.FAIR) {
                        weather.turn(kind);
                        endure(TROUBLE.dividedBy(kinds.size() - 1));
                        System.out.println("Bad weather: after " + kind + " " + readers.letters().size()
                                + " letters have come");
                    }
                }
                weather.turn(Weather.Kind.FAIR);
                long began = System.nanoTime();
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(500))
                        .until(() -> {
                            clock.pass(Duration.ofMinutes(1));
                            return readers.letters().stream().distinct().count() >= LETTERS;
                        });
                System.out.println("Bad weather: drained in " + Duration.ofNanos(System.nanoTime() - began).toMillis()
                        + " ms of the world, at " + clock.instant() + " of the hub; began at " + Post.MORNING);
            }
            assertThat(readers.letters()).doesNotHaveDuplicates().hasSize(LETTERS);
            assertThat(dead).isEmpty();
        }
    }

    private void endure(Duration trouble) {
        int steps = (int) EACH_IN_THE_WORLD.toMillis() / 250;
        int[] step = {0};
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            clock.pass(trouble.dividedBy(steps));
            return ++step[0] >= steps;
        });
    }
}
