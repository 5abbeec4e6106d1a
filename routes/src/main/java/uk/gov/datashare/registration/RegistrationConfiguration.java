package uk.gov.datashare.registration;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** Puts together what changes the registry while the hub runs. */
@Configuration
class RegistrationConfiguration {

    @Bean
    Subscription registryChanges() {
        return Subscription.to(RegistrationRoutes.JUDGE, Topics.REGISTRY_CHANGES);
    }

    @Bean
    SettledChanges settledChanges() {
        return new SettledChanges();
    }

    @Bean
    TopicView registryEventsTopic(Backbone backbone, SettledChanges settled) {
        return backbone.view(Topics.REGISTRY_EVENTS, settled::take);
    }

    @Bean
    RoutesBuilder registrationRoutes(Backbone backbone, Registry registry, SettledChanges settled,
            TopicView registryEventsTopic, TopicView registryTopic, InstantSource clock) {
        var registrar = new Registrar(registry, settled, backbone.history(Topics.REGISTRY_CHANGES)::read, clock,
                () -> registryEventsTopic.isCaughtUp() && registryTopic.isCaughtUp());
        return new RegistrationRoutes(Stage.whole(registrar::judge));
    }
}
