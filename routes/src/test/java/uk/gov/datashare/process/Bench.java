package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.StreamRecords;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/** The process on Kafka's own test driver, with a clock that stands still until it is moved. */
final class Bench implements AutoCloseable {

    private static final URI SOURCE = URI.create("urn:datashare:test");

    private static final List<String> STORES = List.of(CaseProcessor.CASES, CaseProcessor.HANDLED,
            CaseProcessor.DEADLINES);
    private static final ProcessJournal QUIET = new ProcessJournal() {
        @Override
        public void decided(ShareCommand command, Decision decision) {}

        @Override
        public void repeated(ShareCommand command) {}

        @Override
        public void timePassed(String requestId, List<ShareEvent> events) {}

        @Override
        public void setAside(String place, String why) {}
    };

    private final Path folder;
    private final List<RecordedEvent> log = new ArrayList<>();
    private final List<Topic> made = new ArrayList<>();
    private TopologyTestDriver driver;
    private Instant now = Case.london("2026-06-01T10:00");

    Bench(Path folder) {
        this.folder = folder;
        this.driver = drive();
    }

    private TopologyTestDriver drive() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "process-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        var topology = new ProcessTopology(Case.PROCESS, Bench.QUIET, () -> now, Duration.ofMillis(200),
                made::add).build();
        return new TopologyTestDriver(topology, settings);
    }

    /** The hub stops, and another starts with what the changelogs of the stores hold. */
    Bench restarts() {
        var kept = STORES.stream().collect(Collectors.toMap(store -> store, this::contents));
        events();
        driver.close();
        driver = drive();
        kept.forEach((store, entries) -> entries
                .forEach(entry -> driver.<String, byte[]>getKeyValueStore(store).put(entry.key, entry.value)));
        return this;
    }

    private List<KeyValue<String, byte[]>> contents(String store) {
        List<KeyValue<String, byte[]>> contents = new ArrayList<>();
        try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(contents::add);
        }
        return contents;
    }

    Bench at(String localTime) {
        now = Case.london(localTime);
        return this;
    }

    /** The clock moves on, and the process looks at it. */
    Bench timePasses(String localTime) {
        at(localTime);
        driver.advanceWallClockTime(Duration.ofMillis(200));
        return this;
    }

    Bench sends(String id, ShareCommand command) {
        return sends(command.requestId(), envelope(id, command));
    }

    Bench sends(String key, Envelope<byte[]> envelope) {
        var record = StreamRecords.toSend(Outgoing.event(Topics.COMMANDS, key, envelope));
        commands().pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), now));
        return this;
    }

    /** Bytes that no route of the hub would send. */
    Bench sendsBytes(String key, byte @Nullable [] value) {
        commands().pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, now));
        return this;
    }

    static Envelope<byte[]> envelope(String id, ShareCommand command) {
        return new Envelope<>(id, SOURCE, MessageTypes.of(command.getClass()), command.requestId(), Instant.EPOCH,
                "correlation-of-" + id, Optional.empty(), Optional.empty(), MessageJson.write(command));
    }

    private TestInputTopic<byte[], byte[]> commands() {
        return driver.createInputTopic(Topics.COMMANDS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What has been written to a topic since it was last asked. */
    List<Received> written(Topic topic) {
        if (!driver.producedTopicNames().contains(topic.name())) {
            return List.of();
        }
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> StreamRecords.received(topic.name(), 0, 0, record.timestamp(), record.key(),
                        record.getHeaders(), record.value()))
                .toList();
    }

    List<Envelope<byte[]>> messages(Topic topic) {
        return written(topic).stream().map(record -> ((Read.Understood) record.read()).envelope()).toList();
    }

    /** The events written since it was last asked. */
    List<RecordedEvent> events() {
        List<RecordedEvent> fresh = messages(Topics.EVENTS).stream()
                .map(envelope -> MessageJson.read(envelope.data(), RecordedEvent.class))
                .toList();
        log.addAll(fresh);
        return fresh;
    }

    List<String> eventNames() {
        return events().stream().map(recorded -> recorded.event().getClass().getSimpleName()).toList();
    }

    List<StatusUpdate> answers() {
        return messages(Topics.status(Plans.ASKER)).stream()
                .map(envelope -> MessageJson.read(envelope.data(), StatusUpdate.class))
                .toList();
    }

    /** Every event so far. */
    List<RecordedEvent> log() {
        events();
        return log;
    }

    List<Topic> made() {
        return made;
    }

    int entries(String store) {
        return contents(store).size();
    }

    int bytesOf(String requestId) {
        return driver.<String, byte[]>getKeyValueStore(CaseProcessor.CASES).get(requestId).length;
    }

    /** A reply by the present holder of a task, made of what the log tells. */
    Bench holderSays(String id, String taskId, Case.Saying saying) {
        var share = (Share.InHand) Evolution.replay(Requests.ID, log());
        var holding = share.tasks().find(taskId).orElseThrow().holding().orElseThrow();
        return sends(id, saying.from(Requests.ID, Tokens.reply(taskId, holding.holder(), holding.tokenDigest(),
                Assurance.HIGH)));
    }

    @Override
    public void close() {
        driver.close();
    }
}
