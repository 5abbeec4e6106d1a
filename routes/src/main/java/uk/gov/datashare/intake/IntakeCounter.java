package uk.gov.datashare.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Topics;

/** Counts what becomes of departments' messages, by who sent them: {@code hub.requests}. */
final class IntakeCounter {

    private final Intake intake;
    private final MeterRegistry meters;

    IntakeCounter(Intake intake, MeterRegistry meters) {
        this.intake = requireNonNull(intake);
        this.meters = requireNonNull(meters);
    }

    /** The same as {@link Intake#receive}. */
    List<Outgoing> receive(Received received) {
        List<Outgoing> outgoing = intake.receive(received);
        // Only registered organisations have a topic that is theirs: nobody else can add a label.
        String organisation = Topics.organisationOf(received.topic()).orElse("nobody");
        outgoing.forEach(one -> meters.counter("hub.requests", "org",
                one instanceof DeadLetter ? "nobody" : organisation, "outcome", outcome(one)).increment());
        return outgoing;
    }

    private static String outcome(Outgoing one) {
        if (one instanceof DeadLetter) {
            return "set-aside";
        }
        return one.topic().equals(Topics.COMMANDS.name()) ? "accepted" : "rejected";
    }
}
