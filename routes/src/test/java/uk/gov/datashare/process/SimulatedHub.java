package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;

/** A hub in the simulation: what it is given, and what it has recorded of that once it is safe. */
interface SimulatedHub {

    /** A command as it lies on its topic; the same id is the same message again. */
    record Message(String id, ShareCommand command) {}

    /** The hub breaks down before it has done so many of the next effects, and comes back with what was safe by then. */
    void breaksDownAt(int effect);

    /** A message is handled, however often it takes. */
    List<RecordedEvent> handles(Message message, Instant now);

    /** The hub looks at its clock once. */
    List<RecordedEvent> sweeps(Instant now);

    /** How a case stands. */
    Share share(String requestId);

    /** When it will look at the case again, if ever. */
    Optional<Instant> wakesAt(String requestId);
}
