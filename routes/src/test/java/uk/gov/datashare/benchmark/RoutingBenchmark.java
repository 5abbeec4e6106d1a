package uk.gov.datashare.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/**
 * Measures what it costs to validate and route one request, in CPU time of the thread that does it, with more and more rules
 * of organisations' own, beside what it costs to read the same request. With a file's name, also writes the page there.
 */
public final class RoutingBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
    private static final int TIMES = 1_000;
    private static final List<Integer> EXTRA = List.of(0, 10, 100, 1_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The samples that are routed; two are refused or wrong on purpose. */
    private static final List<Sample> SAMPLES = Stream.of("a-postcode-data", "b-address-check", "c-council-tax-debt",
            "d-fuel-poverty", "e-hospital-episodes", "f-vehicle-keepers-abroad", "g-immigration-statistics",
            "h-passenger-information", "k-school-to-work-research", "l-workforce-statistics", "m-free-school-meals",
            "n-prison-leavers-housing", "p-outbreak-maps").map(Sample::of).toList();

    /** Microseconds of CPU for one request, of one round. */
    private record Round(double median, double ninetyNinth) {}

    private record Row(String name, List<Round> rounds, List<Double> ratios) {}

    /** Nanoseconds of the round that runs; everything is measured on one thread. */
    private static final List<Long> TAKEN = new ArrayList<>();

    private RoutingBenchmark() {}

    /**
     * Runs all of it.
     *
     * @param arguments the file for the page, if any
     */
    public static void main(String... arguments) throws IOException {
        var rows = new ArrayList<Row>();
        for (int extra : EXTRA) {
            rows.add(measure(extra + " extra rules, spread over all organisations", registry(extra, true)));
        }
        for (int extra : EXTRA.subList(1, EXTRA.size() - 1)) {
            rows.add(measure(extra + " extra rules, all of them of each party", registry(extra, false)));
        }
        String page = page(rows);
        System.out.println(page);
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), page);
        }
    }

    private static Row measure(String name, Registry registry) {
        Routing routing = Routing.builtIn();
        Consumer<Sample> judge = sample -> {
            ShareRequest request = sample.request();
            long before = THREADS.getCurrentThreadCpuTime();
            Validation.check(request, sample.acquirer(), registry);
            routing.plan(request, registry, Optional.empty());
            TAKEN.add(THREADS.getCurrentThreadCpuTime() - before);
        };
        Consumer<Sample> read = sample -> {
            byte[] bytes = sample.json().toString().getBytes(StandardCharsets.UTF_8);
            long before = THREADS.getCurrentThreadCpuTime();
            JsonNode json = ((Schemas.Parsed.Tree) Schemas.read(bytes)).json();
            Schemas.check(MessageTypes.of(ShareRequest.class), json);
            MessageJson.read(json, ShareRequest.class);
            TAKEN.add(THREADS.getCurrentThreadCpuTime() - before);
        };
        round(judge);
        round(read);
        round(judge);
        var rounds = new ArrayList<Round>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            Round judged = round(judge);
            rounds.add(judged);
            ratios.add(judged.median() / round(read).median());
        }
        return new Row(name, rounds, ratios);
    }

    private static Round round(Consumer<Sample> what) {
        TAKEN.clear();
        IntStream.range(0, TIMES).forEach(i -> what.accept(SAMPLES.get(i % SAMPLES.size())));
        long[] sorted = TAKEN.stream().mapToLong(nanos -> nanos).sorted().toArray();
        return new Round(sorted[sorted.length / 2] / 1e3, sorted[sorted.length * 99 / 100] / 1e3);
    }

    /** The organisations that the hub ships with, with rules of their own; some apply and some do not. */
    private static Registry registry(int extra, boolean spread) {
        List<Organisation> all = Sample.organisations();
        return Registry.of(IntStream.range(0, all.size()).mapToObj(place -> with(all.get(place),
                IntStream.range(0, extra).filter(rule -> !spread || rule % all.size() == place)
                        .mapToObj(RoutingBenchmark::rule).toList()))
                .toList());
    }

    private static OwnRule rule(int number) {
        List<String> conditions = List.of("personal && subjectCount > " + number,
                "sensitive || deliveryMethod in ['SFTP', 'API'] && leavesUk",
                "'HEALTH' in specialCategories && partyCount > 2 && classification == 'OFFICIAL'");
        return new OwnRule("own-" + number, 1, conditions.get(number % conditions.size()), "a choice of our own",
                List.of(Role.SECURITY, Role.ETHICS, Role.LEGAL).get(number % 3), Mode.ADVISORY, Stage.EXPERT,
                "Our policy wants you to look at this.", "Our policy, section " + number);
    }

    private static Organisation with(Organisation o, List<OwnRule> rules) {
        return new Organisation(o.id(), o.version(), o.name(), o.abbreviation(), o.type(), o.status(), o.supersededBy(),
                o.calendar(), o.sectors(), o.emailDomains(), o.requestMailbox(), o.roles(), o.escalationContact(),
                o.people(), o.assets(), o.policies(), o.aliases(), o.curies(), o.contentId(), o.parent(),
                o.jurisdictions(), o.competentAuthority(), rules, o.questions());
    }

    private static String page(List<Row> rows) {
        var page = new StringBuilder(
                """
                        # What validation and routing cost

                        Made by the benchmark itself (see [routes](../README.md#what-validation-and-routing-cost)); do not edit.

                        | | |
                        |---|---|
                        | day | %s |
                        | machine | %s |
                        | Java | %s |

                        CPU time of one thread for one request, over %d kinds of request in turn: every validation rule, every routing rule, and the plan.
                        %d rounds of %,d requests after two that do not count; "a (b to c)" is the median and the range of all rounds. The ratio is to
                        reading the same requests (strict JSON, schema, record) in the same run, round by round.

                        | | median, microseconds | 99%%, microseconds | ratio to reading |
                        |---|---|---|---|
                        """
                        .formatted(LocalDate.now(ZoneOffset.UTC), Page.machine(), System.getProperty("java.vm.version"),
                                SAMPLES.size(), ROUNDS, TIMES));
        rows.forEach(row -> page.append("| ").append(row.name()).append(" | ")
                .append(spread(row.rounds().stream().mapToDouble(Round::median), "%.0f")).append(" | ")
                .append(spread(row.rounds().stream().mapToDouble(Round::ninetyNinth), "%.0f")).append(" | ")
                .append(spread(row.ratios().stream().mapToDouble(ratio -> ratio), "%.2f")).append(" |\n"));
        return page.toString();
    }

    private static String spread(DoubleStream values, String form) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return (form + " (" + form + " to " + form + ")").formatted(sorted[sorted.length / 2], sorted[0],
                sorted[sorted.length - 1]);
    }
}
