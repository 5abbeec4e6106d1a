package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import uk.gov.datashare.contracts.Topics;

/** The digest on Kafka Streams: notes in by person, their books in its stores, and letters out, exactly once. */
final class DigestTopology {

    private static final String NOTES = "notes";
    private static final String GATHER = "gather";
    private static final String OUT = "out";

    private final Digest digest;
    private final Readers readers;
    private final InstantSource clock;
    private final Duration sweepEvery;

    /**
     * The digest with what it needs from its surroundings.
     *
     * @param clock      says what time it is for people
     * @param sweepEvery how often, on the machine's clock, it is looked whose time has come
     */
    DigestTopology(Digest digest, Readers readers, InstantSource clock, Duration sweepEvery) {
        this.digest = requireNonNull(digest);
        this.readers = requireNonNull(readers);
        this.clock = requireNonNull(clock);
        this.sweepEvery = requireNonNull(sweepEvery);
    }

    /** The topology, to be run exactly once. */
    Topology build() {
        return new Topology()
                .addSource(NOTES, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.DIGEST.name())
                .addProcessor(GATHER, this::processor, NOTES)
                .addStateStore(store(DigestProcessor.HEADS), GATHER)
                .addStateStore(store(DigestProcessor.OPEN), GATHER)
                .addStateStore(store(DigestProcessor.WAKING), GATHER)
                .addSink(OUT, (_, record, _) -> record.topic(), new ByteArraySerializer(), valueOfRecord(), GATHER);
    }

    private Processor<byte[], byte[], byte[], ProducerRecord<byte[], byte[]>> processor() {
        return new DigestProcessor(digest, readers, clock, sweepEvery);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores
                .keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private static Serializer<ProducerRecord<byte[], byte[]>> valueOfRecord() {
        return (_, record) -> record.value();
    }
}
