package uk.gov.datashare.digest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.HubStreams;

/**
 * Writes each note into its person's book, and what follows out to the mail, all in one transaction, and looks every so
 * often whose time has come. A record that cannot be handled becomes a dead letter in that same transaction.
 */
final class DigestProcessor extends ContextualProcessor<byte[], byte[], byte[], ProducerRecord<byte[], byte[]>> {

    static final String HEADS = "heads";
    static final String OPEN = "open-tasks";
    static final String WAKING = "waking";

    private static final Logger LOG = LoggerFactory.getLogger(DigestProcessor.class);
    private static final String ROUTE = "digest";
    private static final URI SOURCE = URI.create("urn:datashare:hub:digest");
    private static final String TYPE = MessageTypes.of(Letter.class);
    /** A person's id holds neither, so that the keys of one person are a range. */
    private static final String BEGIN = "\n";
    private static final String END = "\u000b";

    private final Digest digest;
    private final Readers readers;
    private final InstantSource clock;
    private final Duration sweepEvery;
    private long registryVersion = -1;

    DigestProcessor(Digest digest, Readers readers, InstantSource clock, Duration sweepEvery) {
        this.digest = digest;
        this.readers = readers;
        this.clock = clock;
        this.sweepEvery = sweepEvery;
    }

    @Override
    public void init(ProcessorContext<byte[], ProducerRecord<byte[], byte[]>> context) {
        super.init(context);
        context.schedule(sweepEvery, PunctuationType.WALL_CLOCK_TIME, _ -> sweep());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Received received = HubStreams.received(context(), record);
        try {
            switch (received.read()) {
                case Read.Understood(var note) -> handle(note.map(json -> MessageJson.read(json, DigestNote.class)));
                case Read.NotAnEvent(var problems) -> setAside(received, "NotAnEvent", String.join("; ", problems));
            }
        } catch (KafkaException kafkas) {
            throw kafkas;
        } catch (RuntimeException fault) {
            LOG.error("{} could not be handled", received.place(), fault);
            setAside(received, fault.getClass().getName(), String.valueOf(fault.getMessage()));
        }
    }

    /** Nothing is stored before all of it is worked out, so that a fault leaves the book as it was. */
    private void handle(Envelope<DigestNote> note) {
        String person = note.data().personId();
        Book before = book(person);
        Turn turn = digest.note(before, note.data(), readers.of(person), now());
        List<Outgoing> outgoing = turn.letters().stream().map(letter -> outgoing(letter, note)).toList();
        keep(before, turn.book());
        outgoing.forEach(this::write);
    }

    private void setAside(Received received, String cause, String why) {
        write(new DeadLetter(received, ROUTE, cause, why, 1, clock.instant()));
    }

    private void sweep() {
        long version = readers.version();
        Moment now = now();
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = waking().all()) {
            all.forEachRemaining(one -> {
                if (version != registryVersion || Waking.read(one.value).isOver(now)) {
                    due.add(one.key);
                }
            });
        }
        registryVersion = version;
        due.forEach(person -> wake(person, now));
    }

    /** A book that cannot be read is passed over: one of them may not hold up all the others. */
    private void wake(String person, Moment now) {
        try {
            Book before = book(person);
            Turn turn = digest.wake(before, readers.of(person), now);
            List<Outgoing> outgoing = turn.letters().stream().map(this::outgoing).toList();
            keep(before, turn.book());
            outgoing.forEach(this::write);
        } catch (KafkaException kafkas) {
            throw kafkas;
        } catch (RuntimeException fault) {
            LOG.error("The digest of {} could not be written", person, fault);
        }
    }

    private Moment now() {
        return new Moment(clock.instant(), Instant.ofEpochMilli(context().currentSystemTimeMs()));
    }

    private Book book(String person) {
        Optional<Head> head = Optional.ofNullable(heads().get(person))
                .map(json -> MessageJson.read(json, Head.class));
        return head.map(kept -> new Book(person, kept, entries(person))).orElseGet(() -> Book.empty(person));
    }

    private SortedMap<String, Entry> entries(String person) {
        var entries = new TreeMap<String, Entry>();
        try (KeyValueIterator<String, byte[]> range = open().range(person + BEGIN, person + END)) {
            range.forEachRemaining(one -> entries.put(one.key.substring(person.length() + BEGIN.length()),
                    MessageJson.read(one.value, Entry.class)));
        }
        return entries;
    }

    private void keep(Book before, Book after) {
        String person = after.personId();
        before.keysOfBoth(after).filter(key -> !before.entry(key).equals(after.entry(key)))
                .forEach(key -> after.entry(key).ifPresentOrElse(
                        entry -> open().put(person + BEGIN + key, MessageJson.write(entry)),
                        () -> open().delete(person + BEGIN + key)));
        if (!after.head().equals(before.head())) {
            heads().put(person, MessageJson.write(after.head()));
        }
        keep(person, Waking.of(before), Waking.of(after));
    }

    private void keep(String person, Waking before, Waking after) {
        if (after.isNever()) {
            waking().delete(person);
        } else if (!after.equals(before)) {
            waking().put(person, after.write());
        }
    }

    private Outgoing outgoing(Letter letter, Envelope<DigestNote> note) {
        return Outgoing.event(Topics.MAIL_OUT, key(letter), note.leadsTo(letter.letterId(), SOURCE, TYPE,
                letter.requestId(), clock.instant(), MessageJson.write(letter)));
    }

    private Outgoing outgoing(Letter letter) {
        return Outgoing.event(Topics.MAIL_OUT, key(letter),
                new Envelope<>(letter.letterId(), SOURCE, TYPE, letter.requestId(), clock.instant(), letter.letterId(),
                        Optional.empty(), Optional.empty(), MessageJson.write(letter)));
    }

    /** Letters of a case keep their order, and so do a person's digests. */
    private static String key(Letter letter) {
        return letter.items().isEmpty() ? letter.requestId() : letter.recipient();
    }

    private void write(Outgoing outgoing) {
        context().forward(HubStreams.toForward(context(), outgoing));
    }

    private KeyValueStore<String, byte[]> heads() {
        return context().getStateStore(HEADS);
    }

    private KeyValueStore<String, byte[]> open() {
        return context().getStateStore(OPEN);
    }

    private KeyValueStore<String, byte[]> waking() {
        return context().getStateStore(WAKING);
    }
}
