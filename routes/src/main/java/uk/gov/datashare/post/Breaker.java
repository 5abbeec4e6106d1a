package uk.gov.datashare.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps couriers at home while the mail server is away, for a little longer after each try in vain. */
final class Breaker {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Duration pause = Duration.ZERO;
    private Instant until = Instant.MIN;
    private String because = "";
    private Optional<Instant> failingSince = Optional.empty();

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isOpen() {
        return clock.instant().isBefore(until);
    }

    /** Several couriers who come back from one outage count as one. */
    synchronized void failed(String words) {
        if (!isOpen()) {
            pause = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            until = clock.instant().plus(pause);
            because = words;
            failingSince = failingSince.or(() -> Optional.of(clock.instant()));
        }
    }

    synchronized void worked() {
        pause = Duration.ZERO;
        until = Instant.MIN;
        failingSince = Optional.empty();
    }

    /** When the first letter failed since one has last left; empty while letters leave. */
    synchronized Optional<Instant> failingSince() {
        return failingSince;
    }

    synchronized String because() {
        return because;
    }
}
