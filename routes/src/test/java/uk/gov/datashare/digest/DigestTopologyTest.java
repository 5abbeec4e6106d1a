package uk.gov.datashare.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.approval.DigestLetters;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.StreamRecords;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.LettersChoice;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.WorkingCalendars;

/** The digest on Kafka's own test driver: notes by person in, letters out, and nothing that is wrong stops the next. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestTopologyTest {

    private static final Duration LOOK = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private TopologyTestDriver driver;
    private Instant now = Desk.london("2026-06-01T10:00");
    private Registry registry = registry(1, LettersChoice.DAILY_DIGEST);
    private int notes;

    @BeforeEach
    void open() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "digest-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        var people = new Registry() {
            @Override
            public Optional<Organisation> organisation(String organisationId) {
                return registry.organisation(organisationId);
            }

            @Override
            public List<Organisation> organisations() {
                return registry.organisations();
            }

            @Override
            public Optional<Holder> person(String personId) {
                return registry.person(personId);
            }

            @Override
            public List<Holder> peopleAt(String address) {
                return registry.peopleAt(address);
            }

            @Override
            public long version() {
                return registry.organisations().getFirst().version();
            }

            @Override
            public Registry now() {
                return registry;
            }
        };
        driver = new TopologyTestDriver(new DigestTopology(new Digest(new DigestLetters()),
                new Readers(people, WorkingCalendars.shipped(), LocalTime.of(8, 0)), () -> now, LOOK).build(),
                settings);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void notes_become_one_letter_at_the_hour_under_its_readers_key() {
        hears(Desk.tasks(5));
        assertThat(post()).isEmpty();
        timePasses("2026-06-02T08:00");

        List<Received> written = written(Topics.MAIL_OUT);

        assertThat(written).singleElement().satisfies(record -> {
            assertThat(record.key()).contains(Desk.PERSON);
            assertThat(letter(record).items()).hasSize(5);
            assertThat(((Read.Understood) record.read()).envelope().id()).isEqualTo(letter(record).letterId());
        });
    }

    @Test
    void a_restart_forgets_nothing_and_repeats_nothing() {
        hears(Desk.tasks(3));
        hears(Desk.settled(2));
        Map<String, byte[]> heads = contents(DigestProcessor.HEADS);
        Map<String, byte[]> open = contents(DigestProcessor.OPEN);
        Map<String, byte[]> waking = contents(DigestProcessor.WAKING);
        driver.close();
        open();
        put(DigestProcessor.HEADS, heads);
        put(DigestProcessor.OPEN, open);
        put(DigestProcessor.WAKING, waking);

        timePasses("2026-06-02T08:00");
        timePasses("2026-06-02T09:00");

        assertThat(post()).singleElement().satisfies(digest -> assertThat(digest.items()).hasSize(2));
    }

    @Test
    void a_new_choice_lets_go_what_waited_within_a_look() {
        hears(Desk.tasks(2));
        registry = registry(2, LettersChoice.EACH);
        driver.advanceWallClockTime(LOOK);
        assertThat(post()).extracting(Letter::requestId).containsExactly(Desk.request(1), Desk.request(2));
        assertThat(contents(DigestProcessor.OPEN)).isEmpty();
        assertThat(contents(DigestProcessor.WAKING)).isEmpty();
    }

    @Test
    void the_machines_clock_ends_the_wait_for_a_case_that_does_not_answer() {
        hears(Desk.tasks(3));
        timePasses("2026-06-02T08:00");
        Letter digest = post().getFirst();
        hears(Desk.reply(digest, List.of(1, 2, 3), List.of()), Desk.told(1, Optional.of(Desk.RAW)),
                Desk.told(3, Optional.of(Desk.RAW)));
        assertThat(post()).isEmpty();
        driver.advanceWallClockTime(Digest.PATIENCE.plus(LOOK));
        assertThat(post()).singleElement().satisfies(answer -> assertThat(answer.inReplyTo())
                .contains(digest.letterId()));
    }

    @Test
    void what_ends_for_somebody_without_a_digest_leaves_no_trace() {
        hears(Desk.settled(1), Desk.settled(2));
        assertThat(contents(DigestProcessor.HEADS)).isEmpty();
    }

    @Test
    void rubbish_becomes_a_dead_letter_and_the_next_note_is_heard() {
        topic().pipeInput(new TestRecord<>(Desk.PERSON.getBytes(UTF_8), "rubbish".getBytes(UTF_8), now));
        hears(Desk.task(1, "2026-06-01T17:00"));
        assertThat(written(Topics.DEADLETTERS)).hasSize(1);
        assertThat(post()).hasSize(1);
    }

    private void hears(DigestNote... some) {
        for (DigestNote note : some) {
            var envelope = new Envelope<>("n" + notes++, URI.create("urn:datashare:test"),
                    MessageTypes.of(note.getClass()), note.personId(), now, "c", Optional.empty(), Optional.empty(),
                    MessageJson.write(note));
            var record = StreamRecords.toSend(Outgoing.event(Topics.DIGEST, note.personId(), envelope));
            topic().pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), now));
        }
    }

    private void timePasses(String local) {
        now = Desk.london(local);
        driver.advanceWallClockTime(LOOK);
    }

    private TestInputTopic<byte[], byte[]> topic() {
        return driver.createInputTopic(Topics.DIGEST.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<Letter> post() {
        return written(Topics.MAIL_OUT).stream().map(DigestTopologyTest::letter).toList();
    }

    private static Letter letter(Received record) {
        return MessageJson.read(((Read.Understood) record.read()).envelope().data(), Letter.class);
    }

    private List<Received> written(Topic topic) {
        if (!driver.producedTopicNames().contains(topic.name())) {
            return List.of();
        }
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList().stream()
                .map(record -> StreamRecords.received(topic.name(), 0, 0, record.timestamp(), record.key(),
                        record.getHeaders(), record.value()))
                .toList();
    }

    private Map<String, byte[]> contents(String store) {
        var contents = new java.util.TreeMap<String, byte[]>();
        try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(one -> contents.put(one.key, one.value));
        }
        return contents;
    }

    private void put(String store, Map<String, byte[]> contents) {
        contents.forEach((key, value) -> driver.<String, byte[]>getKeyValueStore(store).put(key, value));
    }

    private static Registry registry(int version, LettersChoice choice) {
        var person = new Organisation.RoleHolder(Desk.PERSON, "Pat", "pat@os.gov.uk.example.invalid", "Data owner",
                Optional.empty(), Optional.of(choice));
        return Registry.of(List.of(new Organisation("ordnance-survey", version, "Ordnance Survey", Optional.empty(),
                Organisation.Type.PUBLIC_CORPORATION, Organisation.Status.ACTIVE, List.of(),
                Organisation.Calendar.ENGLAND_AND_WALES, List.of(), List.of("os.gov.uk.example.invalid"),
                "data@os.gov.uk.example.invalid", List.of(), Desk.PERSON, List.of(person), List.of(),
                new Organisation.Policies(false, Map.of(), Optional.empty()))));
    }
}
