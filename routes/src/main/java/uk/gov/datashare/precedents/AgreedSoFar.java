package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.catalogue.Catalogue.Entry;
import uk.gov.datashare.connectors.catalogue.CatalogueView;

/** What the catalogue's view of the arrangements topic has. The precedents are made anew when the catalogue has changed. */
final class AgreedSoFar implements Agreed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CatalogueView catalogue;
    private final TopicView topic;
    private volatile AsOf latest;

    /** Precedents, and the change of the catalogue that they are as of. */
    private record AsOf(long change, Precedents precedents) {}

    AgreedSoFar(CatalogueView catalogue, TopicView topic) {
        this.catalogue = requireNonNull(catalogue);
        this.topic = requireNonNull(topic);
        this.latest = read();
    }

    @Override
    public Precedents now() {
        if (latest.change() != catalogue.changes()) {
            latest = read();
        }
        return latest.precedents();
    }

    /** The count is read first: a change that comes in between is read again, and never missed. */
    private AsOf read() {
        long change = catalogue.changes();
        return new AsOf(change, Precedents.of(catalogue.all().stream().map(Entry::arrangement).toList()));
    }

    @Override
    public boolean isComplete() {
        return topic.isCaughtUp();
    }

    @Override
    public boolean awaitCurrent() {
        try {
            return topic.awaitCurrent(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
