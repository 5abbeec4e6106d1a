package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.commands.Commands;
import uk.gov.datashare.commands.Terminal;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;

/** Asking leaves no trace; a change of the registry takes two people. Both on a running hub and its broker, from outside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingAndChangingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUESTIONS = "datashare.department-for-transport.whatif.v1";
    private static final String ANSWERS = "datashare.department-for-transport.whatif-answers.v1";
    private static final String COMMANDS = "datashare.commands.v1";
    private static final String STEWARD = "p-hub-06";
    private static final String DEPUTY = "p-hub-07";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Path folder;
    private RunningHub hub;
    private Outside outside;
    private Department transport;

    @BeforeAll
    void start(@TempDir Path here) {
        folder = here;
        hub = RunningHub.at(Place.in(here));
        outside = Outside.of(hub.place());
        transport = Department.ofTransport(outside);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void whoever_only_asks_is_answered_and_leaves_no_trace_on_any_topic_that_acts() throws IOException {
        Map<String, Long> before = outside.ends();
        byte[] request = MessageJson.write(Department.good("only-asking").json());

        outside.send(List.of(question("asked", request), question("rubbish", "{".getBytes(UTF_8)),
                new ProducerRecord<>(QUESTIONS, request)));
        JsonNode web = JsonMapper.shared().readTree(Web.post(hub.place(), "/what-if", request));
        await().atMost(PATIENCE).until(() -> outside.ends().getOrDefault(ANSWERS, 0L) == 3);

        assertThat(outside.read(ANSWERS)).extracting(answer -> answer.at("/outcome"))
                .containsExactlyInAnyOrder("WOULD_BE_ASKED", "WOULD_COME_BACK", "WOULD_BE_ASKED");
        assertThat(outside.read(ANSWERS)).filteredOn(answer -> answer.at("/outcome").equals("WOULD_BE_ASKED"))
                .allSatisfy(answer -> assertThat(answer.json().path("plan").path("tasks"))
                        .isEqualTo(web.path("plan").path("tasks")));
        Map<String, Long> after = outside.ends();
        assertThat(grown(before, after)).containsOnlyKeys(QUESTIONS, ANSWERS).containsEntry(ANSWERS, 3L);
        assertThat(before.keySet()).as("topics that were looked at").contains(COMMANDS, Books.EVENTS,
                "datashare.mail-out.v1", Books.ARRANGEMENTS, Books.DEAD_LETTERS, transport.requests(),
                transport.status(), transport.errors(), "datashare.registry.v1", "datashare.digest.v1");

        transport.send(transport.request(Department.good("only-asking")));
        await().atMost(PATIENCE).until(() -> outside.ends().getOrDefault("datashare.mail-out.v1", 0L) > 0);
        assertThat(grown(after, outside.ends())).as("what is sent leaves traces").containsKeys(COMMANDS, Books.EVENTS,
                transport.status());
    }

    @Test
    void a_change_of_the_registry_is_proposed_by_one_and_confirmed_by_another() throws IOException {
        String file = changed("home-office", record -> record.put("abbreviation", "HO2"));

        assertThat(run("registry", "propose", file, "--as", STEWARD, "--reason", "As they write it")).as(said())
                .isZero();
        String change = named(said());
        assertThat(run("registry", "confirm", change, "--as", STEWARD)).as(said()).isEqualTo(1);
        assertThat(said()).contains("refused  " + change).contains("proposed this change");
        assertThat(hub.registry().organisation("home-office").orElseThrow().version()).isEqualTo(1);

        assertThat(run("registry", "confirm", change, "--as", DEPUTY)).as(said()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.registry().organisation("home-office").orElseThrow())
                        .satisfies(office -> assertThat(office.version()).isEqualTo(2))
                        .satisfies(office -> assertThat(office.abbreviation()).contains("HO2")));

        assertThat(run("registry", "confirm", change, "--as", DEPUTY)).as(said()).isEqualTo(1);
        assertThat(said()).contains("applied already");
        assertThat(run("registry", "diff", file)).as("nothing differs any more: " + said()).isZero();
        assertThat(outside.read("datashare.registry-events.v1")).filteredOn(event -> event.key().equals("home-office"))
                .extracting(Message::type).containsExactly("registry.change-proposed", "registry.change-refused",
                        "registry.change-applied", "registry.change-refused");
    }

    @Test
    void a_rule_of_an_organisation_that_makes_no_sense_is_refused_with_its_fault() throws IOException {
        String file = changed("hm-treasury", record -> record.withArray("rules").addObject().put("id", "PRESS")
                .put("version", 1).put("when", "specal").put("inWords", "a slip").put("role", "COMMUNICATIONS")
                .put("mode", "ADVISORY").put("stage", "EXPERT").put("why", "The public will ask.")
                .put("citation", "Our policy"));

        assertThat(run("registry", "propose", file, "--as", STEWARD, "--reason", "A rule")).as(said()).isEqualTo(1);
        assertThat(said()).contains("refused", "rule PRESS, when", "specal");
    }

    private ProducerRecord<byte[], byte[]> question(String id, byte[] value) {
        var record = new ProducerRecord<>(QUESTIONS, id.getBytes(UTF_8), value);
        transport.headers(id, Department.SUBMITTED)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    /** How many records each topic has more than before; those that have none more are left out. */
    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>(after);
        more.replaceAll((topic, end) -> end - before.getOrDefault(topic, 0L));
        more.values().removeIf(count -> count == 0);
        return more;
    }

    private String changed(String id, Consumer<ObjectNode> change) throws IOException {
        Organisation held = hub.registry().organisation(id).orElseThrow();
        ObjectNode record = (ObjectNode) MessageJson.tree((Object) held).deepCopy();
        change.accept(record.put("version", held.version() + 1));
        return Files.write(folder.resolve(id + ".json"), MessageJson.write(List.of(record))).toString();
    }

    private int run(String... words) {
        String[] arguments = Arrays.copyOf(words, words.length + 2);
        arguments[words.length] = "--kafka";
        arguments[words.length + 1] = hub.place().bootstrapServers();
        shown.reset();
        var print = new PrintStream(shown, true, UTF_8);
        return Commands.run(arguments,
                new Terminal(new ByteArrayInputStream(new byte[0]), print, print, InstantSource.system())).orElse(-1);
    }

    private String said() {
        return shown.toString(UTF_8);
    }

    private static String named(String words) {
        var found = Pattern.compile("proposed (\\S+):").matcher(words);
        assertThat(found.find()).as(words).isTrue();
        return found.group(1);
    }
}
