package uk.gov.datashare.monitoring;

import static java.util.Objects.requireNonNull;

import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import uk.gov.datashare.process.ProcessStreams;

/**
 * Whether only a restart would help: threads that wait for one another for ever, or a process that has given up for five
 * minutes. Nothing that happens to a broker, a mail server or the registry counts here.
 */
final class AliveHealth implements HealthIndicator {

    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long NEVER = Long.MIN_VALUE;

    private final List<ProcessStreams> parts;
    private final ThreadMXBean threads;
    private final LongSupplier nanoTime;
    private long failedSince = NEVER;

    AliveHealth(List<ProcessStreams> parts, ThreadMXBean threads, LongSupplier nanoTime) {
        this.parts = List.copyOf(parts);
        this.threads = requireNonNull(threads);
        this.nanoTime = requireNonNull(nanoTime);
    }

    @Override
    public synchronized Health health() {
        long[] locked = threads.findDeadlockedThreads();
        if (locked != null) {
            return Health.down().withDetail("threads that wait for one another", locked.length).build();
        }
        if (parts.stream().noneMatch(ProcessStreams::hasFailed)) {
            failedSince = NEVER;
            return Health.up().build();
        }
        failedSince = failedSince == NEVER ? nanoTime.getAsLong() : failedSince;
        Duration failed = Duration.ofNanos(nanoTime.getAsLong() - failedSince);
        Health.Builder health = failed.compareTo(PATIENCE) > 0 ? Health.down() : Health.up();
        return health.withDetail("seconds since the process gave up", failed.toSeconds()).build();
    }
}
