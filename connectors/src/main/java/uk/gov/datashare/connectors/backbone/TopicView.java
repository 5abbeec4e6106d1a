package uk.gov.datashare.connectors.backbone;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole topic, read from its beginning into a handler and followed from then on, committed records only. The handler
 * is called from one thread, in the order of each partition; what it throws is logged, and the next record follows. A
 * broker that is away, or a topic that is not there yet, is waited for.
 */
public final class TopicView implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicView.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final String topic;
    private final Consumer<Received> handler;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Lock progress = new ReentrantLock();
    private final Condition moved = progress.newCondition();
    private final TopicEnds ends;
    private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
    private final Thread thread;

    private TopicView(KafkaConnection connection, String topic, Consumer<Received> handler) {
        this.connection = connection;
        this.topic = topic;
        this.handler = handler;
        this.ends = new TopicEnds(connection, topic);
        this.thread = Thread.ofPlatform().daemon().name("view-of-" + topic).unstarted(this::run);
    }

    static TopicView follow(KafkaConnection connection, String topic, Consumer<Received> handler) {
        TopicView view = new TopicView(connection, topic, handler);
        view.thread.start();
        return view;
    }

    /** Waits until everything that was in the topic when it was first reached has been handled; false when that takes longer. */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether everything that was in the topic when it was first reached has been handled. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /**
     * Waits until everything that is in the topic now has been handled, what is still within a transaction included; false when
     * that takes longer, or the broker does not say how far the topic goes.
     */
    public boolean awaitCurrent(Duration atMost) throws InterruptedException {
        Map<TopicPartition, Long> end = ends.now(atMost);
        progress.lock();
        try {
            long left = atMost.toNanos();
            while (!isBeyond(end) && left > 0) {
                left = moved.awaitNanos(left);
            }
            return isBeyond(end);
        } finally {
            progress.unlock();
        }
    }

    private boolean isBeyond(Map<TopicPartition, Long> end) {
        return !end.isEmpty()
                && end.entrySet().stream()
                        .allMatch(each -> positions.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private void run() {
        while (!isClosing()) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.reader())) {
                follow(consumer);
            } catch (KafkaException trouble) {
                if (!isClosing()) {
                    LOG.warn("Topic {} cannot be read at {}: {}. The view of it waits and tries again", topic,
                            connection.bootstrapServers(),
                            trouble.toString());
                }
            }
            pause();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        Collection<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            LOG.info("Topic {} is not there yet: the view of it waits", topic);
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        positions.forEach(consumer::seek);
        if (endsAtStart.isEmpty()) {
            endsAtStart.putAll(consumer.endOffsets(partitions));
        }
        while (!isClosing()) {
            consumer.poll(POLL).forEach(this::handle);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            tellThatItMoved();
            if (!isCaughtUp()
                    && endsAtStart.entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private void tellThatItMoved() {
        progress.lock();
        try {
            moved.signalAll();
        } finally {
            progress.unlock();
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        Received received = Records.received(record);
        try {
            handler.accept(received);
        } catch (RuntimeException failure) {
            LOG.error("The view passes over {}, which its handler could not take", received.place(), failure);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException toClose) {
            closing.countDown();
        }
    }

    /** Stops reading; returns when the handler will not be called again. */
    @Override
    public void close() {
        closing.countDown();
        ends.close();
        try {
            if (!thread.join(PATIENCE_AT_CLOSE)) {
                thread.interrupt();
                thread.join(PATIENCE_AT_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
