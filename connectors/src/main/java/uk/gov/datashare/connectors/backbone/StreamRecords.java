package uk.gov.datashare.connectors.backbone;

import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Records to ours and back for Kafka Streams, which reads and writes by itself so that both are in one transaction. */
public final class StreamRecords {

    private StreamRecords() {}

    /** A record as a stream gave it. */
    public static Received received(String topic, int partition, long offset, long timestamp, byte @Nullable [] key,
            Headers headers, byte @Nullable [] value) {
        return Records.received(topic, partition, offset, timestamp, Optional.ofNullable(key), headers,
                Optional.ofNullable(value));
    }

    /** A record as it is to be written: topic, key, headers, value. */
    public static ProducerRecord<byte[], byte[]> toSend(Outgoing outgoing) {
        return Records.toSend(outgoing);
    }
}
