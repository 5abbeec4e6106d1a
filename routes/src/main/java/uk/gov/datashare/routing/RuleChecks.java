package uk.gov.datashare.routing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.routing.RuleFile.Always;
import uk.gov.datashare.routing.RuleFile.Ask;
import uk.gov.datashare.routing.RuleFile.Group;
import uk.gov.datashare.routing.RuleFile.Rule;

/** What must be true of a rule file beyond the types of its conditions. */
record RuleChecks(RuleFile file, Conditions faults) {

    void all() {
        groupsMeanSomething();
        namesAreUnique();
        Map<String, Rule> byId = file.rules().stream()
                .collect(Collectors.toMap(Rule::id, Function.identity(), (first, _) -> first));
        file.rules().forEach(rule -> doesSomethingAndSaysWhy(rule, byId));
        saysWhy(file.staffing().conflict());
        saysWhy(file.staffing().vacancy());
        saysWhy(file.staffing().accession());
    }

    private void groupsMeanSomething() {
        for (Group group : file.groups()) {
            if (group.means().isPresent() == group.organisation().isPresent()) {
                faults.fault("group \"" + group.name() + "\"",
                        "give it either a condition (means) or one organisation.");
            }
        }
    }

    private void namesAreUnique() {
        Set<String> seen = new HashSet<>();
        file.groups().stream().filter(group -> !seen.add(group.name()))
                .forEach(group -> faults.fault("group \"" + group.name() + "\"", "there are two; rename one."));
        file.rules().stream().filter(rule -> !seen.add(rule.id()))
                .forEach(rule -> faults.fault("rule " + rule.id(), "there are two; give one another id."));
    }

    private void doesSomethingAndSaysWhy(Rule rule, Map<String, Rule> byId) {
        String place = "rule " + rule.id();
        if (rule.citation().isBlank() || rule.source().isBlank() || rule.inWords().isBlank()) {
            faults.fault(place, "it needs words, a citation and a source, or nobody can be told why they are asked.");
        }
        if (rule.ask().isEmpty() && rule.refuse().isEmpty() && rule.setsAside().isEmpty()) {
            faults.fault(place, "it does nothing: let it ask, refuse or set aside, or take it out.");
        }
        rule.setsAside().forEach(other -> mayBeSetAside(place, other, byId));
        rule.ask().forEach(ask -> asksSomebody(place, ask));
        if (rule.hurry().filter(hurry -> hurry.workingDays() < 1 || hurry.together().contains(Stage.SIGN)
                || hurry.together().contains(Stage.TRIAGE)).isPresent()) {
            faults.fault(place,
                    "a hurry needs a working day or more, and neither triage nor signing is asked with others.");
        }
    }

    private void mayBeSetAside(String place, String other, Map<String, Rule> byId) {
        if (!byId.containsKey(other)) {
            faults.fault(place, "it sets aside " + other + ", which does not exist; correct the id.");
        } else if (byId.get(other).floor()) {
            faults.fault(place, "it sets aside " + other + ", which is a floor; a floor cannot be set aside.");
        }
    }

    private void asksSomebody(String place, Ask ask) {
        if (file.groups().stream().noneMatch(group -> group.name().equals(ask.who()))) {
            faults.fault(place, "it asks \"" + ask.who() + "\", which is no group; choose one of "
                    + file.groups().stream().map(Group::name).toList() + ".");
        }
        Wording.unknownIn(ask.why()).forEach(word -> faults.fault(place,
                "its reason says {" + word + "}; the words that can stand there are " + Wording.known() + "."));
    }

    private void saysWhy(Always always) {
        if (always.text().isBlank() || always.citation().isBlank()) {
            faults.fault("rule " + always.id(), "it needs a text and a citation.");
        }
    }
}
