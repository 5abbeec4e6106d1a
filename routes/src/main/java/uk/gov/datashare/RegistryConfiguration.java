package uk.gov.datashare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.connectors.registry.RegistryView;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.routing.Routing;

/** Who is who: read from the registry topic, which a new hub fills from a file; each organisation gets its topics. */
@Configuration
class RegistryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    Newcomers newcomers(HubSettings settings, Backbone backbone) {
        var newcomers = new Newcomers(backbone.topics(), file(settings));
        newcomers.prepare();
        return newcomers;
    }

    @Bean
    RegistryView registry(Newcomers newcomers) {
        return new RegistryView(newcomers::welcome);
    }

    @Bean
    TopicView registryTopic(Backbone backbone, RegistryView registry) {
        return backbone.view(Topics.REGISTRY, record -> {
            registry.accept(record);
            record.key().flatMap(registry::organisation).ifPresent(RegistryConfiguration::reportRules);
        });
    }

    /** A proposed change with such a rule is refused; one that came by the file or past the hub is at least reported. */
    private static void reportRules(Organisation organisation) {
        Routing.faultsIn(organisation).forEach(fault -> LOG.error(
                "Version {} of {} has a rule of its own that is not followed until it is put right: {}",
                organisation.version(), organisation.id(), fault));
    }

    /** By the time that this is there, the registry holds everybody who is in the file. */
    @Bean
    RegistryPublisher registryPublisher(Publisher publisher, RegistryView registry, Newcomers newcomers,
            TopicView registryTopic, InstantSource clock) throws InterruptedException {
        var registryPublisher = new RegistryPublisher(publisher, registry, clock);
        boolean read = registryTopic.awaitCaughtUp(PATIENCE);
        if (read) {
            registryPublisher.bringIn(newcomers.expected());
        }
        if (!read || !newcomers.awaitExpected(PATIENCE)) {
            throw new IllegalStateException("The registry topic could not be read within " + PATIENCE.toSeconds()
                    + " seconds. Check that Kafka answers, and start the hub again");
        }
        return registryPublisher;
    }

    private static List<Organisation> file(HubSettings settings) {
        return settings.registry().file().map(Path::of).map(RegistryConfiguration::read).orElseGet(RegistryFile::seed);
    }

    private static List<Organisation> read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return RegistryFile.read(content);
        } catch (IOException e) {
            throw new UncheckedIOException("hub.registry.file=" + file + " cannot be read", e);
        }
    }
}
