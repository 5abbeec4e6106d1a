package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Policies;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.Routed.Planned;

/** Who is asked for a role: its holder, a second person where the holder answers already, the escalation contact where there is nobody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffingTest {

    private static final Routing ROUTING = Routing.builtIn();
    private static final Sample HEALTH = Sample.of("e-hospital-episodes");
    private static final String COUNCIL = "gloucestershire-county-council";
    private static final String TRUST = "nhs-england";

    @Test
    void the_holder_is_asked_and_the_backups_wait() {
        Organisation council = organisation(COUNCIL);
        PlannedTask task = task(Sample.registry(), COUNCIL, Role.SIRO);
        assertThat(task.assignee()).isEqualTo(council.holding(Role.SIRO).orElseThrow().holder());
        assertThat(task.backups()).isEqualTo(council.holding(Role.SIRO).orElseThrow().backups());
        assertThat(task.escalation()).isEqualTo(council.escalationContact());
        assertThat(task.vacant()).isFalse();
    }

    @Test
    void a_vacant_role_goes_to_the_escalation_contact_and_says_so() {
        Registry registry = Registries.with(COUNCIL, council -> Registries.vacant(council, Role.SIRO));
        PlannedTask task = task(registry, COUNCIL, Role.SIRO);
        assertThat(task.vacant()).isTrue();
        assertThat(task.assignee()).isEqualTo(organisation(COUNCIL).escalationContact());
        assertThat(task.mode()).isEqualTo(Mode.BINDING);
        assertThat(task.reasons()).extracting(Reason::ruleId).containsExactly("R06", "R36");
        assertThat(task.reasons().getLast().text()).contains("senior information risk owner");
    }

    @Test
    void a_role_whose_holder_is_no_longer_registered_is_vacant_unless_a_backup_is() {
        Registry nobody = Registries.with(COUNCIL, council -> Registries.held(council, Role.SIRO, "p-gone"));
        Registry backup = Registries.with(COUNCIL, council -> Registries.held(council, Role.SIRO, "p-gone",
                council.holding(Role.SIRO).orElseThrow().holder()));
        assertThat(task(nobody, COUNCIL, Role.SIRO).vacant()).isTrue();
        assertThat(task(backup, COUNCIL, Role.SIRO)).satisfies(task -> {
            assertThat(task.vacant()).isFalse();
            assertThat(task.assignee()).isEqualTo(organisation(COUNCIL).holding(Role.SIRO).orElseThrow().holder());
        });
    }

    @Test
    void nobody_answers_in_two_roles_the_backup_is_asked() {
        String owner = organisation(COUNCIL).holding(Role.DATA_OWNER).orElseThrow().holder();
        String backup = organisation(COUNCIL).holding(Role.SIRO).orElseThrow().holder();
        PlannedTask task = task(Registries.with(COUNCIL, council -> Registries.held(council, Role.SIRO, owner, backup)),
                COUNCIL, Role.SIRO);
        assertThat(task.assignee()).isEqualTo(backup);
        assertThat(task.backups()).doesNotContain(owner);
        assertThat(task.reasons()).extracting(Reason::ruleId).containsExactly("R06", "R35");
    }

    @Test
    void without_a_backup_the_escalation_contact_is_asked() {
        String owner = organisation(COUNCIL).holding(Role.DATA_OWNER).orElseThrow().holder();
        PlannedTask task = task(Registries.with(COUNCIL, council -> Registries.held(council, Role.SIRO, owner)),
                COUNCIL, Role.SIRO);
        assertThat(task.assignee()).isEqualTo(organisation(COUNCIL).escalationContact());
        assertThat(task.vacant()).isFalse();
        assertThat(task.reasons()).extracting(Reason::ruleId).contains("R35");
    }

    @Test
    void the_same_person_registered_at_both_parties_answers_for_one_of_them() {
        String address = person(TRUST, Role.SIRO).email();
        String twin = organisation(COUNCIL).holding(Role.SIRO).orElseThrow().holder();
        Registry registry = Registries.with(COUNCIL, council -> Registries.withPeople(council, council.people().stream()
                .map(person -> person.personId().equals(twin)
                        ? new RoleHolder(twin, person.name(), address.toUpperCase(java.util.Locale.ROOT),
                                person.position(), person.until())
                        : person)
                .toList()));
        PlannedTask council = task(registry, COUNCIL, Role.SIRO);
        PlannedTask trust = task(registry, TRUST, Role.SIRO);
        assertThat(Stream.of(council, trust).flatMap(task -> task.reasons().stream()).map(Reason::ruleId))
                .contains("R35");
        assertThat(
                List.of(council.assignee().equals(twin), trust.assignee().equals(person(TRUST, Role.SIRO).personId())))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void an_asset_has_its_own_owner_and_one_person_may_own_two() {
        var tasks = tasks(Sample.of("b-address-check"), Sample.registry());
        assertThat(tasks).filteredOn(task -> task.role() == Role.INFORMATION_ASSET_OWNER).singleElement()
                .extracting(PlannedTask::assignee).isEqualTo(organisation("driver-and-vehicle-licensing-agency")
                        .asset("dvla-driver-addresses").orElseThrow().owner().orElseThrow());
        Sample two = Sample.of("b-address-check").with("/proposal/data/assets",
                """
                        [{"assetId": "dvla-driver-addresses", "supplier": "driver-and-vehicle-licensing-agency", "title": "One"},
                         {"assetId": "dvla-vehicle-keepers-api", "supplier": "driver-and-vehicle-licensing-agency", "title": "Two"}]""");
        assertThat(tasks(two, Sample.registry()))
                .filteredOn(task -> task.organisationId().equals("driver-and-vehicle-licensing-agency"))
                .extracting(PlannedTask::role).contains(Role.DATA_OWNER, Role.INFORMATION_ASSET_OWNER);
    }

    @Test
    void the_time_for_an_answer_is_the_organisations_own_or_the_usual() {
        Registry hurried = Registries.with(COUNCIL,
                council -> Registries.withPolicies(council,
                        new Policies(false, Map.of(Role.SIRO, 2), Optional.empty())));
        assertThat(task(hurried, COUNCIL, Role.SIRO).slaWorkingDays()).isEqualTo(2);
        assertThat(task(hurried, COUNCIL, Role.SIGNATORY).slaWorkingDays()).isEqualTo(5);
        assertThat(task(Sample.registry(), COUNCIL, Role.SIRO).slaWorkingDays()).isEqualTo(10);
    }

    @Test
    void the_same_request_makes_the_same_plan() {
        assertThat(ROUTING.plan(HEALTH.proposal(), Sample.registry()))
                .isEqualTo(ROUTING.plan(HEALTH.proposal(), Sample.registry()));
        assertThat(tasks(HEALTH, Sample.registry())).extracting(PlannedTask::taskId)
                .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1).limit(18).map(n -> "T" + n).toList());
    }

    @Test
    void a_central_body_that_is_not_registered_is_the_hubs_own_fault() {
        Registry without = Registry
                .of(Sample.organisations().stream().filter(each -> !each.id().equals("dea-review-board")).toList());
        assertThatThrownBy(() -> ROUTING.plan(Sample.of("b-address-check").proposal(), without))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("dea-review-board");
    }

    private static PlannedTask task(Registry registry, String organisation, Role role) {
        return tasks(HEALTH, registry).stream()
                .filter(task -> task.organisationId().equals(organisation) && task.role() == role).findFirst()
                .orElseThrow();
    }

    private static List<PlannedTask> tasks(Sample sample, Registry registry) {
        return ((Planned) ROUTING.plan(sample.proposal(), registry)).plan().tasks();
    }

    private static Organisation organisation(String id) {
        return Sample.registry().organisation(id).orElseThrow();
    }

    private static RoleHolder person(String organisation, Role role) {
        return organisation(organisation).person(organisation(organisation).holding(role).orElseThrow().holder())
                .orElseThrow();
    }
}
