package uk.gov.datashare.connectors.backbone;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes records from outside a route: the registry's file, the sandbox. May be shared between threads. */
public final class Publisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String servers;

    Publisher(KafkaConnection connection) {
        this.producer = new KafkaProducer<>(connection.producer());
        this.servers = connection.bootstrapServers();
    }

    /**
     * Writes all of it and returns when all in-sync replicas have it.
     *
     * @throws BackboneException when some of it may not have been written; all of it is to be sent again
     */
    public void send(List<Outgoing> outgoing) {
        try {
            List<Future<RecordMetadata>> sent = outgoing.stream().map(Records::toSend).map(producer::send).toList();
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new BackboneException("Kafka at " + servers + " did not take every record: " + refused.getCause(),
                    refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackboneException("Interrupted while waiting for Kafka at " + servers, interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
