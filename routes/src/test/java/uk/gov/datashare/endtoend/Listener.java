package uk.gov.datashare.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** A plain consumer that reads topics from their beginning and stays connected, whatever becomes of the hub meanwhile. */
final class Listener implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Message> heard = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    private Listener(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().name("listener").unstarted(this::listen);
    }

    /** Listens to these topics, which must exist. */
    static Listener to(Outside outside, String... topics) {
        KafkaConsumer<byte[], byte[]> consumer = outside.consumer();
        consumer.assign(List.of(topics).stream().flatMap(topic -> Outside.partitions(consumer, topic).stream())
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        var listener = new Listener(consumer);
        listener.thread.start();
        return listener;
    }

    private void listen() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(Message.of(record)));
            }
        } catch (WakeupException toStop) {
            // It was asked to.
        }
    }

    /** Everything so far, in the order in which it came. */
    List<Message> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    List<Message> heard(String topic) {
        return heard().stream().filter(message -> message.topic().equals(topic)).toList();
    }

    int count() {
        return heard.size();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
