package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a part of the hub that is made with Kafka Streams, such as the process, as long as the hub runs: from before the routes
 * begin to send to it, until after they have ended.
 */
public final class ProcessStreams implements SmartLifecycle {

    /** Camel's context stops in a phase far above this, so what its routes drain still gets through. */
    static final int PHASE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessStreams.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final int MOST_REPLACEMENTS = 3;
    private static final Duration REPLACED_WITHIN = Duration.ofMinutes(10);

    private final String name;
    private final Topology topology;
    private final Properties settings;
    private final ThreadReplacements replacements;
    private final Restoring restoring = new Restoring();
    private final CountDownLatch runs = new CountDownLatch(1);
    private volatile Optional<KafkaStreams> streams = Optional.empty();

    /**
     * The part, not started yet.
     *
     * @param name     what it is called in the log
     * @param settings what Kafka Streams needs; secrets in it are shown nowhere
     * @param nanoTime a clock for intervals, {@code System::nanoTime}
     */
    public ProcessStreams(String name, Topology topology, Properties settings, LongSupplier nanoTime) {
        this.name = requireNonNull(name);
        this.topology = requireNonNull(topology);
        this.settings = requireNonNull(settings);
        this.replacements = new ThreadReplacements(MOST_REPLACEMENTS, REPLACED_WITHIN, nanoTime);
    }

    @Override
    public void start() {
        var starting = new KafkaStreams(topology, settings);
        starting.setUncaughtExceptionHandler(this::failed);
        starting.setStateListener((now, before) -> changed(before, now));
        starting.setGlobalStateRestoreListener(restoring);
        streams = Optional.of(starting);
        starting.start();
    }

    /** Waits until it has taken up what it kept and handles what comes; false when it does not in this time. */
    public boolean awaitRunning(Duration atMost) {
        try {
            return runs.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where Kafka Streams stands; empty before the start and after the stop. */
    public Optional<State> state() {
        return streams.map(KafkaStreams::state);
    }

    /** Whether it has taken up what it kept and handles what comes. */
    public boolean handles() {
        return state().filter(State.RUNNING::equals).isPresent();
    }

    /** Whether it has given up, so that only a new start of the hub helps. */
    public boolean hasFailed() {
        return state().filter(now -> now == State.ERROR || now == State.PENDING_ERROR).isPresent();
    }

    /** Where it stands, in a word of Kafka Streams. */
    public String standing() {
        return state().map(State::name).orElse("not started");
    }

    /** What it is called in the log. */
    public String name() {
        return name;
    }

    /** How many records of what it kept are still to be taken up. */
    public long toRestore() {
        return restoring.remaining();
    }

    @Override
    public void stop() {
        streams.ifPresent(running -> running.close(STOPPING));
        streams = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return streams.isPresent();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Counts what of its stores is still to be read. */
    private static final class Restoring implements StateRestoreListener {

        private final Map<String, Long> remaining = new ConcurrentHashMap<>();

        @Override
        public void onRestoreStart(TopicPartition changes, String store, long from, long to) {
            remaining.put(store + changes, to - from);
        }

        @Override
        public void onBatchRestored(TopicPartition changes, String store, long to, long records) {
            remaining.computeIfPresent(store + changes, (_, left) -> Math.max(0, left - records));
        }

        @Override
        public void onRestoreEnd(TopicPartition changes, String store, long records) {
            remaining.remove(store + changes);
        }

        @Override
        public void onRestoreSuspended(TopicPartition changes, String store, long records) {
            remaining.remove(store + changes);
        }

        long remaining() {
            return remaining.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void changed(State before, State now) {
        LOG.info("The {} went from {} to {}", name, before, now);
        if (now == State.RUNNING) {
            runs.countDown();
        }
    }

    private StreamThreadExceptionResponse failed(Throwable failure) {
        if (replacements.allowsOneMore()) {
            LOG.error("A thread of the {} failed and is replaced; nothing is lost", name, failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error(
                "The {} failed more than {} times in {} minutes and stops: nothing is handled there, and nothing is lost. "
                        + "Mend the cause below and start the hub again",
                name, MOST_REPLACEMENTS, REPLACED_WITHIN.toMinutes(),
                failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
