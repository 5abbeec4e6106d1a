package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/** The process on Kafka Streams: commands in, the cases in its stores, and out what follows, to whichever topic it belongs. */
public final class ProcessTopology {

    private static final String COMMANDS = "commands";
    private static final String PROCESS = "process";
    private static final String OUT = "out";

    private final ShareProcess process;
    private final ProcessJournal journal;
    private final InstantSource clock;
    private final Duration sweepEvery;
    private final Consumer<Topic> makeTopic;

    /**
     * The process with what it needs from its surroundings.
     *
     * @param clock      says what time it is for the cases
     * @param sweepEvery how often, on the machine's clock, it is looked whose time has come
     * @param makeTopic  makes a department's status topic unless it is there
     */
    public ProcessTopology(ShareProcess process, ProcessJournal journal, InstantSource clock, Duration sweepEvery,
            Consumer<Topic> makeTopic) {
        this.process = requireNonNull(process);
        this.journal = requireNonNull(journal);
        this.clock = requireNonNull(clock);
        this.sweepEvery = requireNonNull(sweepEvery);
        this.makeTopic = requireNonNull(makeTopic);
    }

    /** The topology, to be run exactly once. */
    public Topology build() {
        return new Topology()
                .addSource(COMMANDS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.COMMANDS.name())
                .addProcessor(PROCESS, this::processor, COMMANDS)
                .addStateStore(HubStreams.store(CaseProcessor.CASES), PROCESS)
                .addStateStore(HubStreams.store(CaseProcessor.HANDLED), PROCESS)
                .addStateStore(HubStreams.store(CaseProcessor.DEADLINES), PROCESS)
                .addSink(OUT, (_, record, _) -> record.topic(), new ByteArraySerializer(), HubStreams.valueOfRecord(),
                        PROCESS);
    }

    private Processor<byte[], byte[], byte[], ProducerRecord<byte[], byte[]>> processor() {
        return new CaseProcessor(new CaseDesk(process, journal), journal, clock, sweepEvery,
                new AnswerTopics(makeTopic));
    }
}
