package uk.gov.datashare.post;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this hub itself knows of the letters that it handled last. It is only in memory: what a hub knew that died, the
 * archive knows.
 */
final class Fates {

    private static final int REMEMBERED = 20_000;

    private sealed interface Fate {

        /** The mail server took it. */
        record Left() implements Fate {}

        /** The mail server said that it did not take it, or the archive that nobody did. */
        record NotTaken() implements Fate {}

        /** The mail server may have taken it, until this moment. */
        record InDoubt(Instant until) implements Fate {}
    }

    private final Map<String, Fate> fates = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fate> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** Notes that somebody carries this letter; false when somebody does already. */
    boolean begin(String letterId) {
        return underWay.add(letterId);
    }

    void end(String letterId) {
        underWay.remove(letterId);
    }

    void left(String letterId) {
        fates.put(letterId, new Fate.Left());
    }

    void notTaken(String letterId) {
        fates.put(letterId, new Fate.NotTaken());
    }

    /** A letter that has left stays gone, whoever says so late that they do not know. */
    void inDoubt(String letterId, Instant until) {
        fates.merge(letterId, new Fate.InDoubt(until), (before, now) -> before instanceof Fate.Left ? before : now);
    }

    boolean hasLeft(String letterId) {
        return fates.get(letterId) instanceof Fate.Left;
    }

    boolean wasNotTaken(String letterId) {
        return fates.get(letterId) instanceof Fate.NotTaken;
    }

    /** Until when somebody here may have handed the letter in; empty when nobody may. */
    Optional<Instant> doubt(String letterId) {
        return fates.get(letterId) instanceof Fate.InDoubt(var until) ? Optional.of(until) : Optional.empty();
    }

    /** Somebody else may have handed in since what was not taken here. */
    void forgetWhatWasNotTaken() {
        fates.values().removeIf(Fate.NotTaken.class::isInstance);
    }
}
