package uk.gov.datashare;

import java.util.List;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.contracts.Topics;

/** The backbone with its central topics, and the routes that hand what arrives to the stages that asked for it. */
@Configuration
class BackboneConfiguration {

    @Bean
    Backbone backbone(HubSettings settings) {
        Backbone backbone = Backbone.open(settings.backbone());
        backbone.topics().provide(Topics.central());
        return backbone;
    }

    @Bean
    Publisher publisher(Backbone backbone) {
        return backbone.publisher();
    }

    @Bean
    RoutesBuilder backboneRoutes(Backbone backbone, List<Subscription> subscriptions) {
        return backbone.routes(subscriptions);
    }
}
