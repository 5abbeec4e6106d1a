package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;

import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.HubStreams;

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
                .addStateStore(HubStreams.store(DigestProcessor.HEADS), GATHER)
                .addStateStore(HubStreams.store(DigestProcessor.OPEN), GATHER)
                .addStateStore(HubStreams.store(DigestProcessor.WAKING), GATHER)
                .addSink(OUT, (_, record, _) -> record.topic(), new ByteArraySerializer(), HubStreams.valueOfRecord(),
                        GATHER);
    }

    private Processor<byte[], byte[], byte[], ProducerRecord<byte[], byte[]>> processor() {
        return new DigestProcessor(digest, readers, clock, sweepEvery);
    }
}
