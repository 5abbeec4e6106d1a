package uk.gov.datashare.cases;

import java.util.function.Consumer;

import uk.gov.datashare.connectors.backbone.Received;

/** The events that came before: how a stage catches up on cases that began before it did, or on another hub. */
@FunctionalInterface
public interface CaseHistory {

    /**
     * Hands over every event of a partition from its beginning, in order, up to a place.
     *
     * @param partition the partition of the events topic
     * @param before    the offset to stop short of
     * @param handler   is given each of them
     * @throws uk.gov.datashare.connectors.backbone.BackboneException when they cannot be read now
     */
    void read(int partition, long before, Consumer<Received> handler);
}
