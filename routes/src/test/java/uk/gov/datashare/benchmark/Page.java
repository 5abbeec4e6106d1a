package uk.gov.datashare.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import uk.gov.datashare.benchmark.Contest.Outcome;
import uk.gov.datashare.benchmark.Contest.Series;

/** What was measured, as a page for people. */
final class Page {

    private final String server;
    private final List<Outcome> outcomes = new ArrayList<>();

    Page(String server) {
        this.server = server;
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        System.out.println(table(outcome));
    }

    /** The whole page, in Markdown. */
    String text() {
        var page = new StringBuilder(
                """
                        # How fast mail goes

                        Made by the benchmark itself (see [routes](../README.md#how-fast-mail-goes)); do not edit.

                        | | |
                        |---|---|
                        | day | %s |
                        | machine | %s |
                        | Java | %s |
                        | server | %s |

                        Every row of a table was measured in the same run, in turns: each round has every competitor once, in changing order,
                        after two rounds that do not count. A ratio is taken within a round, against the last row of its table. "a (b to c)" is
                        the median and the range of all rounds. CPU is that of the Java process alone.

                        """
                        .formatted(LocalDate.now(ZoneOffset.UTC), machine(), System.getProperty("java.vm.version"),
                                server));
        outcomes.forEach(outcome -> page.append(table(outcome)).append('\n'));
        return page.toString().stripTrailing() + "\n";
    }

    private static String table(Outcome outcome) {
        var table = new StringBuilder("## " + outcome.contest().title() + "\n\n");
        table.append("%d rounds of %d, %s.%n%n".formatted(outcome.contest().rounds(), outcome.contest().times(),
                outcome.contest().threads() == 1 ? "1 thread" : outcome.contest().threads() + " threads"));
        table.append("| | per second | ratio | CPU seconds for 1,000 |\n|---|---|---|---|\n");
        Series last = outcome.series().getLast();
        for (Series series : outcome.series()) {
            String ratio = series.equals(last) ? "1" : spread(ratios(series, last), "%.2f");
            table.append("| ").append(series.name()).append(" | ").append(spread(series.perSecond(), "%.0f"))
                    .append(" | ").append(ratio).append(" | ").append(spread(series.cpuPerThousand(), "%.2f"))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static List<Double> ratios(Series one, Series other) {
        return IntStream.range(0, one.perSecond().size())
                .mapToObj(round -> one.perSecond().get(round) / other.perSecond().get(round)).toList();
    }

    private static String spread(List<Double> values, String form) {
        List<Double> sorted = values.stream().sorted().toList();
        return (form + " (" + form + " to " + form + ")").formatted(sorted.get(sorted.size() / 2), sorted.getFirst(),
                sorted.getLast());
    }

    static String machine() {
        Runtime machine = Runtime.getRuntime();
        return "%d processors (%s), %s of memory, heap of %d MB; load at the end %.1f".formatted(
                machine.availableProcessors(), line("/proc/cpuinfo", "model name"), memory(),
                machine.maxMemory() >> 20,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String memory() {
        String kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "an unknown amount" : Long.parseLong(kilobytes) / 1_000_000 + " GB";
    }

    private static String line(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", "")).findFirst().orElse("");
        } catch (IOException elsewhere) {
            return "";
        }
    }
}
