package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.routing.Routed.Planned;

/** The short path of who joins an arrangement, and that nothing else takes it; and that nobody is asked who has left. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessionTest {

    private static final Instant THEN = Instant.parse("2026-09-01T09:00:00Z");
    private static final Routing ROUTING = Routing.builtIn();
    private static final Sample JOINS = Sample.of("e-hospital-episodes").with("/requestType", "\"ACCESSION\"")
            .with("/relatedArrangementId", "\"DS-1\"");
    private static final String NEWCOMER = JOINS.proposal().parties().acquirer();
    private static final String SUPPLIER = JOINS.proposal().parties().suppliers().getFirst();
    private static final String MEMBER = "department-for-education";

    @Test
    void who_agreed_before_is_told_and_the_owner_and_the_signatory_say_yes_again() {
        var tasks = tasks(JOINS, Role.SIRO, Role.DPO, Role.LEGAL, Role.CALDICOTT_GUARDIAN, Role.DATA_OWNER);
        assertThat(of(tasks, SUPPLIER, Mode.BINDING)).allMatch(task -> task.role() == Role.SIGNATORY
                || task.role() == Role.DATA_OWNER || task.role() == Role.INFORMATION_ASSET_OWNER).hasSize(2);
        assertThat(of(tasks, SUPPLIER, Mode.NOTIFY_ONLY)).filteredOn(task -> task.role() == Role.SIRO).singleElement()
                .satisfies(task -> {
                    assertThat(task.slaWorkingDays()).isEqualTo(5);
                    assertThat(task.reasons().getLast().ruleId()).isEqualTo("R33");
                });
    }

    @Test
    void the_newcomer_is_asked_in_full() {
        assertThat(of(tasks(JOINS, Role.SIRO, Role.DPO), NEWCOMER, Mode.BINDING))
                .isEqualTo(of(plan(JOINS, Optional.empty()), NEWCOMER, Mode.BINDING));
    }

    @Test
    void whose_yes_is_not_on_the_record_is_asked_even_so() {
        assertThat(of(tasks(JOINS, Role.DPO), SUPPLIER, Mode.BINDING)).extracting(PlannedTask::role)
                .contains(Role.SIRO, Role.CALDICOTT_GUARDIAN, Role.LEGAL).doesNotContain(Role.DPO);
    }

    @Test
    void every_other_party_is_told() {
        assertThat(of(tasks(JOINS, Role.SIRO), MEMBER, Mode.NOTIFY_ONLY)).singleElement().satisfies(task -> {
            assertThat(task.role()).isEqualTo(Role.DATA_SHARE_LEAD);
            assertThat(task.slaWorkingDays()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "/proposal/delivery/leavesUk | true",
            "/proposal/security/sensitive | true",
            "/proposal/data/specialCategories | [\"HEALTH\", \"BIOMETRIC_ID\"]",
            "/proposal/terms/onward/allowed | true"})
    void who_wants_more_than_was_agreed_takes_the_long_path(String at, String value) {
        Sample more = JOINS.with(at, value);
        assertThat(tasks(more, Role.SIRO, Role.DPO)).isEqualTo(plan(more, Optional.empty()));
    }

    /** What is agreed of these stands by itself, so everybody is asked until the process can change or end an arrangement. */
    @ParameterizedTest
    @ValueSource(strings = {"AMENDMENT", "RENEWAL", "TERMINATION", "NEW"})
    void no_other_request_takes_the_short_path(String type) {
        Sample other = JOINS.with("/requestType", "\"" + type + "\"");
        assertThat(tasks(other, Role.SIRO, Role.DPO)).isEqualTo(plan(other, Optional.empty()));
    }

    @Test
    void nobody_is_asked_who_has_left_the_post() {
        String leaver = Sample.registry().organisation(SUPPLIER).orElseThrow().holding(Role.SIRO).orElseThrow()
                .holder();
        Registry registry = Registries.with(SUPPLIER, supplier -> Registries.withPeople(supplier,
                supplier.people().stream()
                        .map(each -> each.personId().equals(leaver)
                                ? new RoleHolder(each.personId(), each.name(), each.email(), each.position(),
                                        Optional.of(LocalDate.of(2026, 9, 1)), each.letters())
                                : each)
                        .toList()));
        assertThat(asked(registry, "2026-09-01T12:00:00Z")).isEqualTo(leaver);
        assertThat(asked(registry, "2026-09-02T12:00:00Z")).isNotEqualTo(leaver);
    }

    private static String asked(Registry registry, String at) {
        Routing routing = Routing.builtIn(InstantSource.fixed(Instant.parse(at)));
        return of(((Planned) routing.plan(JOINS.proposal(), registry)).plan().tasks(), SUPPLIER, Mode.BINDING).stream()
                .filter(task -> task.role() == Role.SIRO).findFirst().orElseThrow().assignee();
    }

    private static List<PlannedTask> of(List<PlannedTask> tasks, String organisation, Mode mode) {
        return tasks.stream().filter(task -> task.organisationId().equals(organisation) && task.mode() == mode)
                .map(task -> new PlannedTask("", task.organisationId(), task.side(), task.role(), task.mode(),
                        task.stage(), task.assignee(), task.backups(), task.escalation(), task.vacant(), task.floor(),
                        task.slaWorkingDays(), task.calendar(), task.absence(), task.reasons()))
                .toList();
    }

    private static List<PlannedTask> tasks(Sample request, Role... agreed) {
        return plan(request, Optional.of(arrangement(JOINS.proposal(), agreed)));
    }

    private static List<PlannedTask> plan(Sample request, Optional<Arrangement> related) {
        return ((Planned) ROUTING.plan(request.request(), Sample.registry(), related)).plan().tasks();
    }

    private static Arrangement arrangement(Proposal p, Role... agreed) {
        var parties = List.of(new Party(MEMBER, "Department for Education", Side.ACQUIRER),
                new Party(SUPPLIER, "The supplier", Side.SUPPLIER));
        List<Approval> approvals = Stream.of(agreed)
                .map(role -> new Approval(SUPPLIER, role, Outcome.APPROVE, THEN)).toList();
        return new Arrangement("DS-1", 1, Arrangement.Status.ACTIVE,
                new Memorandum("DS-1", "r-1", 1, Memorandum.Instrument.DATA_SHARING_AGREEMENT, p.title(),
                        p.plainSummary(), parties, p.data(), p.purpose(), p.legal(), p.dataProtection(), p.security(),
                        p.delivery(), p.terms(), List.of(), approvals, THEN),
                "0".repeat(64), List.of(), "0".repeat(64), THEN);
    }
}
