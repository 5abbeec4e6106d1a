package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.Basis;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Sector;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.datafiles.DataFile;
import uk.gov.datashare.routing.Routed.Planned;

/**
 * Whatever is proposed, nobody whom the law asks for is left out. What must be is said here a second time, from the proposal
 * itself and not from the rules' file or facts, so that a hole in either shows.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorsTest {

    private static final int PROPOSALS = 5_000;
    private static final Registry REGISTRY = Sample.registry();

    /** Somebody who must be asked, at least in this mode. */
    record Floor(String organisation, Role role, Mode mode) {}

    @Test
    void every_plan_asks_everybody_whom_the_law_asks_for() {
        Map<Role, Integer> seen = new TreeMap<>();
        assertThat(leftOut(Routing.builtIn(), PROPOSALS, seen)).isEmpty();
        System.out.printf("%d proposals; floors that had to hold, by role: %s%n", PROPOSALS, seen);
        assertThat(seen.keySet()).contains(Role.SIRO, Role.CALDICOTT_GUARDIAN, Role.MINISTER, Role.DEA_PSD_SECRETARIAT,
                Role.UKSA_RAP, Role.GRO_REGISTRAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
            "when: special || criminal > when: special && criminal",
            "when: deaDebt || deaFraud > when: deaDebt",
            "means: party.controls > means: party.controls && party.side == 'SUPPLIER'",
            "means: party.health > means: party.health && healthData",
            "when: personal && leavesUk > when: personal && leavesUk && !sensitive",
            "when: powerUnknown > when: powerUnknown && personal"})
    void a_hole_in_the_rules_is_found(String right, String wrong) {
        String holed = DataFile.text(RuleBook.FILE).replace(right + "\n", wrong + "\n");
        assertThat(holed).contains(wrong + "\n");
        assertThat(leftOut(new Routing(RuleBook.parse(RuleBook.FILE, holed)), 500, new TreeMap<>())).isNotEmpty();
    }

    /** The floors that do not hold in plans for so many proposals. */
    private static List<Floor> leftOut(Routing routing, int proposals, Map<Role, Integer> seen) {
        var next = new ProposalsAtRandom(7);
        var leftOut = new ArrayList<Floor>();
        for (int i = 0; i < proposals; i++) {
            Proposal proposal = next.next();
            List<PlannedTask> tasks = ((Planned) routing.plan(proposal, REGISTRY)).plan().tasks();
            List<Floor> floors = floors(proposal);
            floors.stream().filter(floor -> tasks.stream().noneMatch(asks(floor))).forEach(leftOut::add);
            floors.forEach(floor -> seen.merge(floor.role(), 1, Integer::sum));
            inOrderAndNobodyTwice(tasks);
        }
        return leftOut;
    }

    private static Predicate<PlannedTask> asks(Floor floor) {
        return task -> task.organisationId().equals(floor.organisation()) && task.floor()
                && task.mode().compareTo(floor.mode()) <= 0 && ownersAsOne(task.role()) == floor.role();
    }

    private static Role ownersAsOne(Role role) {
        return role == Role.INFORMATION_ASSET_OWNER ? Role.DATA_OWNER : role;
    }

    private static void inOrderAndNobodyTwice(List<PlannedTask> tasks) {
        assertThat(tasks).extracting(PlannedTask::stage).isSorted();
        assertThat(tasks).extracting(PlannedTask::taskId).doesNotHaveDuplicates();
        Map<String, String> answers = new HashMap<>();
        for (PlannedTask task : tasks) {
            boolean stepsIn = task.reasons().stream()
                    .anyMatch(reason -> reason.ruleId().equals("R35") || reason.ruleId().equals("R36"));
            String duty = task.organisationId()
                    + ownersAsOne(task.role());
            if (task.mode() != Mode.NOTIFY_ONLY && !stepsIn) {
                assertThat(answers.putIfAbsent(task.assignee(), duty)).isIn(null, duty);
            }
        }
    }

    private static List<Floor> floors(Proposal p) {
        var floors = new ArrayList<Floor>();
        var suppliers = p.parties().suppliers();
        var all = p.parties().all();
        String acquirer = p.parties().acquirer();
        boolean personal = p.data().types().stream().anyMatch(type -> type != Data.Type.ANONYMOUS_OR_NON_PERSONAL);
        boolean grave = p.data().types().contains(Data.Type.SPECIAL_CATEGORY)
                || p.data().types().contains(Data.Type.CRIMINAL_OFFENCE);
        List<String> controllers = personal ? all.stream().filter(party -> controls(p, party)).toList() : List.of();

        bind(floors, suppliers, Role.DATA_OWNER);
        bind(floors, List.of(acquirer), Role.DATA_SHARE_LEAD);
        bind(floors, p.parties().otherRecipients(), Role.DATA_SHARE_LEAD);
        bind(floors, all, Role.SIGNATORY);
        bind(floors, controllers, Role.DATA_OWNER);
        all.stream().filter(_ -> personal).forEach(party -> floors.add(new Floor(party, Role.DPO, Mode.ADVISORY)));
        if (grave) {
            bind(floors, controllers, Role.SIRO);
            bind(floors, controllers, Role.DPO);
        }
        if (p.dpia().flatMap(Dpia::residualRisk).equals(Optional.of(Dpia.Risk.HIGH))) {
            bind(floors, controllers, Role.SIRO);
        }
        if (p.delivery().leavesUk()) {
            bind(floors, controllers, Role.DPO);
        }
        if (p.security().sensitive()) {
            bind(floors, all, Role.SECURITY);
        }
        bind(floors, personal ? all.stream().filter(FloorsTest::healthBody).toList() : List.of(),
                Role.CALDICOTT_GUARDIAN);
        if (p.legal().powers().isEmpty()
                || p.legal().powers().stream().anyMatch(power -> power.kind() == Legal.Kind.UNKNOWN)) {
            bind(floors, List.of(acquirer), Role.LEGAL);
        }
        if (p.dataProtection().stream().flatMap(each -> each.lawfulBases().stream())
                .anyMatch(basis -> basis.basis() == Basis.DPA2018_PART3_LAW_ENFORCEMENT)) {
            bind(floors, suppliers, Role.LEGAL);
            bind(floors, suppliers, Role.DPO);
        }
        p.legal().powers().stream().flatMap(power -> power.code().stream()).forEach(code -> central(floors, code));
        return floors;
    }

    private static void central(List<Floor> floors, String code) {
        switch (code) {
            case "DEA-DEBT", "DEA-FRAUD" -> {
                bind(floors, List.of("dea-review-board"), Role.DEA_REVIEW_BOARD);
                bind(floors, List.of("cabinet-office-minister"), Role.MINISTER);
            }
            case "DEA-PSD-MD", "DEA-PSD-TV", "DEA-PSD-FP", "DEA-PSD-WP", "DEA-PSD-IDV" ->
                floors.add(new Floor("psd-review-secretariat", Role.DEA_PSD_SECRETARIAT, Mode.NOTIFY_ONLY));
            case "DEA-CR" -> bind(floors, List.of("general-register-office"), Role.GRO_REGISTRAR);
            case "DEA-RES" -> bind(floors, List.of("research-accreditation-panel"), Role.UKSA_RAP);
            default -> assertThat(code).doesNotStartWith("DEA-P").doesNotStartWith("DEA-D").doesNotStartWith("DEA-F");
        }
    }

    private static void bind(List<Floor> floors, List<String> organisations, Role role) {
        organisations.forEach(organisation -> floors.add(new Floor(organisation, role, Mode.BINDING)));
    }

    private static boolean controls(Proposal p, String party) {
        var roles = p.dataProtection().map(DataProtection::roles).orElse(List.of()).stream()
                .filter(role -> role.party().equals(party)).toList();
        return roles.isEmpty() || roles.stream().anyMatch(role -> role.role() != DataProtection.Role.PROCESSOR
                && role.role() != DataProtection.Role.SUB_PROCESSOR);
    }

    private static boolean healthBody(String id) {
        Organisation organisation = REGISTRY.organisation(id).orElseThrow();
        return organisation.sectors().contains(Sector.HEALTH) || organisation.type() == Organisation.Type.NHS_BODY;
    }

    @Test
    void an_unknown_power_is_asked_about_before_anything_else() {
        var proposals = new ProposalsAtRandom(11);
        var routing = Routing.builtIn();
        for (int i = 0; i < 500; i++) {
            Proposal proposal = proposals.next();
            boolean unknown = proposal.legal().powers().isEmpty()
                    || proposal.legal().powers().stream().anyMatch(power -> power.kind() == Legal.Kind.UNKNOWN);
            assertThat(((Planned) routing.plan(proposal, REGISTRY)).plan().tasks())
                    .filteredOn(task -> task.role() == Role.LEGAL && task.stage() == Stage.CONFIRM
                            && task.organisationId().equals(proposal.parties().acquirer()))
                    .hasSize(unknown ? 1 : 0);
        }
    }
}
