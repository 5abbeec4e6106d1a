package uk.gov.datashare.precedents;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.catalogue.CatalogueView;

/** What has been agreed, from the one view of the arrangements topic that the pages show as well. */
@Configuration
class PrecedentsConfiguration {

    @Bean
    Agreed agreed(CatalogueView catalogue, @Qualifier("arrangementsRead") TopicView arrangementsRead) {
        return new AgreedSoFar(catalogue, arrangementsRead);
    }

    @Bean
    History history(Agreed agreed) {
        return new History(agreed);
    }
}
