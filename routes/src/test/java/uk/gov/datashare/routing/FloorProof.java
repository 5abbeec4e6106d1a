package uk.gov.datashare.routing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.cel.common.types.SimpleType;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.RuleBook.CheckedAsk;
import uk.gov.datashare.routing.RuleBook.CheckedRule;
import uk.gov.datashare.routing.RuleBook.Target;

/**
 * Tries a floor in every world that any rule can tell apart which has to do with it: those that ask its role, those that set
 * one of these aside, and those that refuse. What no such rule reads cannot change the answer, so it stands still. That makes
 * the proof complete and still short.
 */
final class FloorProof {

    /**
     * Somebody whom the law asks.
     *
     * @param says   in words
     * @param reads  the facts that {@code when} reads; {@code fact=TEXT} for one that it compares with a text
     * @param when   when it holds, of the facts of a request and of one party
     * @param body   which central body; empty for the party
     * @param roles  in any of these roles
     * @param least  at least so much does the answer count
     */
    record Floor(String says, Set<String> reads, Predicate<Map<String, Object>> when, String body, Set<Role> roles,
            Mode least) {

        private Map<String, Set<Object>> told() {
            Map<String, Set<Object>> told = new TreeMap<>();
            if (body.isEmpty()) {
                told.put("party.side", Set.of("ACQUIRER", "SUPPLIER", "OTHER_RECIPIENT"));
            }
            reads.forEach(read -> {
                String[] fact = read.split("=", 2);
                told.put(fact[0], fact.length > 1 ? Set.of(fact[1]) : Set.of());
            });
            return told;
        }

        boolean concerns(CheckedAsk ask) {
            boolean whom = switch (ask.target()) {
                case Target.Body(var id) -> id.equals(body);
                case Target.Parties _ -> body.isEmpty();
            };
            return whom && roles.contains(ask.ask().role());
        }
    }

    /** In how many worlds a floor was tried, in how many the law asked for somebody, and where it was not kept. */
    record Result(Floor floor, long worlds, long held, List<String> holes) {}

    private final RuleBook book;

    FloorProof(RuleBook book) {
        this.book = book;
    }

    Result of(Floor floor) {
        Worlds worlds = Worlds.of(conditions(floor), floor.told());
        Map<String, Object> still = still();
        var holes = new ArrayList<String>();
        long[] counts = new long[2];
        worlds.all().forEach(world -> {
            counts[0]++;
            if (floor.when().test(world)) {
                counts[1]++;
                var all = new HashMap<>(still);
                all.putAll(world);
                Facts facts = Facts.supposed(all);
                if (!kept(floor, facts)) {
                    holes.add(inWords(world));
                }
            }
        });
        return new Result(floor, counts[0], counts[1], holes);
    }

    private boolean kept(Floor floor, Facts facts) {
        return !book.refusing(facts).isEmpty() || book.applying(facts).stream().anyMatch(rule -> rule.asks().stream()
                .filter(floor::concerns)
                .filter(ask -> ask.ask().mode().compareTo(floor.least()) <= 0 && rule.rule().floorOf(ask.ask()))
                .filter(ask -> ask.onlyIf().map(condition -> condition.holds(facts)).orElse(true))
                .anyMatch(ask -> !(ask.target() instanceof Target.Parties(var means)) || means.holds(facts)));
    }

    private List<Condition> conditions(Floor floor) {
        List<CheckedRule> asking = book.rules().stream().filter(rule -> rule.asks().stream().anyMatch(floor::concerns))
                .toList();
        Set<String> ids = new TreeSet<>(asking.stream().map(rule -> rule.rule().id()).toList());
        Stream<Condition> others = book.rules().stream()
                .filter(rule -> rule.rule().refuse().isPresent()
                        || rule.rule().setsAside().stream().anyMatch(ids::contains))
                .map(CheckedRule::when);
        Stream<Condition> own = asking.stream().flatMap(rule -> Stream.concat(Stream.of(rule.when()),
                rule.asks().stream().filter(floor::concerns).flatMap(FloorProof::conditions)));
        return Stream.concat(own, others).toList();
    }

    private static Stream<Condition> conditions(CheckedAsk ask) {
        return Stream.concat(ask.onlyIf().stream(),
                ask.target() instanceof Target.Parties(var means) ? Stream.of(means) : Stream.of());
    }

    private static Map<String, Object> still() {
        Map<String, Object> still = new TreeMap<>();
        Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream()).forEach(fact -> still.put(fact.name(),
                fact.type().equals(SimpleType.BOOL)
                        ? (Object) false
                        : fact.type().equals(SimpleType.INT)
                                ? (Object) 0L
                                : fact.type().equals(SimpleType.STRING) ? Worlds.SOMETHING_ELSE : List.of()));
        return still;
    }

    private static String inWords(Map<String, Object> world) {
        return world.entrySet().stream().map(fact -> fact.getKey() + " " + Fact.inWords(fact.getValue()))
                .collect(joining(", "));
    }
}
