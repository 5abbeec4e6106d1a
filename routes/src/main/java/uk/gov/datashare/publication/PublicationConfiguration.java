package uk.gov.datashare.publication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.catalogue.CatalogueView;
import uk.gov.datashare.contracts.Topics;

/** The catalogue that the pages show, fed from the arrangements topic for as long as the hub runs. */
@Configuration
class PublicationConfiguration {

    @Bean
    CatalogueView catalogue() {
        return new CatalogueView();
    }

    @Bean
    TopicView arrangementsRead(Backbone backbone, CatalogueView catalogue) {
        return backbone.view(Topics.ARRANGEMENTS, catalogue::accept);
    }
}
