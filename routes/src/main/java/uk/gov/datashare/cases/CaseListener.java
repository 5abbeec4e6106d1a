package uk.gov.datashare.cases;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.RecordedEvent;

/** Is told of each case whenever something has happened in it, in the order of its events, from one thread. */
@FunctionalInterface
public interface CaseListener {

    /** A case as it stands after its newest event; after a restart, and when events come again, all of it comes again. */
    void changed(CaseSoFar now);

    /** The same with the event that made it so, for those who want to know when that was. */
    default void changed(CaseSoFar now, Envelope<RecordedEvent> event) {
        changed(now);
    }
}
