package uk.gov.datashare.cases;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.Topics;

/** The history that stages catch up from, and the cases that the pages show, both from the events topic. */
@Configuration
class CasesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CasesConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    CaseHistory caseHistory(Backbone backbone) {
        return backbone.history(Topics.EVENTS)::read;
    }

    @Bean
    CaseView cases(List<CaseListener> listeners) {
        return new CaseView(listeners);
    }

    @Bean
    TopicView eventsRead(Backbone backbone, CaseView cases) throws InterruptedException {
        TopicView view = backbone.view(Topics.EVENTS, cases::accept);
        if (!view.awaitCaughtUp(PATIENCE)) {
            LOG.warn("The events topic is long, or out of reach: until it is read, pages show less than there is");
        }
        return view;
    }
}
