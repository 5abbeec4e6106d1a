package uk.gov.datashare.intake;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.judgement.Judging;

/** Puts intake together, and subscribes it to every department's requests. */
@Configuration
class IntakeConfiguration {

    @Bean
    Intake intake(Registry registry, Judging judging, HubMail hub, InstantSource clock) {
        return new Intake(registry, judging, new Answers(clock), new Decisions(hub.domain()));
    }

    @Bean
    IntakeCounter intakeCounter(Intake intake, ObjectProvider<MeterRegistry> registered) {
        return new IntakeCounter(intake, registered.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Subscription departmentsRequests() {
        return Subscription.toEvery(IntakeRoutes.RECEIVE, Topics.everyRequestsTopic());
    }
}
