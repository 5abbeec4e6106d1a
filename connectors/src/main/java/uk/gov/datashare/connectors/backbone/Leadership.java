package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that one hub of a cluster has at a time: the one to which a consumer group gives the only partition of
 * {@link uk.gov.datashare.contracts.Topics#LEADERSHIP}. The others wait, and one of them has it within seconds after the
 * leader has closed, died or fallen silent. Nothing but Kafka is asked.
 */
public final class Leadership implements AutoCloseable {

    /** After so long without a sign of life the brokers give the task to another hub. */
    static final Duration SESSION = Duration.ofSeconds(10);
    /**
     * After so long without a confirmation a leader holds itself for none, well before anybody else can lead. It is counted
     * by a clock that only goes forward, which goes on while a process is stopped.
     */
    static final Duration LEASE = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(15);

    /** What is begun and ended with the lead. Each is called from one thread, which keeps the lead meanwhile. */
    public interface Task {

        /** This hub leads from now on. */
        void begin();

        /** This hub leads no more: when this returns, it has stopped. */
        void end();
    }

    private final KafkaConnection connection;
    private final String task;
    private final LongSupplier nanoTime;
    private final AtomicReference<Optional<Long>> confirmed = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> leader = new AtomicReference<>(Optional.empty());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<Optional<Thread>> thread = new AtomicReference<>(Optional.empty());

    Leadership(KafkaConnection connection, String task, LongSupplier nanoTime) {
        this.connection = connection;
        this.task = requireNonNull(task);
        this.nanoTime = nanoTime;
    }

    /** Takes part from now on, on a thread of its own. The topic must be there. */
    public void seek(Task begunAndEnded) {
        Thread seeking = Thread.ofPlatform().daemon().name("leadership-of-" + task)
                .unstarted(() -> run(requireNonNull(begunAndEnded)));
        thread.set(Optional.of(seeking));
        seeking.start();
    }

    /** Whether this hub leads, as it was confirmed less than {@link #LEASE} ago: ask before each thing that only a leader may do. */
    public boolean isHeld() {
        return confirmed.get().filter(moment -> nanoTime.getAsLong() - moment < LEASE.toNanos()).isPresent();
    }

    /** Who leads, by the name of its instance, as far as this hub has heard; the name of one that has just died, for a while. */
    public Optional<String> leader() {
        String own = connection.instanceName();
        return isHeld() ? Optional.of(own) : leader.get().filter(name -> !name.equals(own));
    }

    private void run(Task begunAndEnded) {
        while (!isClosing()) {
            try (var term = new Term(connection, task, this, begunAndEnded)) {
                term.serve();
            } catch (RuntimeException trouble) {
                LOG.warn("{} does not lead in {}, and asks Kafka at {} again, after {}", connection.instanceName(),
                        task, connection.bootstrapServers(), trouble.toString());
            }
            pause();
        }
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException toClose) {
            closing.countDown();
        }
    }

    long now() {
        return nanoTime.getAsLong();
    }

    void confirmedAt(long moment) {
        confirmed.set(Optional.of(moment));
    }

    void isOver() {
        confirmed.set(Optional.empty());
    }

    void isWith(Optional<String> name) {
        Optional<String> before = leader.getAndSet(name);
        name.filter(now -> !before.equals(Optional.of(now))).ifPresent(now -> LOG.info("{} leads in {}", now, task));
    }

    /** Ends the task and gives the lead up, so that another hub has it at once. */
    @Override
    public void close() {
        closing.countDown();
        thread.get().ifPresent(Leadership::join);
        isOver();
    }

    private static void join(Thread seeking) {
        try {
            if (!seeking.equals(Thread.currentThread())) {
                seeking.join(PATIENCE_AT_CLOSE);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
