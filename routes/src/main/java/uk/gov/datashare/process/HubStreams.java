package uk.gov.datashare.process;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.StreamRecords;

/** What the hub's topologies have in common: bytes in, records for any topic out, stores of bytes by name. */
public final class HubStreams {

    private HubStreams() {}

    /** The record that a processor has in hand. */
    public static Received received(ProcessingContext context, Record<byte[], byte[]> record) {
        var place = context.recordMetadata().orElseThrow();
        return StreamRecords.received(place.topic(), place.partition(), place.offset(), record.timestamp(),
                record.key(), record.headers(), record.value());
    }

    /** What a processor passes on to a sink that takes topic and value from it. */
    public static Record<byte[], ProducerRecord<byte[], byte[]>> toForward(ProcessingContext context,
            Outgoing outgoing) {
        var record = StreamRecords.toSend(outgoing);
        return new Record<>(record.key(), record, context.currentSystemTimeMs(), record.headers());
    }

    /** A store that outlives the process, with what was written last kept in memory. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores
                .keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** What a sink writes of a record that was passed on. */
    public static Serializer<ProducerRecord<byte[], byte[]>> valueOfRecord() {
        return (_, record) -> record.value();
    }
}
