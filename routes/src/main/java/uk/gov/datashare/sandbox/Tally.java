package uk.gov.datashare.sandbox;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** Where each case of the sandbox stands, and whether all have come to their end. */
final class Tally {

    private static final Set<State> ENDS = EnumSet.of(State.COMPLETED, State.REJECTED, State.WITHDRAWN, State.LAPSED,
            State.REFUSED);

    private final Set<String> expected;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    /** A tally of the cases with these references. */
    Tally(Collection<String> references) {
        this.expected = Set.copyOf(references);
    }

    /** Notes what an acquirer heard of its case. An end is never undone, whatever is heard late. */
    void note(String reference, StatusUpdate status) {
        states.merge(reference, status.state(), (before, now) -> ENDS.contains(before) ? before : now);
    }

    /** Notes an arrangement that a catalogue consumer received. */
    void published(String arrangementId) {
        published.add(arrangementId);
    }

    /** Whether every case has come to its end, and every arrangement has reached the catalogue. */
    boolean complete() {
        return expected.stream().map(states::get).allMatch(state -> state != null && ENDS.contains(state))
                && published.size() >= count(State.COMPLETED);
    }

    /** How many cases have not come to their end. */
    long open() {
        return expected.stream().map(states::get).filter(state -> state == null || !ENDS.contains(state)).count();
    }

    /** Rows of the summary. */
    List<List<String>> rows(long seconds) {
        return List.of(row("requests", expected.size()), row("refused", count(State.REFUSED)),
                row("rejected", count(State.REJECTED)), row("withdrawn", count(State.WITHDRAWN)),
                row("lapsed", count(State.LAPSED)), row("agreed", count(State.COMPLETED)),
                row("published", published.size()), row("seconds", seconds));
    }

    private long count(State state) {
        return states.entrySet().stream()
                .filter(entry -> expected.contains(entry.getKey()) && entry.getValue() == state).count();
    }

    private static List<String> row(String what, Number number) {
        return List.of(what, String.valueOf(number));
    }
}
