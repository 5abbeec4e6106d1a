package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.StreamRecords;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.Topics;

/**
 * The hub's own processor on stores and topics that are written all at once or not at all, as Kafka's transactions do it. It
 * can break down between any two effects; then another processor begins with what was committed, and is given the same again.
 */
final class StoredHub implements SimulatedHub {

    /** A process that was killed: no error that anybody would catch. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final ShareProcess process;
    private final List<SimulatedStore> stores = List.of(CaseProcessor.CASES, CaseProcessor.HANDLED,
            CaseProcessor.DEADLINES).stream().map(name -> new SimulatedStore(name, this::effect)).toList();
    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> committed = new ArrayList<>();
    private Started running;
    private Instant now = Instant.EPOCH;
    private long offset;
    private int left = Integer.MAX_VALUE;
    private int breakdowns;
    private boolean solid;

    /** What a processor passes on goes to its sink at once. */
    private static final class Surroundings<K, V> extends MockProcessorContext<K, V> {

        private final Consumer<V> sink;

        Surroundings(Consumer<V> sink) {
            this.sink = sink;
        }

        @Override
        public <A extends K, B extends V> void forward(Record<A, B> record) {
            sink.accept(record.value());
        }
    }

    /** A processor, and the surroundings that it was started in. */
    private record Started(CaseProcessor processor,
            Surroundings<byte[], ProducerRecord<byte[], byte[]>> context) {}

    StoredHub(ShareProcess process) {
        this.process = process;
        this.running = start();
    }

    private Started start() {
        var context = new Surroundings<byte[], ProducerRecord<byte[], byte[]>>(record -> {
            effect();
            sent.add(record);
        });
        stores.forEach(context::addStateStore);
        context.setCurrentSystemTimeMs(0);
        var processor = new CaseProcessor(new CaseDesk(process, Silence.JOURNAL), Silence.JOURNAL, () -> now,
                Duration.ofMillis(200), new AnswerTopics(_ -> {
                }));
        processor.init(context);
        return new Started(processor, context);
    }

    private void effect() {
        if (left-- <= 0) {
            left = Integer.MAX_VALUE;
            throw new Killed();
        }
    }

    @Override
    public void breaksDownAt(int effect) {
        left = solid ? Integer.MAX_VALUE : effect;
    }

    StoredHub neverBreaksDown() {
        solid = true;
        return this;
    }

    /** How often it broke down. */
    int breakdowns() {
        return breakdowns;
    }

    @Override
    public List<RecordedEvent> handles(Message message, Instant at) {
        var command = message.command();
        var record = StreamRecords.toSend(Outgoing.event(Topics.COMMANDS, command.requestId(),
                Bench.envelope(message.id(), command)));
        offset++;
        return safely(at, () -> {
            running.context().setRecordMetadata(Topics.COMMANDS.name(), 0, offset);
            running.processor().process(new Record<>(record.key(), record.value(), 0, record.headers()));
        });
    }

    @Override
    public List<RecordedEvent> sweeps(Instant at) {
        return safely(at, () -> running.context().scheduledPunctuators().getFirst().getPunctuator().punctuate(0));
    }

    private List<RecordedEvent> safely(Instant at, Runnable work) {
        now = at;
        while (!isDone(work)) {
            stores.forEach(SimulatedStore::abort);
            sent.clear();
            running = start();
            breakdowns++;
        }
        left = Integer.MAX_VALUE;
        stores.forEach(SimulatedStore::commit);
        committed.addAll(sent);
        List<RecordedEvent> events = sent.stream().filter(record -> record.topic().equals(Topics.EVENTS.name()))
                .map(StoredHub::event).toList();
        sent.clear();
        return events;
    }

    private static boolean isDone(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Killed killed) {
            return false;
        }
    }

    private static RecordedEvent event(ProducerRecord<byte[], byte[]> record) {
        var read = StreamRecords.received(record.topic(), 0, 0, 0, record.key(), record.headers(), record.value())
                .read();
        return MessageJson.read(((Read.Understood) read).envelope().data(), RecordedEvent.class);
    }

    /** Everything that was ever committed, to whichever topic, headers and all. */
    List<String> written() {
        return committed.stream().map(record -> record.topic() + " " + new String(record.key(), UTF_8) + " "
                + Arrays.stream(record.headers().toArray())
                        .map(header -> header.key() + "=" + new String(header.value(), UTF_8)).toList()
                + " " + new String(record.value(), UTF_8)).toList();
    }

    /** Each log is chained and tells of the case as it is stored, and what is in force is published as often as it changed. */
    void logIsWhole() {
        Map<String, List<RecordedEvent>> logs = new TreeMap<>();
        committed.stream().filter(record -> record.topic().equals(Topics.EVENTS.name())).map(StoredHub::event)
                .forEach(event -> logs.computeIfAbsent(event.requestId(), _ -> new ArrayList<>()).add(event));
        logs.forEach((requestId, log) -> {
            for (int i = 0; i < log.size(); i++) {
                assertThat(log.get(i).sequence()).isEqualTo(i + 1L);
                assertThat(log.get(i).previousHash())
                        .isEqualTo(i == 0 ? RecordedEvent.FIRST : MessageJson.hash(log.get(i - 1)));
            }
            assertThat(Evolution.replay(requestId, log)).isEqualTo(share(requestId));
            long changes = log.stream().filter(event -> event.event() instanceof ArrangementActivated
                    || event.event() instanceof ArrangementExpired).count();
            assertThat(committed.stream().filter(record -> record.topic().equals(Topics.ARRANGEMENTS.name())
                    && new String(record.key(), UTF_8).equals(RequestId.arrangementOf(requestId))).count())
                    .isEqualTo(changes);
        });
    }

    /** What lies in its stores, name by name and key by key. */
    List<String> contents() {
        return stores.stream().flatMap(store -> store.contents().stream()).toList();
    }

    private Optional<StoredCase> stored(String requestId) {
        return Optional.ofNullable(stores.getFirst().get(requestId)).map(StoredCase::read);
    }

    @Override
    public Share share(String requestId) {
        return stored(requestId).map(StoredCase::share).orElseGet(() -> new Share.Unseen(requestId));
    }

    @Override
    public Optional<Instant> wakesAt(String requestId) {
        return stored(requestId).flatMap(StoredCase::wakeAt);
    }
}
