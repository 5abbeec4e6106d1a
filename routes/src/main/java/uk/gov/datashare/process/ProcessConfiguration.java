package uk.gov.datashare.process;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.ConfirmationCodes;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.process.ApprovalsByMail.Way;

/** Puts the process together. */
@Configuration
class ProcessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessConfiguration.class);
    private static final String PART = "process";

    @Bean
    ShareProcess shareProcess(ReplyTokens tokens, ApprovalsByMail byMail, InstantSource clock) {
        WorkingCalendars calendars = WorkingCalendars.shipped();
        LocalDate today = WorkingCalendar.day(clock.instant());
        calendars.caution(today, today.plusYears(1)).ifPresent(LOG::warn);
        TokenDigests digests = (request, version, task, person, hash) -> ReplyTokens
                .digest(tokens.token(request, version, task, person, hash));
        ConfirmationCodes secrets = tokens.codes();
        Codes codes = (request, version, task, person, mail) -> secrets.digest(request, task,
                secrets.code(request, version, task, person, mail));
        return new ShareProcess(digests, codes, calendars, ProcessPolicy.USUAL.with(byMail));
    }

    /** {@code hub.mail.approvals}: by marking and role, how far a mail goes. */
    @Bean
    ApprovalsByMail approvalsByMail(Environment settings) {
        return new ApprovalsByMail(Binder.get(settings)
                .bind("hub.mail.approvals", Bindable.mapOf(String.class, Way.class))
                .orElse(Map.of()));
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
        return new ProcessStreams("process", topology.build(), backbone.connection().streams(PART), System::nanoTime);
    }
}
