package uk.gov.datashare.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.RecordedEvent;

/** Every case as it stands now, for whoever asks; a case that is over is kept in brief. */
final class CaseView {

    private static final Logger LOG = LoggerFactory.getLogger(CaseView.class);

    private static final Fold<CaseSoFar> FOLD = new CaseFollower.Folding();

    private final Map<String, CaseSoFar> cases = new ConcurrentHashMap<>();
    private final Map<Integer, PartitionCases<CaseSoFar>> partitions = new ConcurrentHashMap<>();
    private final List<CaseListener> listeners;

    CaseView(List<CaseListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Takes the next record of the events topic. Called from one thread, in the order of each partition. */
    void accept(Received record) {
        Envelope<RecordedEvent> envelope = CaseEvents.read(record);
        RecordedEvent event = envelope.data();
        PartitionCases<CaseSoFar> partition = partitions.computeIfAbsent(record.partition(),
                _ -> new PartitionCases<>(FOLD));
        partition.batchFrom(record.offset());
        partition.after(event, record.offset()).ifPresentOrElse(
                now -> changed(now, envelope),
                () -> LOG.error("Events of {} are missing before {}", event.requestId(), record.place()));
    }

    private void changed(CaseSoFar now, Envelope<RecordedEvent> event) {
        cases.put(now.requestId(), FOLD.toKeep(now));
        listeners.forEach(listener -> listener.changed(now, event));
    }

    /** The case of this id as it stands; empty where there is none. */
    Optional<CaseSoFar> find(String requestId) {
        return Optional.ofNullable(cases.get(requestId));
    }
}
