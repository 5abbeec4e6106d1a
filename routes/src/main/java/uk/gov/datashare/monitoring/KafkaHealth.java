package uk.gov.datashare.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import uk.gov.datashare.connectors.backbone.Sounding;

/**
 * Whether every broker answers that leads a part of the hub's topics: down after half a minute without that, be they away or
 * be they frozen with their connections open.
 */
final class KafkaHealth implements HealthIndicator {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Sounding> soundings;

    KafkaHealth(Supplier<Sounding> soundings) {
        this.soundings = requireNonNull(soundings);
    }

    @Override
    public Health health() {
        Sounding now = soundings.get();
        Health.Builder health = now.silentFor().compareTo(PATIENCE) > 0 ? Health.down() : Health.up();
        return health.withDetail("seconds since every broker answered", now.silentFor().toSeconds())
                .withDetail("topics", now.topics().size()).build();
    }
}
