package uk.gov.datashare.leavers;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.registry.Registry;

/** Puts the look for leavers together. */
@Configuration
class LeaversConfiguration {

    @Bean
    OpenCases casesInHand(Registry registry, InstantSource clock) {
        return new OpenCases(registry, clock);
    }

    @Bean
    RoutesBuilder leaversRoutes(OpenCases casesInHand) {
        return new LeaversRoutes(casesInHand);
    }
}
