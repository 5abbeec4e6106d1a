package uk.gov.datashare.connectors.email.mailbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The newest keys that were noted, in memory: what is forgotten by a restart is sent again, and counts once all the same. */
final class Newest {

    private static final int MOST = 10_000;

    private final Set<String> keys = Collections
            .synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    void note(String key) {
        keys.add(key);
    }

    boolean has(String key) {
        return keys.contains(key);
    }
}
