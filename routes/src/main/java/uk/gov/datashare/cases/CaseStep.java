package uk.gov.datashare.cases;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.RecordedEvent;

/**
 * An event, and its case as it stood right after it.
 *
 * @param event what happened
 * @param after where that left the case, whatever has happened since
 */
public record CaseStep(Envelope<RecordedEvent> event, CaseSoFar after) {
    public CaseStep {
        requireNonNull(event);
        requireNonNull(after);
    }
}
