package uk.gov.datashare.routing;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Golden;
import uk.gov.datashare.routing.RuleFile.Always;
import uk.gov.datashare.routing.RuleFile.Ask;
import uk.gov.datashare.routing.RuleFile.Group;
import uk.gov.datashare.routing.RuleFile.Rule;

/** The table of the routing rules for people is written from the rules, and approved by reading it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesTableTest {

    private static final Path APPROVED = Path.of("docs/routing-rules.md");

    private final RuleFile rules = RuleBook.builtIn().file();

    @Test
    void the_table_for_people_says_what_the_rules_say() {
        Golden.approve(APPROVED, document());
    }

    private String document() {
        return """
                # Who is asked, and why

                Written by a test from `src/main/resources/rules/routing-rules.yaml`, version %s; do not edit it here.

                Stages open one after another: triage (told), confirm, owner, expert, risk, external, minister, sign. All who are asked in a stage are asked at once.
                The rules are a proposal: no lawyer has approved them yet, and law and policy change.

                *Binding*: without a yes there is no agreement. *Advisory*: the view is recorded. *Told*: nothing is asked. *Floor*: no organisation may take the rule away.
                An answer is due within %d working days; %s.

                | Rule | When | Who is asked | Why, where it is laid down | Floor |
                |---|---|---|---|---|
                %s
                ## Conditions

                What the hub evaluates, in CEL. "Who" reads facts of a party, "when" facts of the request.

                | Group | Condition, or organisation |
                |---|---|
                %s
                | Rule | Condition |
                |---|---|
                %s
                ## Facts

                | Fact | Type | What it says |
                |---|---|---|
                %s"""
                .formatted(rules.version(), rules.answerWithin().usual(), exceptions(),
                        lines(Stream.concat(rules.rules().stream().map(this::row), always())),
                        lines(rules.groups().stream().map(RulesTableTest::group)),
                        lines(rules.rules().stream().map(rule -> "| " + rule.id() + " | " + code(rule.when()) + " |")),
                        lines(Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream()).map(fact -> "| "
                                + code(fact.name()) + " | " + fact.type().name() + " | " + fact.words() + " |")));
    }

    private String exceptions() {
        return rules.answerWithin().byRole().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().words() + " " + entry.getValue()).collect(joining(", "));
    }

    private static String hurry(Rule rule) {
        return rule.hurry().map(hurry -> " before the signature, and whom they ask is told afterwards; "
                + hurry.together().stream().map(Wording::plain).collect(joining(", "))
                + " are asked at once, and an answer is due within " + hurry.workingDays() + " working day(s)")
                .orElse("");
    }

    private String row(Rule rule) {
        String who = rule.refuse().map(_ -> "nobody: the request is refused")
                .orElseGet(() -> rule.ask().isEmpty()
                        ? "nobody more: " + String.join(", ", rule.setsAside()) + " do not apply" + hurry(rule)
                        : who(rule.ask()));
        return "| **%s** %s | %s | %s | %s(%s; %s, as at %s) | %s |".formatted(rule.id(), rule.title(), rule.inWords(),
                who, why(rule),
                rule.citation(), rule.source(), rule.asAt(), floor(rule));
    }

    private static String who(List<Ask> asks) {
        return asks
                .stream().map(ask -> ask.who() + ": " + ask.role().words() + ", " + mode(ask) + ", "
                        + lower(ask.stage()) + ask.onlyIf().map(only -> ", only if " + code(only)).orElse(""))
                .collect(joining("<br>"));
    }

    private static String why(Rule rule) {
        return Stream.concat(rule.refuse().stream(), rule.ask().stream().map(Ask::why)).distinct().map(why -> why + " ")
                .collect(joining("<br>"));
    }

    private static String floor(Rule rule) {
        List<Boolean> floors = rule.ask().stream().map(rule::floorOf).distinct().toList();
        return floors.size() > 1 ? "in part" : floors.isEmpty() ? yesNo(rule.floor()) : yesNo(floors.getFirst());
    }

    private Stream<String> always() {
        return Stream.of(row(rules.staffing().conflict(), "a backup, else the escalation contact"),
                row(rules.staffing().vacancy(), "the escalation contact"),
                row(rules.staffing().accession(),
                        "the newcomer in full; who agreed before is told; a supplier's owner and signatory say yes again"));
    }

    private static String row(Always always, String who) {
        return "| **%s** %s | %s | %s | %s (%s; %s, as at %s) | yes |".formatted(always.id(), always.title(),
                always.inWords(), who, always.text(), always.citation(), always.source(), always.asAt());
    }

    private static String group(Group group) {
        return "| " + group.name() + " | "
                + group.means().map(RulesTableTest::code).or(group::organisation).orElseThrow() + " |";
    }

    private static String mode(Ask ask) {
        return switch (ask.mode()) {
            case BINDING -> "binding";
            case ADVISORY -> "advisory";
            case NOTIFY_ONLY -> "told";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String yesNo(boolean floor) {
        return floor ? "yes" : "no";
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String lines(Stream<String> rows) {
        return rows.collect(joining("\n", "", "\n"));
    }
}
