package uk.gov.datashare.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

import uk.gov.datashare.HubSettings;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.connectors.registry.RegistryView;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;

/** The sandbox around a hub: a fast clock, a mail server that reaches nobody outside, and those who play. */
@Configuration
@Profile("sandbox")
class SandboxConfiguration {

    private static final Pattern DEPARTMENTS_HEAR = Pattern.compile("datashare\\.[a-z0-9-]+\\.(status|errors)\\.v1");

    private final Path dataFolder;

    SandboxConfiguration(HubSettings settings) {
        this.dataFolder = settings.folder();
    }

    @Bean
    Script script() {
        return Script.shipped();
    }

    @Bean
    SandboxClock clock() {
        return SandboxClock.in(dataFolder, SandboxClock.WORLD);
    }

    @Bean
    MailServers mailServers(Script script, HubMail hubMail) {
        Set<String> missing = RegistryFile.seed().stream()
                .map(Organisation::people)
                .flatMap(people -> people.stream().filter(person -> script.bounces().contains(person.personId())))
                .map(RoleHolder::email)
                .collect(Collectors.toSet());
        return MailServers
                .embedded(new EmbeddedMailServer.Settings(dataFolder.resolve("mail"), 0, 0, hubMail.domain(),
                        missing::contains));
    }

    @Bean
    Sandbox sandbox(Backbone backbone, Publisher publisher, RegistryView registry, RegistryPublisher registrations,
            MailServers mail, HubMail hubMail, SandboxClock clock, Script script,
            @Value("${hub.sandbox.agreements:../shared/data/dea-agreements.json}") String agreements,
            @Value("${server.port:8080}") int port) {
        InstantSource world = SandboxClock.WORLD;
        EmbeddedMailServer server = mail.embedded().orElseThrow();
        var story = new Story(System.out, clock.instant());
        Runnable afterwards = () -> new WhatToLookAt(story, backbone.connection().bootstrapServers(), server, port,
                dataFolder).say();
        return new Sandbox(
                new Sandbox.Surroundings(backbone, publisher, registry, registrations, server, clock, world, story,
                        hubMail.domain(), afterwards),
                script, RealAgreements.in(Path.of(agreements), Sandbox.today(clock)));
    }

    @Bean
    Subscription departmentsHear() {
        return Subscription.toEvery(SandboxRoutes.HEAR, DEPARTMENTS_HEAR);
    }

    /** Plays as soon as the hub is up. */
    @Bean
    Curtain curtain(Sandbox sandbox) {
        return new Curtain(sandbox);
    }

    /** Rises when the hub is ready. */
    static final class Curtain {

        private final Sandbox sandbox;

        Curtain(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @EventListener(ApplicationReadyEvent.class)
        void rise() {
            sandbox.play();
        }
    }
}
