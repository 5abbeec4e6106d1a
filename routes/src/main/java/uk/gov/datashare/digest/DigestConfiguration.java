package uk.gov.datashare.digest;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.approval.DigestLetters;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.process.ProcessStreams;
import uk.gov.datashare.process.WorkingCalendars;

/** Puts the digest together. */
@Configuration
class DigestConfiguration {

    private static final String PART = "digest";

    @Bean
    ProcessStreams digestStreams(Registry registry, InstantSource clock, Backbone backbone,
            @Value("${hub.digest.hour:08:00}") LocalTime hour,
            @Value("${hub.digest.sweep-every:1s}") Duration sweepEvery) {
        var topology = new DigestTopology(new Digest(new DigestLetters()),
                new Readers(registry, WorkingCalendars.shipped(), hour), clock, sweepEvery);
        return new ProcessStreams(PART, topology.build(), backbone.connection().streams(PART), System::nanoTime);
    }
}
