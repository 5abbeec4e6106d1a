package uk.gov.datashare.status;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.contracts.Topics;

/** What this stage reads. */
@Configuration
class StatusConfiguration {

    @Bean
    Subscription statusReads() {
        return Subscription.to(StatusRoutes.TELL, Topics.EVENTS);
    }
}
