package uk.gov.datashare.connectors.backbone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topic.Cleanup;
import uk.gov.datashare.contracts.Topic.Spread;
import uk.gov.datashare.contracts.Topics;

/** One embedded broker for all tests of this process, which stops with it. Each test makes topics of its own. */
final class SharedBroker {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Path FOLDER = temporaryFolder();
    private static final Backbone BACKBONE = start();

    private SharedBroker() {}

    static Backbone backbone() {
        return BACKBONE;
    }

    /** A topic that no other test has, with three partitions. */
    static Topic newTopic(String what) {
        return newTopic(what, Cleanup.DELETE);
    }

    static Topic newTopic(String what, Cleanup cleanup) {
        Topic topic = new Topic(uniqueName(what), Spread.BY_KEY, cleanup, Optional.empty());
        BACKBONE.topics().provide(List.of(topic));
        return topic;
    }

    static String uniqueName(String what) {
        return "test." + what + "." + COUNTER.incrementAndGet();
    }

    private static Backbone start() {
        Backbone backbone = Backbone.open(BackboneSettings.embedded(FOLDER).withPartitions(3));
        backbone.topics().provide(List.of(Topics.DEADLETTERS));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            backbone.close();
            Folders.delete(FOLDER);
        }));
        return backbone;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("shared-broker");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
