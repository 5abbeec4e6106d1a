package uk.gov.datashare.cases;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.Topics;

/** The history that stages catch up from, and the cases that the pages show, both from the events topic. */
@Configuration
class CasesConfiguration {

    @Bean
    CaseHistory caseHistory(Backbone backbone) {
        return backbone.history(Topics.EVENTS)::read;
    }

    @Bean
    CaseView cases() {
        return new CaseView();
    }

    @Bean
    TopicView eventsRead(Backbone backbone, CaseView cases) {
        return backbone.view(Topics.EVENTS, cases::accept);
    }
}
