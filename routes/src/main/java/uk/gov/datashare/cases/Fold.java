package uk.gov.datashare.cases;

import uk.gov.datashare.contracts.RecordedEvent;

/** What a stage makes of the events of a case, one after the other. Pure: the same events always make the same. */
public interface Fold<S> {

    /**
     * The case that begins with this event.
     *
     * @throws IllegalStateException when no case begins so
     */
    S begin(RecordedEvent first);

    /** The case after its next event. */
    S after(S before, RecordedEvent next);

    /** What is kept of a case for long: less, where it is over. */
    S toKeep(S state);
}
