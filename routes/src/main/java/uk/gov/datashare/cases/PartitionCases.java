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
final class PartitionCases {

    private final Map<String, CaseSoFar> settled = new HashMap<>();
    private final Map<String, List<CaseSoFar>> running = new HashMap<>();
    private long last = -1;

    /** Tells where a batch begins. One that begins past the last is a new one: the last was taken as done. */
    void batchFrom(long offset) {
        if (offset > last) {
            running.forEach((id, states) -> settled.put(id, toKeep(states.getLast())));
            running.clear();
        }
    }

    private static CaseSoFar toKeep(CaseSoFar state) {
        return state.isOver() ? state.inBrief() : state;
    }

    /** The case right after this event; empty when events of it are missing here, or are too long past. */
    Optional<CaseSoFar> after(RecordedEvent event, long offset) {
        List<CaseSoFar> states = running.getOrDefault(event.requestId(), List.of());
        Optional<CaseSoFar> known = states.stream().filter(state -> state.sequence() == event.sequence()).findFirst();
        return known.isPresent() ? known : next(event, states).map(state -> remember(state, offset));
    }

    private Optional<CaseSoFar> next(RecordedEvent event, List<CaseSoFar> states) {
        Optional<CaseSoFar> newest = states.isEmpty()
                ? Optional.ofNullable(settled.get(event.requestId()))
                : Optional.of(states.getLast());
        if (newest.isEmpty() && event.sequence() == 1) {
            return Optional.of(CaseFold.begin(event));
        }
        return newest.filter(state -> state.sequence() + 1 == event.sequence())
                .map(state -> CaseFold.after(state, event));
    }

    private CaseSoFar remember(CaseSoFar state, long offset) {
        running.computeIfAbsent(state.requestId(), _ -> new ArrayList<>()).add(state);
        last = Math.max(last, offset);
        return state;
    }
}
