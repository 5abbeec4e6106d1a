package uk.gov.datashare.cases;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.BackboneException;
import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.RecordedEvent;

/**
 * Shows a stage each event together with its case as it stood right after it: not later and not earlier, also when the batch
 * comes again, after a restart, and when a partition has come over from another hub. What it lacks it reads from the
 * beginning of the partition. Each stage has one of its own.
 */
public final class Follower<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final CaseHistory history;
    private final Fold<S> fold;
    private final Map<Integer, PartitionCases<S>> partitions = new HashMap<>();

    /** A follower that catches up from this history, and knows of a case what this fold makes of it. */
    public Follower(CaseHistory history, Fold<S> fold) {
        this.history = requireNonNull(history);
        this.fold = requireNonNull(fold);
    }

    /**
     * A stage that looks at one event after the other. An event on which the function throws becomes a dead letter that
     * names the route, and the others flow; a history that cannot be read now holds the batch back.
     */
    public Stage stage(String routeId, InstantSource clock,
            BiFunction<Envelope<RecordedEvent>, S, List<Outgoing>> function) {
        return Stage.whole(batch -> {
            List<Outgoing> outgoing = new ArrayList<>();
            begin(batch);
            for (Received record : batch) {
                outgoing.addAll(follow(record, routeId, clock, function));
            }
            return List.copyOf(outgoing);
        });
    }

    private List<Outgoing> follow(Received record, String routeId, InstantSource clock,
            BiFunction<Envelope<RecordedEvent>, S, List<Outgoing>> function) {
        Envelope<RecordedEvent> event;
        S state;
        try {
            event = CaseEvents.read(record);
            state = stateAfter(event, record);
        } catch (IllegalArgumentException | IllegalStateException unlike) {
            // Anything else is the history's, which can be read later.
            return giveUp(record, routeId, clock, unlike);
        }
        try {
            return List.copyOf(function.apply(event, state));
        } catch (BackboneException forNow) {
            throw forNow;
        } catch (RuntimeException failure) {
            return giveUp(record, routeId, clock, failure);
        }
    }

    private static List<Outgoing> giveUp(Received record, String routeId, InstantSource clock, Exception failure) {
        LOG.error("{} could not handle {}: it becomes a dead letter", routeId, record.place(), failure);
        return List.of(DeadLetter.of(record, routeId, failure, clock.instant()));
    }

    private synchronized void begin(List<Received> batch) {
        Set<Integer> begun = new HashSet<>();
        for (Received record : batch) {
            if (begun.add(record.partition())) {
                partitions.computeIfAbsent(record.partition(), _ -> new PartitionCases<>(fold))
                        .batchFrom(record.offset());
            }
        }
    }

    private synchronized S stateAfter(Envelope<RecordedEvent> event, Received record) {
        return after(event.data(), record)
                .or(() -> caughtUp(event.data(), record))
                .orElseThrow(() -> new IllegalStateException("Events of " + event.subject() + " are missing before "
                        + record.place()));
    }

    private Optional<S> caughtUp(RecordedEvent event, Received record) {
        LOG.info("Reading the events before {} again, for cases that are not known here", record.place());
        PartitionCases<S> anew = new PartitionCases<>(fold);
        history.read(record.partition(), record.offset(), earlier -> {
            anew.batchFrom(earlier.offset());
            replay(earlier, anew);
        });
        partitions.put(record.partition(), anew);
        return after(event, record);
    }

    private static void replay(Received earlier, PartitionCases<?> anew) {
        try {
            anew.after(CaseEvents.read(earlier).data(), earlier.offset());
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            // It became a dead letter when its turn came; the cases around it go on.
            LOG.warn("Passing over {} once more: {}", earlier.place(), unreadable.getMessage());
        }
    }

    private Optional<S> after(RecordedEvent event, Received record) {
        return partitions.getOrDefault(record.partition(), new PartitionCases<>(fold)).after(event, record.offset());
    }
}
