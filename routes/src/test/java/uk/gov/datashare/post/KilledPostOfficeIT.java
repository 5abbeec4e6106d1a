package uk.gov.datashare.post;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.contracts.Topics;

/**
 * A post office that is killed again and again while letters are under way. Every reply of the mail server takes its time, so
 * that most kills come between a command and its reply.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledPostOfficeIT {

    private static final int KILLS = Integer.getInteger("post.kills", 50);
    /** With -Dpost.archive=false the test finds what the archive is for. */
    private static final boolean ARCHIVE = Boolean.parseBoolean(System.getProperty("post.archive", "true"));
    private static final int LETTERS_EACH = 24;
    private static final int LATEST_MILLIS = 250;
    private static final Duration EACH_REPLY = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void killed_while_letters_are_under_way_it_loses_none_and_sends_none_twice() throws Exception {
        long seed = Long.getLong("killed.seed", new Random().nextLong());
        var random = new Random(seed);
        System.out.println("Killed post office: -Dkilled.seed=" + seed);
        try (Backbone backbone = Backbone
                .open(BackboneSettings.embedded(folder.resolve("broker")).withPartitions(3));
                EmbeddedMailServer mail = EmbeddedMailServer.start(new EmbeddedMailServer.Settings(
                        folder.resolve("mail"), 0, 0, PostOfficeAlone.DOMAIN, _ -> false));
                var weather = new Weather(mail.smtpPort(), EACH_REPLY);
                Publisher publisher = backbone.publisher()) {
            backbone.topics().provide(List.of(Topics.MAIL_OUT, Topics.MAIL_AGAIN, Topics.MAIL_WAITING,
                    Topics.COMMANDS, Topics.DEADLETTERS));
            List<String> start = command(backbone, weather.port(), mail.imapPort());
            int letters = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                publisher.send(
                        IntStream.range(letters, letters + LETTERS_EACH).mapToObj(People::letter).toList());
                letters += LETTERS_EACH;
                killInTheMiddle(start, weather, random);
            }
            verify(start, letters, new Readers(mail.imapPort()));
        }
    }

    private static void killInTheMiddle(List<String> start, Weather weather, Random random) throws IOException {
        Process post = start(start);
        try {
            int before = weather.dots.get();
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                    .until(() -> weather.dots.get() > before);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
        } finally {
            post.destroyForcibly();
        }
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> !post.isAlive());
    }

    private static void verify(List<String> start, int letters, Readers readers) throws IOException {
        Process post = start(start);
        try {
            await().dontCatchUncaughtExceptions().atMost(PATIENCE.multipliedBy(3)).pollInterval(Duration.ofMillis(200))
                    .until(() -> readers.letters().stream().distinct().count() >= letters);
        } finally {
            Map<String, Long> received = readers.letters().stream()
                    .collect(groupingBy(Function.identity(), counting()));
            long twice = received.values().stream().filter(times -> times > 1).count();
            System.out.println("Killed post office: " + KILLS + " kills, " + letters + " letters, "
                    + (letters - received.size()) + " lost, " + twice + " twice");
            post.destroyForcibly();
        }
        assertThat(readers.letters()).doesNotHaveDuplicates().hasSize(letters);
    }

    private List<String> command(Backbone backbone, int smtp, int imap) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), PostOfficeAlone.class.getName(),
                backbone.connection().bootstrapServers(), Integer.toString(smtp), Integer.toString(imap),
                folder.resolve("killed").toString(), Boolean.toString(ARCHIVE));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
