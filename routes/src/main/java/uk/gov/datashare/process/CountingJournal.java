package uk.gov.datashare.process;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareEvent;

/** Counts what the process does, beside another journal. */
final class CountingJournal implements ProcessJournal {

    private final ProcessJournal also;
    private final MeterRegistry meters;

    CountingJournal(ProcessJournal also, MeterRegistry meters) {
        this.also = also;
        this.meters = meters;
    }

    @Override
    public void decided(ShareCommand command, Decision decision) {
        count("decided", decision instanceof Decision.Happened ? "happened" : "nothing", command);
        also.decided(command, decision);
    }

    @Override
    public void repeated(ShareCommand command) {
        count("decided", "repeated", command);
        also.repeated(command);
    }

    @Override
    public void timePassed(String requestId, List<ShareEvent> events) {
        events.forEach(event -> count("time", "happened", event));
        also.timePassed(requestId, events);
    }

    @Override
    public void setAside(String place, String why) {
        meters.counter("hub.process.set.aside").increment();
        also.setAside(place, why);
    }

    private void count(String what, String outcome, Object of) {
        meters.counter("hub.process." + what, "outcome", outcome, "of", of.getClass().getSimpleName()).increment();
    }
}
