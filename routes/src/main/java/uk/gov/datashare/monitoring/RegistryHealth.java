package uk.gov.datashare.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.function.BooleanSupplier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import uk.gov.datashare.connectors.registry.Registry;

/** Whether the hub knows who is who: down until it has read the whole registry, or where nobody is in it. */
final class RegistryHealth implements HealthIndicator {

    private final Registry registry;
    private final BooleanSupplier read;

    RegistryHealth(Registry registry, BooleanSupplier read) {
        this.registry = requireNonNull(registry);
        this.read = requireNonNull(read);
    }

    @Override
    public Health health() {
        Registry now = registry.now();
        boolean known = read.getAsBoolean() && !now.organisations().isEmpty();
        return (known ? Health.up() : Health.down()).withDetail("organisations", now.organisations().size())
                .withDetail("version", now.version()).build();
    }
}
