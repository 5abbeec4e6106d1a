package uk.gov.datashare.process;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that makes a simulated world: a number for how it begins, and one for each step. Each step depends on its own number
 * alone, so that any of them can be left out and the others still say what they said.
 */
record Script(int beginning, List<Integer> steps) {

    Script {
        steps = List.copyOf(steps);
    }

    /** The script of a seed. */
    static Script of(long seed, int steps) {
        var luck = new SplittableRandom(seed);
        return new Script(luck.nextInt(), IntStream.range(0, steps).mapToObj(_ -> luck.nextInt()).toList());
    }

    /** Reads what {@link #toString} wrote. */
    static Script parse(String line) {
        var numbers = Arrays.stream(line.strip().split(" ")).map(hex -> Integer.parseUnsignedInt(hex, 16)).toList();
        return new Script(numbers.getFirst(), numbers.subList(1, numbers.size()));
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(beginning), steps.stream()).map(Integer::toHexString)
                .collect(Collectors.joining(" "));
    }

    /** The shortest script that can be found by leaving steps out, and still does this. */
    Script shortest(Predicate<Script> stillDoes) {
        var shortest = this;
        for (int piece = Math.max(1, steps.size() / 2); piece > 0; piece /= 2) {
            var shorter = shortest.without(piece, stillDoes);
            piece = shorter.steps.size() < shortest.steps.size() ? piece * 2 : piece;
            shortest = shorter;
        }
        return shortest;
    }

    private Script without(int piece, Predicate<Script> stillDoes) {
        var shortest = this;
        for (int from = 0; from < shortest.steps.size();) {
            int to = Math.min(from + piece, shortest.steps.size());
            var shorter = new Script(beginning, Stream.concat(shortest.steps.subList(0, from).stream(),
                    shortest.steps.subList(to, shortest.steps.size()).stream()).toList());
            boolean still = stillDoes.test(shorter);
            shortest = still ? shorter : shortest;
            from = still ? from : to;
        }
        return shortest;
    }
}
