package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.process.Simulation.Counts;
import uk.gov.datashare.process.oracle.Place;

/**
 * Simulated worlds, played by seeds that are printed: two million events that must be those that an oracle foretells which
 * knows nothing of the process, and the hub's own processor, broken down between its effects. Another seed:
 * {@code -Dsimulation.seed=7}; more of them: {@code -Dsimulation.events=200000000}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationTest {

    private static final int STEPS = 60;
    private static final int WORLDS_AT_ONCE = 200;
    private static final long SEED = Long.getLong("simulation.seed", 20_261_124L);
    private static final long USUAL = 2_000_000;
    private static final long EVENTS = Long.getLong("simulation.events", USUAL);
    private static final int WORLDS_WITH_STORES = Integer.getInteger("simulation.worlds-with-stores", 300);
    private static final long OFTEN = 100;

    @Test
    void whatever_happens_what_was_foretold_follows() {
        var counts = new Counts();
        var simulation = new Simulation(PureHub::new, false);
        for (long seed = SEED; counts.followed() < EVENTS; seed += WORLDS_AT_ONCE) {
            inParallel(seed, WORLDS_AT_ONCE, one -> played(simulation, one)).forEach(counts::add);
        }
        System.out.printf("simulated from seed %d on: %,d messages and looks at the clock led to %,d events%n%s", SEED,
                counts.happened(), counts.followed(), counts);
        assertThat(everythingEverywhere()).as("what rarely happened was hardly tried")
                .filteredOn(what -> counts.of(what) < OFTEN * Math.min(EVENTS, USUAL) / USUAL).isEmpty();
    }

    private static Counts played(Simulation simulation, long seed) {
        var counts = new Counts();
        simulation.playOrReport("" + seed, Script.of(seed, STEPS), counts);
        return counts;
    }

    private static <T> List<T> inParallel(long from, int many, LongFunction<T> play) {
        return LongStream.range(from, from + many).parallel().mapToObj(play).toList();
    }

    /** Each command in each place; time has nothing to say before there is a case, and after it is over. */
    private static List<String> everythingEverywhere() {
        var commands = leaves(ShareCommand.class).map(Class::getSimpleName).toList();
        List<String> all = new ArrayList<>();
        for (Place place : Place.values()) {
            commands.forEach(command -> all.add(place + " " + command));
            if (place != Place.UNSEEN && place != Place.CLOSED) {
                all.add(place + " Time");
            }
        }
        return all;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SimulationTest::leaves)
                : Stream.of(type);
    }

    @Test
    void the_hub_breaks_down_between_any_two_effects_and_nobody_can_tell() {
        int breakdowns = inParallel(SEED, WORLDS_WITH_STORES, SimulationTest::breaksDown).stream()
                .mapToInt(Integer::intValue).sum();
        System.out.printf("simulated from seed %d on: %,d worlds with stores, in which the hub broke down %,d times%n",
                SEED, WORLDS_WITH_STORES, breakdowns);
        assertThat(breakdowns).isGreaterThan(WORLDS_WITH_STORES);
    }

    private static int breaksDown(long seed) {
        var script = Script.of(seed, STEPS);
        var broken = stored(new Simulation(StoredHub::new, true), seed, script);
        var whole = stored(new Simulation(process -> new StoredHub(process).neverBreaksDown(), true), seed, script);
        assertThat(broken.contents()).as("seed %d", seed).isEqualTo(whole.contents());
        assertThat(broken.written()).as("seed %d", seed).isEqualTo(whole.written());
        broken.logIsWhole();
        return broken.breakdowns();
    }

    private static StoredHub stored(Simulation simulation, long seed, Script script) {
        return (StoredHub) simulation.playOrReport(seed + " with stores", script, new Counts()).hub();
    }

    @Test
    void a_seed_is_a_world_and_always_the_same() {
        LongStream.range(SEED, SEED + 20).mapToObj(seed -> Script.of(seed, STEPS))
                .forEach(script -> assertThat(told(Script.parse(script.toString()))).isEqualTo(told(script)));
    }

    private static List<String> told(Script script) {
        List<String> told = new ArrayList<>();
        new Simulation(PureHub::new, false).play(script, (_, in, what, lines) -> told.add(in + what + lines));
        return told;
    }

    /** What was broken once is tried for ever, with the process alone and with the stores. */
    @Test
    void scripts_that_broke_something_once_are_played_again() throws IOException {
        assertThat(kept()).isNotEmpty().allSatisfy(script -> {
            assertThat(new Simulation(PureHub::new, true).fault(script)).isEmpty();
            assertThat(new Simulation(StoredHub::new, true).fault(script)).isEmpty();
        });
    }

    private static List<Script> kept() throws IOException {
        try (InputStream file = SimulationTest.class.getResourceAsStream("/simulation/kept-scripts.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Script::parse).toList();
        }
    }
}
