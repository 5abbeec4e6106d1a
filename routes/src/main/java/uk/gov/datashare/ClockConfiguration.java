package uk.gov.datashare;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The hub's clock, which everybody asks who wants to know the time: the machine's, outside the sandbox. */
@Configuration
@Profile("!sandbox")
class ClockConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
