package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

/**
 * Every combination of answers that some conditions can tell apart. A condition compares facts with literals and does nothing
 * else ({@link Operators} sees to it), so a few values stand for all: each literal, one that is none of them, and for numbers
 * the neighbours. What holds in each of these worlds holds for every request.
 */
final class Worlds {

    /** A text that no condition names. */
    static final String SOMETHING_ELSE = "(something else)";

    /** Where the first of each pair is true, the second is, by what the facts are. */
    private static final Map<String, String> IMPLIED = Map.of("special", "personal", "criminal", "personal",
            "healthData", "special", "powerUnknown", "powerNeeded", "party.controls", "personal", "party.health",
            "healthParty", "party.usesProcessor", "processorUsed", "party.devolved", "devolvedParty",
            "party.essentialAsset", "essentialAsset");

    private final List<String> names;
    private final List<List<Object>> values;

    private Worlds(Map<String, List<Object>> domains) {
        this.names = List.copyOf(domains.keySet());
        this.values = List.copyOf(domains.values());
    }

    /** The worlds that these conditions can tell apart, over the facts that any of them reads. */
    static Worlds of(Collection<Condition> conditions) {
        return of(conditions, Map.of());
    }

    /** The same, with more facts told apart besides, each with the literals that it is compared with. */
    static Worlds of(Collection<Condition> conditions, Map<String, Set<Object>> besides) {
        Map<String, Set<Object>> literals = new TreeMap<>();
        besides.forEach((fact, named) -> literals.put(fact, new LinkedHashSet<>(named)));
        conditions.forEach(condition -> condition.facts().forEach(
                fact -> literals.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).addAll(condition.literals())));
        Map<String, List<Object>> domains = new LinkedHashMap<>();
        literals.forEach((fact, named) -> domains.put(fact, domain(typeOf(fact), named)));
        return new Worlds(domains);
    }

    /** How many combinations there are, the impossible ones among them. */
    long combinations() {
        return values.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** Every combination that can stand, as values by the facts' names. */
    Stream<Map<String, Object>> all() {
        return LongStream.range(0, combinations()).mapToObj(this::world).filter(Worlds::possible);
    }

    private Map<String, Object> world(long index) {
        Map<String, Object> world = new TreeMap<>();
        long rest = index;
        for (int i = 0; i < names.size(); i++) {
            int size = values.get(i).size();
            world.put(names.get(i), values.get(i).get((int) (rest % size)));
            rest /= size;
        }
        return world;
    }

    /** Whether these answers can stand side by side; facts that are not among them are not looked at. */
    static boolean possible(Map<String, Object> world) {
        return IMPLIED.entrySet().stream().noneMatch(implied -> Boolean.TRUE.equals(world.get(implied.getKey()))
                && Boolean.FALSE.equals(world.get(implied.getValue())));
    }

    private static CelType typeOf(String name) {
        return Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream())
                .filter(fact -> fact.name().equals(name)).findFirst().orElseThrow().type();
    }

    private static List<Object> domain(CelType type, Set<Object> named) {
        if (type.equals(SimpleType.BOOL)) {
            return List.of(false, true);
        }
        if (type.equals(SimpleType.INT)) {
            return Stream.concat(Stream.of(0L), numbers(named).flatMap(n -> Stream.of(n - 1, n, n + 1)))
                    .distinct().<Object>map(n -> n).toList();
        }
        List<Object> texts = Stream.concat(named.stream().filter(String.class::isInstance), Stream.of(SOMETHING_ELSE))
                .toList();
        return type.equals(SimpleType.STRING) ? texts : subsets(texts);
    }

    private static Stream<Long> numbers(Set<Object> named) {
        return named.stream().filter(Long.class::isInstance).map(Long.class::cast);
    }

    private static List<Object> subsets(List<Object> of) {
        var subsets = new ArrayList<List<Object>>(List.of(List.of()));
        for (Object element : of) {
            subsets.addAll(subsets.stream().map(subset -> Stream.concat(subset.stream(), Stream.of(element)).toList())
                    .toList());
        }
        return List.copyOf(subsets);
    }
}
