package uk.gov.datashare.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Readers' mail domains: how many couriers may be on the way to each, and which were slow not long ago. */
final class Domains {

    /** How long a domain counts as slow that was. */
    static final Duration SLOW_FOR = Duration.ofMinutes(5);

    /** A place on the way to a domain; closed when the courier is back. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    private final InstantSource clock;
    private final Map<String, Semaphore> onTheWay = new ConcurrentHashMap<>();
    private final Map<String, Instant> slowUntil = new ConcurrentHashMap<>();

    Domains(InstantSource clock) {
        this.clock = clock;
    }

    /** Waits for a place on one lane's way to a domain. */
    Pass enter(Lane lane, String domain) {
        Semaphore places = onTheWay.computeIfAbsent(lane + " " + domain, _ -> new Semaphore(lane.couriersToADomain()));
        places.acquireUninterruptibly();
        return places::release;
    }

    boolean isSlow(String domain) {
        Instant until = slowUntil.get(domain);
        return until != null && clock.instant().isBefore(until);
    }

    void wasSlow(String domain) {
        slowUntil.put(domain, clock.instant().plus(SLOW_FOR));
    }

    void wasQuick(String domain) {
        slowUntil.remove(domain);
    }
}
