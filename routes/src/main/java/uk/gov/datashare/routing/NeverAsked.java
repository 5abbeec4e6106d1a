package uk.gov.datashare.routing;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.routing.RuleBook.CheckedAsk;
import uk.gov.datashare.routing.RuleBook.CheckedRule;
import uk.gov.datashare.routing.RuleBook.Target;

/** Finds rules that no request can make apply, by trying every world that their conditions can tell apart. */
final class NeverAsked {

    /** So many worlds are tried at the start of the hub, in a second or so. */
    private static final long MOST_WORLDS = 1L << 18;

    private NeverAsked() {}

    static void check(CheckedRule rule, Conditions faults) {
        String place = "rule " + rule.rule().id();
        if (!possible(List.of(rule.when()), place, faults)) {
            faults.fault(place, "no request can make \"" + rule.rule().when()
                    + "\" true; correct the condition, or take the rule out.");
            return;
        }
        rule.asks().stream().filter(ask -> !possible(conditions(rule, ask), place, faults))
                .forEach(ask -> faults.fault(place, "nobody can ever be asked as \"" + ask.ask().who()
                        + "\" when it applies; correct its group or its onlyIf, or take the question out."));
    }

    private static List<Condition> conditions(CheckedRule rule, CheckedAsk ask) {
        Stream<Condition> group = ask.target() instanceof Target.Parties(var means) ? Stream.of(means) : Stream.of();
        return Stream.of(Stream.of(rule.when()), ask.onlyIf().stream(), group).flatMap(each -> each).toList();
    }

    private static boolean possible(List<Condition> conditions, String place, Conditions faults) {
        Worlds worlds = Worlds.of(conditions);
        if (worlds.combinations() > MOST_WORLDS) {
            faults.fault(place, "its conditions tell " + worlds.combinations() + " kinds of request apart, and at most "
                    + MOST_WORLDS + " can be tried; split it into several rules.");
            return true;
        }
        return worlds.all().map(Facts::supposed)
                .anyMatch(facts -> conditions.stream().allMatch(condition -> condition.holds(facts)));
    }
}
