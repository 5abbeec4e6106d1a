package uk.gov.datashare.routing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation.Policies;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.Routed.Planned;
import uk.gov.datashare.routing.Routed.Refused;

/** The worked examples A to J: exactly these people must say yes, and exactly these give a view or are told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkedExamplesTest {

    private static final Routing ROUTING = Routing.builtIn();

    /** Organisations that leave every choice as the rules have it, so that a table shows the rules and nothing else. */
    private static final Registry REGISTRY = Registry
            .of(Sample.organisations().stream()
                    .map(each -> Registries.withPolicies(each, new Policies(false, Map.of(), Optional.empty())))
                    .toList());

    private static final String EACH_SIDE = "ACQUIRER DATA_OWNER, SUPPLIER DATA_OWNER, ACQUIRER LEGAL, SUPPLIER LEGAL";
    private static final String SIGNED = "ACQUIRER SIGNATORY, SUPPLIER SIGNATORY";
    private static final String TOLD = "SUPPLIER DATA_COORDINATOR, SUPPLIER FOI";

    record Example(String sample, String binding, String advisory, String told) {
        @Override
        public String toString() {
            return sample;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example("a-postcode-data", "ACQUIRER DATA_SHARE_LEAD, SUPPLIER DATA_OWNER, " + SIGNED, "",
                        TOLD + ", SUPPLIER CHIEF_DATA_OFFICER"),
                new Example("b-address-check",
                        "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE + ", CENTRAL DEA_REVIEW_BOARD, CENTRAL MINISTER, "
                                + SIGNED,
                        "ACQUIRER DPO, SUPPLIER DPO, ACQUIRER SECURITY", TOLD + ", SUPPLIER CHIEF_DATA_OFFICER"),
                new Example("c-council-tax-debt",
                        "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE + ", CENTRAL DEA_REVIEW_BOARD, CENTRAL MINISTER, "
                                + SIGNED,
                        "ACQUIRER DPO, SUPPLIER DPO", TOLD),
                new Example("d-fuel-poverty",
                        "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE + ", SUPPLIER DATA_OWNER, SUPPLIER LEGAL, " + SIGNED
                                + ", SUPPLIER SIGNATORY",
                        "ACQUIRER DPO, SUPPLIER DPO, SUPPLIER DPO, ACQUIRER SECURITY, SUPPLIER ETHICS, SUPPLIER ETHICS",
                        TOLD + ", SUPPLIER DATA_COORDINATOR, SUPPLIER FOI, SUPPLIER CHIEF_DATA_OFFICER, CENTRAL DEA_PSD_SECRETARIAT"),
                new Example("e-hospital-episodes",
                        "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE
                                + ", ACQUIRER DPO, SUPPLIER DPO, ACQUIRER CALDICOTT_GUARDIAN, "
                                + "SUPPLIER CALDICOTT_GUARDIAN, ACQUIRER SIRO, SUPPLIER SIRO, " + SIGNED,
                        "ACQUIRER SECURITY, ACQUIRER TECHNICAL_OWNER", TOLD + ", SUPPLIER CHIEF_DATA_OFFICER"),
                new Example("f-vehicle-keepers-abroad",
                        "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE + ", ACQUIRER DPO, SUPPLIER DPO, " + SIGNED,
                        "ACQUIRER SECURITY, ACQUIRER TECHNICAL_OWNER, ACQUIRER FINANCE, SUPPLIER FINANCE", TOLD),
                new Example("g-immigration-statistics", "ACQUIRER DATA_SHARE_LEAD, " + EACH_SIDE + ", " + SIGNED,
                        "ACQUIRER DPO, SUPPLIER DPO, SUPPLIER HEAD_OF_PROFESSION_STATISTICS, SUPPLIER ETHICS", TOLD),
                new Example("h-passenger-information",
                        "ACQUIRER DATA_SHARE_LEAD, ACQUIRER DPO, " + EACH_SIDE + ", " + SIGNED,
                        "SUPPLIER DPO, ACQUIRER SECURITY, SUPPLIER ETHICS", TOLD));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exactly_these_are_asked(Example example) {
        List<PlannedTask> tasks = tasks(Sample.of(example.sample()));
        System.out.println(table(example.sample(), tasks));
        assertThat(inMode(tasks, Mode.BINDING)).containsExactlyInAnyOrder(example.binding().split(", "));
        assertThat(inMode(tasks, Mode.ADVISORY)).containsExactlyInAnyOrder(
                example.advisory().isEmpty() ? new String[0] : example.advisory().split(", "));
        assertThat(inMode(tasks, Mode.NOTIFY_ONLY)).containsExactlyInAnyOrder(example.told().split(", "));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everybody_is_asked_in_the_stage_of_their_role_and_told_why(Example example) {
        assertThat(tasks(Sample.of(example.sample()))).allSatisfy(task -> {
            assertThat(task.reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.text()).isNotBlank().doesNotContain("{", "}");
                assertThat(reason.citation()).isNotBlank();
            });
            assertThat(task.stage()).isEqualTo(stageOf(example, task));
            assertThat(task.vacant())
                    .isEqualTo(task.reasons().stream().anyMatch(reason -> reason.ruleId().equals("R36")));
        });
    }

    @Test
    void an_unknown_power_goes_to_the_acquirers_lawyers_before_anybody_else_is_asked() {
        List<PlannedTask> tasks = tasks(Sample.of("h-passenger-information"));
        assertThat(tasks).filteredOn(task -> task.role() == Role.LEGAL && task.stage() == Stage.CONFIRM).singleElement()
                .satisfies(task -> {
                    assertThat(task.organisationId()).isEqualTo("department-for-education");
                    assertThat(task.reasons()).extracting(reason -> reason.ruleId()).containsExactly("R09", "R10");
                    assertThat(task.reasons().getLast().facts()).containsEntry("powerUnknown", "yes");
                });
    }

    @Test
    void what_is_secret_is_refused_without_a_word_of_it() {
        assertThat(ROUTING.plan(Sample.of("i-secret-court-papers").proposal(), REGISTRY))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.ruleId()).isEqualTo("R00");
                    assertThat(refused.words()).doesNotContainIgnoringCase("court");
                });
    }

    @Test
    void a_registry_of_real_choices_makes_some_views_binding() {
        var tasks = ((Planned) ROUTING.plan(Sample.of("c-council-tax-debt").proposal(), Sample.registry())).plan()
                .tasks();
        assertThat(tasks)
                .filteredOn(task -> task.role() == Role.DPO && task.organisationId().equals("hm-revenue-customs"))
                .singleElement().extracting(PlannedTask::mode).isEqualTo(Mode.BINDING);
    }

    private static Stage stageOf(Example example, PlannedTask task) {
        return switch (task.role()) {
            case DATA_COORDINATOR -> Stage.TRIAGE;
            case DATA_SHARE_LEAD -> Stage.CONFIRM;
            case DATA_OWNER, INFORMATION_ASSET_OWNER -> Stage.OWNER;
            case LEGAL -> example.sample().startsWith("h-") && task.organisationId().equals("department-for-education")
                    ? Stage.CONFIRM
                    : Stage.EXPERT;
            case DPO -> example.sample().startsWith("h-") && task.side() == Side.ACQUIRER ? Stage.OWNER : Stage.EXPERT;
            case CHIEF_DATA_OFFICER -> Stage.OWNER;
            case SIRO -> Stage.RISK;
            case DEA_REVIEW_BOARD, DEA_PSD_SECRETARIAT -> Stage.EXTERNAL;
            case MINISTER -> Stage.MINISTER;
            case SIGNATORY, FOI -> Stage.SIGN;
            default -> Stage.EXPERT;
        };
    }

    private static List<PlannedTask> tasks(Sample sample) {
        return ((Planned) ROUTING.plan(sample.proposal(), REGISTRY)).plan().tasks();
    }

    /** An asset's own owner stands for the data owner here. */
    private static List<String> inMode(List<PlannedTask> tasks, Mode mode) {
        return tasks.stream().filter(task -> task.mode() == mode)
                .map(task -> task.side() + " "
                        + (task.role() == Role.INFORMATION_ASSET_OWNER ? Role.DATA_OWNER : task.role()))
                .toList();
    }

    private static String table(String sample, List<PlannedTask> tasks) {
        return tasks.stream()
                .map(task -> "  %-4s %-8s %-15s %-28s %-11s %-5s %-45s %s".formatted(task.taskId(), task.stage(),
                        task.side(), task.role(), task.mode(),
                        task.floor() ? "floor" : "", task.organisationId(),
                        task.reasons().stream().map(reason -> reason.ruleId()).collect(joining(" "))))
                .collect(joining("\n", sample + "\n", "\n"));
    }
}
