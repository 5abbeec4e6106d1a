package uk.gov.datashare.monitoring;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Soundings;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.ProcessStreams;

/** Puts together what watches the hub. */
@Configuration
class MonitoringConfiguration {

    @Bean
    OpenTasks openTasks() {
        return new OpenTasks();
    }

    @Bean
    DeadLetterBook deadLetterBook() {
        return new DeadLetterBook();
    }

    @Bean
    TopicView deadLettersRead(Backbone backbone, DeadLetterBook book) {
        return backbone.view(Topics.DEADLETTERS, book::take);
    }

    @Bean
    HubMeters hubMeters(MeterRegistry meters, OpenTasks tasks, DeadLetterBook deadLetters, MailboxReader mailboxes,
            Registry registry, List<ProcessStreams> streams, InstantSource clock) {
        return new HubMeters(new Gauges(meters),
                new HubMeters.Sources(tasks, deadLetters, mailboxes, registry, streams), clock);
    }

    /** {@code hub.monitoring.every}: how long to wait between two soundings. */
    @Bean
    Soundings soundings(Backbone backbone, HubMeters meters, @Value("${hub.monitoring.every:5s}") Duration every) {
        return backbone.soundings(every, meters::take);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(Soundings soundings) {
        return new KafkaHealth(soundings::now);
    }

    @Bean
    StreamsHealth streamsHealthIndicator(List<ProcessStreams> parts) {
        return new StreamsHealth(parts);
    }

    @Bean
    AliveHealth aliveHealthIndicator(List<ProcessStreams> parts) {
        return new AliveHealth(parts, ManagementFactory.getThreadMXBean(), System::nanoTime);
    }

    @Bean
    RegistryHealth registryHealthIndicator(Registry registry, @Qualifier("registryTopic") TopicView registryTopic) {
        return new RegistryHealth(registry, registryTopic::isCaughtUp);
    }
}
