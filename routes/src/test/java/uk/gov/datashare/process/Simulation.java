package uk.gov.datashare.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import uk.gov.datashare.process.oracle.Place;

/** Plays scripts, counts what they try, and makes of one that fails a report from which it can be played again. */
final class Simulation {

    private final Function<ShareProcess, SimulatedHub> hub;
    private final boolean thorough;

    /**
     * A simulation of this hub.
     *
     * @param thorough whether each log is read by the oracle of the rules as well, which takes longer
     */
    Simulation(Function<ShareProcess, SimulatedHub> hub, boolean thorough) {
        this.hub = hub;
        this.thorough = thorough;
    }

    /** How often each thing happened in each place, and how often each event followed. */
    static final class Counts implements SimulatedWorld.Listener {

        private final Map<String, long[]> counts = new TreeMap<>();
        private long happened;
        private long followed;

        @Override
        public void heard(SimulatedCase to, Place in, String what, List<String> lines) {
            happened++;
            followed += lines.size();
            count(in + " " + what, 1);
            for (String line : lines) {
                int end = line.indexOf(' ');
                count(end < 0 ? line : line.substring(0, end), 1);
            }
        }

        private void count(String what, long times) {
            counts.computeIfAbsent(what, _ -> new long[1])[0] += times;
        }

        long happened() {
            return happened;
        }

        long followed() {
            return followed;
        }

        long of(String what) {
            return counts.getOrDefault(what, new long[1])[0];
        }

        /** The kinds of events that followed at all. */
        Set<String> kinds() {
            return counts.keySet().stream().filter(what -> what.indexOf(' ') < 0).collect(Collectors.toSet());
        }

        void add(Counts more) {
            happened += more.happened;
            followed += more.followed;
            more.counts.forEach((what, times) -> count(what, times[0]));
        }

        @Override
        public String toString() {
            var lines = new StringBuilder();
            counts.forEach((what, times) -> lines.append("%,10d %s%n".formatted(times[0], what)));
            return lines.toString();
        }
    }

    /** Plays a script to its end. */
    SimulatedWorld play(Script script, SimulatedWorld.Listener listener) {
        var world = new SimulatedWorld(script.beginning(), hub, thorough, listener);
        script.steps().forEach(world::step);
        return world;
    }

    /** Plays it, and says of one that fails how to see that again. */
    SimulatedWorld playOrReport(String seed, Script script, SimulatedWorld.Listener listener) {
        try {
            return play(script, listener);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(report(seed, script), broken);
        }
    }

    private String report(String seed, Script script) {
        var shortest = script.shortest(shorter -> fault(shorter).isPresent());
        List<String> told = new ArrayList<>();
        var fault = faultOf(shortest, (to, in, what, lines) -> told.add(to.reference.id() + " " + in + " " + what
                + " -> " + lines));
        return """
                seed %s is broken; its shortest script, to be kept in simulation/kept-scripts.txt, is
                %s
                %s
                %s""".formatted(seed, shortest, String.join("\n", told), fault.orElse("but that breaks nothing"));
    }

    /** What is wrong with a script, if anything is. */
    Optional<String> fault(Script script) {
        return faultOf(script, (_, _, _, _) -> {
        });
    }

    private Optional<String> faultOf(Script script, SimulatedWorld.Listener listener) {
        try {
            play(script, listener);
            return Optional.empty();
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }
}
