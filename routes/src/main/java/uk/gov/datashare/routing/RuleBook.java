package uk.gov.datashare.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.datafiles.DataFile;
import uk.gov.datashare.datafiles.DataNotUsable;
import uk.gov.datashare.routing.RuleFile.Ask;
import uk.gov.datashare.routing.RuleFile.Group;
import uk.gov.datashare.routing.RuleFile.Rule;

/** The routing rules, compiled and checked; there is none with a rule that makes no sense. */
record RuleBook(RuleFile file, List<CheckedRule> rules) {

    static final String FILE = "rules/routing-rules.yaml";

    /** A rule whose conditions are ready to be asked. */
    record CheckedRule(Rule rule, Condition when, List<CheckedAsk> asks) {}

    /** Whom a rule asks, ready to be found. */
    record CheckedAsk(Ask ask, Optional<Condition> onlyIf, Target target) {}

    /** Who is meant by a group. */
    sealed interface Target {

        /** The parties for which this is true. */
        record Parties(Condition means) implements Target {}

        /** A central body. */
        record Body(String organisationId) implements Target {}
    }

    /**
     * The rules that were built into the hub.
     *
     * @throws DataNotUsable when one of them makes no sense; the message names all that do not, and says what to do
     */
    static RuleBook builtIn() {
        return parse(FILE, DataFile.text(FILE));
    }

    static RuleBook parse(String name, String yaml) {
        RuleFile file = DataFile.parse(name, yaml, RuleFile.class);
        var conditions = new Conditions();
        Map<String, Target> groups = groups(file, conditions);
        new RuleChecks(file, conditions).all();
        List<CheckedRule> rules = file.rules().stream().flatMap(rule -> checked(rule, groups, conditions).stream())
                .toList();
        rules.forEach(rule -> NeverAsked.check(rule, conditions));
        if (!conditions.faults().isEmpty()) {
            throw new DataNotUsable(name, conditions.faults());
        }
        return new RuleBook(file, rules);
    }

    private static Map<String, Target> groups(RuleFile file, Conditions conditions) {
        Map<String, Target> groups = new HashMap<>();
        for (Group group : file.groups()) {
            target(group, conditions).ifPresent(target -> groups.put(group.name(), target));
        }
        return groups;
    }

    private static Optional<Target> target(Group group, Conditions conditions) {
        String place = "group \"" + group.name() + "\", means";
        return group.organisation().<Target>map(Target.Body::new)
                .or(() -> group.means().flatMap(means -> conditions.overAParty(place, means)).map(Target.Parties::new));
    }

    private static Optional<CheckedRule> checked(Rule rule, Map<String, Target> groups, Conditions conditions) {
        List<CheckedAsk> asks = rule.ask().stream().flatMap(ask -> checked(rule, ask, groups, conditions).stream())
                .toList();
        return conditions.overARequest("rule " + rule.id() + ", when", rule.when())
                .map(when -> new CheckedRule(rule, when, asks));
    }

    private static Optional<CheckedAsk> checked(Rule rule, Ask ask, Map<String, Target> groups, Conditions conditions) {
        Optional<Condition> onlyIf = ask.onlyIf()
                .flatMap(condition -> conditions.overARequest("rule " + rule.id() + ", onlyIf", condition));
        return Optional.ofNullable(groups.get(ask.who())).map(target -> new CheckedAsk(ask, onlyIf, target));
    }

    /** The rules that apply to these facts and are not set aside by one that does, in the order of the file. */
    List<CheckedRule> applying(Facts facts) {
        List<CheckedRule> holding = holding(facts);
        Set<String> aside = aside(holding.stream());
        return holding.stream().filter(rule -> !aside.contains(rule.rule().id())).toList();
    }

    /** The rules that would apply to these facts, but that a case which cannot wait sets aside. */
    List<CheckedRule> afterwards(Facts facts) {
        List<CheckedRule> holding = holding(facts);
        Set<String> late = aside(holding.stream().filter(rule -> rule.rule().hurry().isPresent()));
        return holding.stream().filter(rule -> late.contains(rule.rule().id())).toList();
    }

    private List<CheckedRule> holding(Facts facts) {
        return rules.stream().filter(rule -> rule.when().holds(facts)).toList();
    }

    private static Set<String> aside(Stream<CheckedRule> rules) {
        return rules.flatMap(rule -> rule.rule().setsAside().stream()).collect(Collectors.toSet());
    }

    /** The rules that refuse a request of these facts. */
    List<CheckedRule> refusing(Facts facts) {
        return rules.stream().filter(rule -> rule.rule().refuse().isPresent() && rule.when().holds(facts)).toList();
    }
}
