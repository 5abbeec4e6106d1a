package uk.gov.datashare.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Received;

/** The dead letters that nobody has dealt with, without what is in them. */
final class DeadLetterBook {

    /**
     * A dead letter.
     *
     * @param route the route that gave up
     * @param since when it did
     */
    record Open(String route, Instant since) {}

    private final Map<Long, Open> open = new ConcurrentHashMap<>();

    /** A record of the topic of dead letters. */
    void take(Received record) {
        open.put(record.offset(), new Open(record.headers().getOrDefault(DeadLetter.PREFIX + "route", "unknown"),
                record.timestamp()));
    }

    List<Open> open() {
        return List.copyOf(open.values());
    }
}
