package uk.gov.datashare.approval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The letters that left last, so that a batch which comes again because one of its letters could not leave does not send the
 * others twice. It is only in memory: a hub that dies between sending and commit sends a batch twice, under the same Message-IDs.
 */
final class Gone {

    private static final int REMEMBERED = 20_000;

    private final Set<String> letterIds = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    boolean has(String letterId) {
        return letterIds.contains(letterId);
    }

    void note(String letterId) {
        letterIds.add(letterId);
    }
}
