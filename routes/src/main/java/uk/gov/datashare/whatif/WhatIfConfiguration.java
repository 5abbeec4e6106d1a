package uk.gov.datashare.whatif;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.cases.CaseEvents;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WhatIfAnswer.Precedent;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.precedents.Agreed;
import uk.gov.datashare.process.WorkingCalendars;
import uk.gov.datashare.routing.Routing;

/** Puts the dry run together: with the rules that requests are held against, and the history of this hub's cases. */
@Configuration
class WhatIfConfiguration {

    private static final int LONGEST = 1000;
    private static final int MOST_PRECEDENTS = 3;
    /** Of 100: below this, two have little more in common than being shares of data. */
    private static final int LEAST_LIKENESS = 50;

    @Bean
    Answered answeredSoFar() {
        return new Answered(WorkingCalendars.shipped()::of);
    }

    /** Until it is read, forecasts say that there is too little history. */
    @Bean
    TopicView eventsForForecasts(Backbone backbone, Answered answered) {
        return backbone.view(Topics.EVENTS, received -> answered.accept(CaseEvents.read(received).data()));
    }

    @Bean
    WhatIf whatIf(Judging judging, Routing routing, GatewayChecker gateways, Agreed before, Answered answered,
            InstantSource clock) {
        Near near = proposal -> before.now().nearest(proposal, MOST_PRECEDENTS).stream()
                .filter(one -> one.covers() || one.likeness() >= LEAST_LIKENESS)
                .map(WhatIfConfiguration::precedent).toList();
        return new WhatIf(judging, routing, gateways, near, answered, clock);
    }

    @Bean
    WhatIfStage whatIfStage(WhatIf whatIf, Registry registry, InstantSource clock) {
        return new WhatIfStage(whatIf, registry, clock);
    }

    @Bean
    Subscription departmentsQuestions() {
        return Subscription.toEvery(WhatIfRoutes.ANSWER, Topics.everyWhatIfTopic()).withMaxBatch(10);
    }

    private static Precedent precedent(uk.gov.datashare.precedents.Precedent near) {
        return new Precedent(near.arrangementId(), near.title(), near.covers(), near.differences().stream()
                .map(one -> one.field() + ": " + String.join(", ", one.proposed()) + " here, "
                        + String.join(", ", one.agreed()) + " there.")
                .map(words -> words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…")
                .toList());
    }
}
