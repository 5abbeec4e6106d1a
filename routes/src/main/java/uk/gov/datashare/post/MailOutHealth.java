package uk.gov.datashare.post;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether letters leave: down when the mail server has taken none for a minute although some were offered. Letters that a
 * server puts off by themselves, for a full mailbox say, are no trouble of the way out.
 */
final class MailOutHealth implements HealthIndicator {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Breaker breaker;
    private final WaitingRoom room;
    private final InstantSource clock;

    MailOutHealth(Breaker breaker, WaitingRoom room, InstantSource clock) {
        this.breaker = requireNonNull(breaker);
        this.room = requireNonNull(room);
        this.clock = requireNonNull(clock);
    }

    @Override
    public Health health() {
        Optional<Instant> since = breaker.failingSince();
        boolean forLong = since.filter(first -> first.plus(PATIENCE).isBefore(clock.instant())).isPresent();
        Health.Builder health = forLong ? Health.down() : Health.up();
        since.ifPresent(first -> health.withDetail("no letter leaves since", first.toString())
                .withDetail("because", breaker.because()));
        return health.withDetail("letters that wait for another turn", room.size()).build();
    }
}
