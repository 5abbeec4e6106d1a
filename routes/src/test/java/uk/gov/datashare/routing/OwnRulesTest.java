package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.Routed.Planned;

/** What organisations add to the rules: they can ask more people and make an answer count more, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnRulesTest {

    private static final String COUNCIL = "gloucestershire-county-council";
    private static final Sample HEALTH = Sample.of("e-hospital-episodes");
    private static final Routing ROUTING = Routing.builtIn();

    @Test
    void a_rule_adds_a_question_for_its_own_organisation_only() {
        var tasks = tasks(rule("special && party.controls", Role.COMMUNICATIONS, Mode.BINDING, Stage.EXPERT));
        assertThat(tasks).filteredOn(task -> task.role() == Role.COMMUNICATIONS).singleElement().satisfies(task -> {
            assertThat(task.organisationId()).isEqualTo(COUNCIL);
            assertThat(task.floor()).isFalse();
            assertThat(task.reasons()).extracting(Reason::ruleId).contains(COUNCIL + ":press");
            assertThat(task.reasons().getFirst().facts()).containsEntry("special", "yes");
        });
    }

    @Test
    void a_rule_that_does_not_apply_asks_nobody() {
        assertThat(tasks(rule("criminal", Role.COMMUNICATIONS, Mode.BINDING, Stage.EXPERT)))
                .isEqualTo(tasks(Sample.registry()));
    }

    @Test
    void a_view_becomes_binding() {
        assertThat(task(tasks(Sample.registry()), Role.SECURITY).mode()).isEqualTo(Mode.ADVISORY);
        assertThat(task(tasks(rule("personal", Role.SECURITY, Mode.BINDING, Stage.EXPERT)), Role.SECURITY).mode())
                .isEqualTo(Mode.BINDING);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_rule_weakens_what_the_law_asks(Role role) {
        List<PlannedTask> before = tasks(Sample.registry());
        for (Mode mode : Mode.values()) {
            for (Stage stage : Stage.values()) {
                List<PlannedTask> after = tasks(rule("personal", role, mode, stage));
                assertThat(before).allSatisfy(was -> assertThat(after).anySatisfy(now -> {
                    assertThat(now.organisationId()).isEqualTo(was.organisationId());
                    assertThat(now.role()).isEqualTo(was.role());
                    assertThat(now.stage()).isEqualTo(was.stage());
                    assertThat(now.mode()).isLessThanOrEqualTo(was.mode());
                    assertThat(now.floor()).isEqualTo(was.floor());
                }));
            }
        }
    }

    @Test
    void a_rule_that_makes_no_sense_is_named_and_the_others_hold() {
        Registry registry = registry(List.of(
                new OwnRule("bad", 1, "specal", "a slip", Role.ETHICS, Mode.BINDING, Stage.EXPERT, "Because {whom}.",
                        "A policy"),
                new OwnRule("signs", 1, "personal", "personal data", Role.SIGNATORY, Mode.BINDING, Stage.TRIAGE, "Now.",
                        ""),
                new OwnRule("press", 1, "personal", "personal data", Role.COMMUNICATIONS, Mode.ADVISORY, Stage.EXPERT,
                        "The public will ask.", "A policy")));
        assertThat(Routing.faultsIn(registry.organisation(COUNCIL).orElseThrow()))
                .anySatisfy(fault -> assertThat(fault).contains("rule bad, when", "specal"))
                .anySatisfy(fault -> assertThat(fault).contains("rule bad", "{whom}"))
                .anySatisfy(fault -> assertThat(fault).contains("rule signs", "signatory"))
                .anySatisfy(fault -> assertThat(fault).contains("rule signs", "TRIAGE"))
                .anySatisfy(fault -> assertThat(fault).contains("rule signs", "citation"))
                .noneSatisfy(fault -> assertThat(fault).contains("press"));
        assertThat(tasks(registry)).extracting(PlannedTask::role).contains(Role.COMMUNICATIONS);
    }

    private static Registry rule(String when, Role role, Mode mode, Stage stage) {
        return registry(List.of(new OwnRule("press", 1, when, "as we laid down", role, mode, stage,
                "The public will ask us about {categories}.", "Our information policy, section 4")));
    }

    private static Registry registry(List<OwnRule> rules) {
        return Registries.with(COUNCIL, council -> Registries.withRules(council, rules));
    }

    private static PlannedTask task(List<PlannedTask> tasks, Role role) {
        return Stream.of(tasks).flatMap(List::stream)
                .filter(task -> task.organisationId().equals(COUNCIL) && task.role() == role).findFirst().orElseThrow();
    }

    private static List<PlannedTask> tasks(Registry registry) {
        return ((Planned) ROUTING.plan(HEALTH.proposal(), registry)).plan().tasks();
    }
}
