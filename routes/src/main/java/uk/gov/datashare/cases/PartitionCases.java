package uk.gov.datashare.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.RecordedEvent;

/**
 * The cases of one partition. Within a batch it remembers the case after each event, so that a batch that comes again finds
 * the same; from a batch to the next it keeps one state of each case, and that in brief once the case is over.
 */
final class PartitionCases<S> {

    /** A state, and the event that it is as of. */
    private record AsOf<S>(long sequence, S state) {}

    private final Fold<S> fold;
    private final Map<String, AsOf<S>> settled = new HashMap<>();
    private final Map<String, List<AsOf<S>>> running = new HashMap<>();
    private long last = -1;

    PartitionCases(Fold<S> fold) {
        this.fold = fold;
    }

    /** Tells where a batch begins. One that begins past the last is a new one: the last was taken as done. */
    void batchFrom(long offset) {
        if (offset > last) {
            running.forEach((id, states) -> settled.put(id, toKeep(states.getLast())));
            running.clear();
        }
    }

    private AsOf<S> toKeep(AsOf<S> newest) {
        return new AsOf<>(newest.sequence(), fold.toKeep(newest.state()));
    }

    /** The case right after this event; empty when events of it are missing here, or are too long past. */
    Optional<S> after(RecordedEvent event, long offset) {
        List<AsOf<S>> states = running.getOrDefault(event.requestId(), List.of());
        Optional<AsOf<S>> known = states.stream().filter(state -> state.sequence() == event.sequence()).findFirst();
        return known.or(() -> next(event, states).map(state -> remember(event, state, offset))).map(AsOf::state);
    }

    private Optional<S> next(RecordedEvent event, List<AsOf<S>> states) {
        Optional<AsOf<S>> newest = states.isEmpty()
                ? Optional.ofNullable(settled.get(event.requestId()))
                : Optional.of(states.getLast());
        if (newest.isEmpty() && event.sequence() == 1) {
            return Optional.of(fold.begin(event));
        }
        return newest.filter(state -> state.sequence() + 1 == event.sequence())
                .map(state -> fold.after(state.state(), event));
    }

    private AsOf<S> remember(RecordedEvent event, S state, long offset) {
        AsOf<S> newest = new AsOf<>(event.sequence(), state);
        running.computeIfAbsent(event.requestId(), _ -> new ArrayList<>()).add(newest);
        last = Math.max(last, offset);
        return newest;
    }
}
