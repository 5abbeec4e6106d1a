package uk.gov.datashare.intake;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.precedents.History;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/** Puts intake together, and subscribes it to every department's requests. */
@Configuration
class IntakeConfiguration {

    @Bean
    Routing routing(InstantSource clock) {
        return Routing.builtIn(clock);
    }

    @Bean
    Intake intake(Registry registry, Validation validation, Routing routing, History history, GatewayChecker gateways,
            HubMail hub, InstantSource clock) {
        return new Intake(registry, validation, routing, history, new PowersOpen(gateways), new Answers(clock),
                new Decisions(hub.domain()));
    }

    @Bean
    Subscription departmentsRequests() {
        return Subscription.toEvery(IntakeRoutes.RECEIVE, Topics.everyRequestsTopic());
    }
}
