package uk.gov.datashare.benchmark;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;

/**
 * Several competitors at the same work, in turns: each round has every one of them, and begins with another one, so that a
 * machine that is busy with something else is so for all.
 *
 * @param title   what is measured
 * @param times   how often the work is done in a round
 * @param threads on how many threads
 * @param rounds  how many rounds count
 */
record Contest(String title, int times, int threads, int rounds) {

    private static final int WARMING_UP = 2;
    private static final OperatingSystemMXBean MACHINE = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);

    /** What one competitor did in each round: work per second, and CPU seconds of this process per thousand. */
    record Series(String name, List<Double> perSecond, List<Double> cpuPerThousand) {}

    /** All of them, in the order in which they were given; the last is what the others are held against. */
    record Outcome(Contest contest, List<Series> series) {}

    Contest {
        requireNonNull(title);
    }

    Outcome between(List<Competitor> competitors) throws Exception {
        List<Series> series = competitors.stream()
                .map(one -> new Series(one.name(), new ArrayList<>(), new ArrayList<>())).toList();
        for (int round = -WARMING_UP; round < rounds; round++) {
            for (int turn = 0; turn < competitors.size(); turn++) {
                int which = Math.floorMod(turn + round, competitors.size());
                measure(competitors.get(which).work(), series.get(which), round >= 0);
            }
            System.err.println(title + ", round " + (round + 1) + " of " + rounds + " " + series.stream()
                    .map(Series::perSecond).filter(done -> !done.isEmpty())
                    .map(done -> "%.0f/s".formatted(done.getLast())).toList());
        }
        return new Outcome(this, series);
    }

    private void measure(Competitor.Work work, Series series, boolean counts) throws Exception {
        work.prepare(times);
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        work.run(times, threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (counts) {
            series.perSecond().add(times / seconds);
            series.cpuPerThousand().add((MACHINE.getProcessCpuTime() - cpu) / 1e9 / times * 1_000);
        }
    }

    /** What one thread does, given a source of numbers that ends. */
    interface Share {

        /** Takes numbers until there are none, which -1 says. */
        void work(AtomicInteger left) throws Exception;
    }

    /** Shares work out among threads, and waits for all of them. */
    static void share(int times, int threads, Share share) throws Exception {
        var left = new AtomicInteger(times);
        Callable<Boolean> one = () -> {
            share.work(left);
            return true;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(one));
            }
            for (Future<Boolean> each : running) {
                each.get();
            }
        }
    }
}
