package uk.gov.datashare.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.ReplyTokens;

/** Puts the process together. */
@Configuration
class ProcessConfiguration {

    private static final String PART = "process";

    @Bean
    ShareProcess shareProcess(ReplyTokens tokens) {
        TokenDigests digests = (request, version, task, person, hash) -> ReplyTokens
                .digest(tokens.token(request, version, task, person, hash));
        return new ShareProcess(digests, WorkingCalendars.shipped(), ProcessPolicy.USUAL);
    }

    @Bean
    ProcessJournal processJournal(MeterRegistry meters) {
        return new CountingJournal(ProcessJournal.logging(), meters);
    }

    @Bean
    ProcessStreams processStreams(ShareProcess process, ProcessJournal journal, InstantSource clock, Backbone backbone,
            @Value("${hub.process.sweep-every:200ms}") Duration sweepEvery) {
        var topology = new ProcessTopology(process, journal, clock, sweepEvery,
                topic -> backbone.topics().provide(List.of(topic)));
        return new ProcessStreams(topology.build(), backbone.connection().streams(PART), System::nanoTime);
    }
}
