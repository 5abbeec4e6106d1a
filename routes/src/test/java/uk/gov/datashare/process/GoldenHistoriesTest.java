package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.process.Simulation.Counts;

/**
 * Histories of the hub as it was released, one folder for each version: what they were given must lead to the same bytes for
 * ever. {@code -Dgolden-histories.record=2} records a new folder of that name; there is no way to change an old one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenHistoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden-histories");
    private static final String SETUP = "# set up as number ";
    private static final String LOGGED = "< datashare.events.v1 ";
    private static final int STEPS = 40;
    /** So many kinds of events can come of a request for a new arrangement. */
    private static final int KINDS = 29;
    private static final long SEED = 500;

    @ParameterizedTest
    @MethodSource("histories")
    void leads_to_the_same_bytes(Path file) throws IOException {
        var lines = Files.readAllLines(file, UTF_8);
        var setup = SimulatedSetup.ALL.get(Integer.parseInt(lines.getFirst().substring(SETUP.length())));
        var recorded = lines.subList(1, lines.size());
        var again = new RecordingHub(setup.process()).playAgain(recorded);
        assertThat(again.history()).isEqualTo(recorded);
        again.hub().logIsWhole();
    }

    /** A log outlives the process that wrote it: what was read from it is written as it was. */
    @ParameterizedTest
    @MethodSource("histories")
    void is_read_and_written_as_it_was(Path file) throws IOException {
        assertThat(events(Files.readAllLines(file, UTF_8))).isNotEmpty().allSatisfy(json -> assertThat(
                new String(MessageJson.write(MessageJson.read(json.getBytes(UTF_8), RecordedEvent.class)), UTF_8))
                .isEqualTo(json));
    }

    private static List<String> events(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(LOGGED))
                .map(line -> line.substring(line.indexOf("] {") + 2)).toList();
    }

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    /** Worlds in which something happens that happens in none before them, until everything has. */
    @Test
    @EnabledIfSystemProperty(named = "golden-histories.record", matches = "[0-9]+")
    void records_a_folder() throws IOException {
        Path folder = Files.createDirectory(FOLDER.resolve(System.getProperty("golden-histories.record")));
        Set<String> shown = new HashSet<>();
        for (long seed = SEED; shown.size() < KINDS; seed++) {
            var counts = new Counts();
            var world = new Simulation(RecordingHub::new, true).play(Script.of(seed, STEPS), counts);
            if (shown.addAll(counts.kinds())) {
                var lines = Stream.concat(Stream.of(SETUP + world.setup()),
                        ((RecordingHub) world.hub()).history().stream()).collect(Collectors.joining("\n", "", "\n"));
                Files.writeString(folder.resolve("world-" + seed + ".txt"), lines, UTF_8);
            }
        }
    }
}
