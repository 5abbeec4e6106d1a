package uk.gov.datashare.whatif;

import java.util.Arrays;
import java.util.Map;

/**
 * How many working days something takes, as the probability of each number of days. Numbers are taken to be independent of
 * each other, which people who wait for the same holiday are not: a sum is therefore a little too sure of itself.
 */
final class Days {

    /** Beyond this, days are not told apart. */
    static final int MOST = 1000;
    private static final Days NONE = new Days(new double[]{1.0});
    /** What adding probabilities may lose. */
    private static final double ROUNDING = 1e-9;

    private final double[] probability;

    private Days(double[] probability) {
        this.probability = probability;
    }

    /** No time at all. */
    static Days none() {
        return NONE;
    }

    /**
     * As it was so far.
     *
     * @param counts how many times something took each number of days; at least one
     */
    static Days observed(Map<Integer, Integer> counts) {
        int longest = counts.keySet().stream().mapToInt(Days::capped).max().orElseThrow();
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        double[] shares = new double[longest + 1];
        counts.forEach((days, times) -> shares[capped(days)] += times / all);
        return new Days(shares);
    }

    /** Both at the same time: the longer of the two. */
    Days beside(Days other) {
        int longest = Math.max(probability.length, other.probability.length);
        double[] both = new double[longest];
        double before = 0;
        for (int days = 0; days < longest; days++) {
            double within = within(days) * other.within(days);
            both[days] = within - before;
            before = within;
        }
        return new Days(both);
    }

    /** One after the other. */
    Days then(Days other) {
        double[] sum = new double[Math.min(MOST, probability.length + other.probability.length - 2) + 1];
        for (int first = 0; first < probability.length; first++) {
            for (int second = 0; second < other.probability.length; second++) {
                sum[Math.min(MOST, first + second)] += probability[first] * other.probability[second];
            }
        }
        return new Days(sum);
    }

    /** The fewest days within which this share of cases is done, such as 0.9. */
    int percentile(double share) {
        double within = 0;
        for (int days = 0; days < probability.length; days++) {
            within += probability[days];
            if (within >= share - ROUNDING) {
                return days;
            }
        }
        return probability.length - 1;
    }

    private double within(int days) {
        return Arrays.stream(probability, 0, Math.min(days + 1, probability.length)).sum();
    }

    private static int capped(int days) {
        return Math.clamp(days, 0, MOST);
    }
}
