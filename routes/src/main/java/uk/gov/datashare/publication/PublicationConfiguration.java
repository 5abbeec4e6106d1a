package uk.gov.datashare.publication;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.catalogue.CatalogueView;
import uk.gov.datashare.contracts.Topics;

/** The catalogue that the pages show, fed from the arrangements topic for as long as the hub runs. */
@Configuration
class PublicationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    CatalogueView catalogue() {
        return new CatalogueView();
    }

    @Bean
    TopicView arrangementsRead(Backbone backbone, CatalogueView catalogue) throws InterruptedException {
        TopicView view = backbone.view(Topics.ARRANGEMENTS, catalogue::accept);
        if (!view.awaitCaughtUp(PATIENCE)) {
            LOG.warn(
                    "The arrangements topic is long, or out of reach: until it is read, pages show less than there is");
        }
        return view;
    }
}
