package uk.gov.datashare.validation;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.process.WorkingCalendars;

/** Puts validation together, with the requests that are on their way already. */
@Configuration
class ValidationConfiguration {

    @Bean
    OpenRequestsView openRequests() {
        return new OpenRequestsView();
    }

    @Bean
    Validation validation(InstantSource clock, OpenRequestsView open) {
        return new Validation(clock, open, WorkingCalendars.shipped());
    }
}
