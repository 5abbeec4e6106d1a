package uk.gov.datashare.post;

import java.util.List;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.WaitingLetter;

/** What follows from an errand. */
sealed interface Outcome {

    /** The letter needs nothing more but that this is written. */
    record Done(List<Outgoing> outgoing) implements Outcome {}

    /** The letter waits for another turn. */
    record Aside(Envelope<WaitingLetter> waiting) implements Outcome {}

    /** Nothing can leave now, and the whole batch is to come again. */
    record Hold(String because) implements Outcome {}

    /** Nothing follows: the letter has left, or its turn comes from elsewhere. */
    Outcome NOTHING = new Done(List.of());
}
