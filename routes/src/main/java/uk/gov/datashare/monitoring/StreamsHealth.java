package uk.gov.datashare.monitoring;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import uk.gov.datashare.process.ProcessStreams;

/** Whether the process and the digest have taken up what they kept and handle what comes: out of service until they do. */
final class StreamsHealth implements HealthIndicator {

    private final List<ProcessStreams> parts;

    StreamsHealth(List<ProcessStreams> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public Health health() {
        Health.Builder health = parts.stream().anyMatch(ProcessStreams::hasFailed)
                ? Health.down()
                : parts.stream().allMatch(ProcessStreams::handles) ? Health.up() : Health.outOfService();
        parts.forEach(part -> health.withDetail(part.name(), part.standing()
                + (part.toRestore() > 0 ? ", " + part.toRestore() + " records still to be taken up" : "")));
        return health.build();
    }
}
