package uk.gov.datashare.approval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how often a letter was put off, so that one reader's full mailbox does not hold up all others for ever. It is only
 * in memory: after a restart the count begins again, which costs time and no letter.
 */
final class Tries {

    private final int most;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    Tries(int most) {
        this.most = most;
    }

    /** Notes one try more; false, and the count forgotten, when that was the last. */
    boolean another(String letterId) {
        if (counts.merge(letterId, 1, Integer::sum) < most) {
            return true;
        }
        end(letterId);
        return false;
    }

    void end(String letterId) {
        counts.remove(letterId);
    }
}
