package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers at a steady pace how far the topics go and how far each part of the hub has read. Every broker that leads
 * a part of a topic has to answer: one that hangs, with its connections open, is noticed as one that is away.
 */
public final class Soundings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Soundings.class);
    /** How long the brokers have for all answers of one sounding. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(1);

    private final KafkaConnection connection;
    private final Duration every;
    private final LongSupplier nanoTime;
    private final Consumer<Sounding> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Sounding last = new Sounding(Duration.ZERO, List.of(), List.of());
    private volatile long answered;

    private Soundings(KafkaConnection connection, Duration every, LongSupplier nanoTime,
            Consumer<Sounding> listener) {
        this.connection = requireNonNull(connection);
        this.every = requireNonNull(every);
        this.nanoTime = requireNonNull(nanoTime);
        this.listener = requireNonNull(listener);
        this.answered = nanoTime.getAsLong();
        this.thread = Thread.ofPlatform().daemon().name("soundings").unstarted(this::run);
    }

    /** Begins to ask; the listener is told after every try, from one thread, of what is known then. */
    static Soundings begin(KafkaConnection connection, Duration every, LongSupplier nanoTime,
            Consumer<Sounding> listener) {
        var soundings = new Soundings(connection, every, nanoTime, listener);
        soundings.thread.start();
        return soundings;
    }

    /** What is known now. Before the first answer it is empty, and as old as the asking. */
    public Sounding now() {
        Duration silent = Duration.ofNanos(nanoTime.getAsLong() - answered);
        return new Sounding(silent, last.readers(), last.topics());
    }

    private void run() {
        while (!isClosing()) {
            try (Admin brokers = Admin.create(connection.admin())) {
                var measure = new SoundingLine(brokers, PATIENCE, nanoTime);
                while (!isClosing()) {
                    ask(measure);
                    tell();
                    pause();
                }
                brokers.close(PATIENCE_AT_CLOSE);
            } catch (KafkaException trouble) {
                LOG.warn("Kafka at {} cannot be asked how far topics go: {}", connection.bootstrapServers(),
                        trouble.toString());
                tell();
                pause();
            } catch (InterruptedException toClose) {
                closing.countDown();
            }
        }
    }

    private void ask(SoundingLine line) throws InterruptedException {
        try {
            last = line.cast();
            answered = nanoTime.getAsLong();
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("Kafka at {} does not say how far topics go, and has not for {} s: {}",
                    connection.bootstrapServers(), now().silentFor().toSeconds(), away.toString());
        }
    }

    private void tell() {
        try {
            listener.accept(now());
        } catch (RuntimeException failure) {
            LOG.error("What the brokers say could not be passed on", failure);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(every.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException toClose) {
            closing.countDown();
        }
    }

    /** Asks no more. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(PATIENCE_AT_CLOSE.multipliedBy(2));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
