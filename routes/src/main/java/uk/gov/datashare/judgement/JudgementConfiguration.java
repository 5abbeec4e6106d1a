package uk.gov.datashare.judgement;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.precedents.History;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/** Puts the judge of requests together. */
@Configuration
class JudgementConfiguration {

    @Bean
    Routing routing(InstantSource clock) {
        return Routing.builtIn(clock);
    }

    @Bean
    Judging judging(Validation validation, Routing routing, GatewayChecker gateways, History history) {
        return new Judging(validation, routing, gateways, history::of);
    }
}
