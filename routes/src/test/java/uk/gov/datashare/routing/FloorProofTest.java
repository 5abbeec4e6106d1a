package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.datafiles.DataFile;
import uk.gov.datashare.routing.FloorProof.Floor;
import uk.gov.datashare.routing.FloorProof.Result;

/**
 * No combination of facts leaves out anybody whom the law asks for: each floor is tried in every world that the rules can tell
 * apart. What must be is said here a second time, and not read from the rules.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorProofTest {

    private static final Set<Role> OWNER = Set.of(Role.DATA_OWNER, Role.INFORMATION_ASSET_OWNER);
    private static final Set<String> RECEIVERS_AND_SUPPLIERS = Set.of("ACQUIRER", "SUPPLIER");

    static List<Floor> floors() {
        return List.of(
                party("special category or criminal offence data needs each controller's SIRO",
                        Set.of("special", "criminal", "party.controls"),
                        w -> (is(w, "special") || is(w, "criminal")) && is(w, "party.controls"), Set.of(Role.SIRO),
                        Mode.BINDING),
                party("such data needs each controller's DPO",
                        Set.of("special", "criminal", "party.controls"),
                        w -> (is(w, "special") || is(w, "criminal")) && is(w, "party.controls"), Set.of(Role.DPO),
                        Mode.BINDING),
                party("personal data needs the advice of each party's DPO", Set.of("personal"), w -> is(w, "personal"),
                        Set.of(Role.DPO), Mode.ADVISORY),
                party("personal data needs each controller's owner", Set.of("personal", "party.controls"),
                        w -> is(w, "personal") && is(w, "party.controls"), OWNER, Mode.BINDING),
                party("every share needs the supplier's owner", Set.of("personal"),
                        w -> side(w).equals("SUPPLIER"), OWNER, Mode.BINDING),
                party("every share needs the acquirer's share lead", Set.of("personal"),
                        w -> side(w).equals("ACQUIRER"), Set.of(Role.DATA_SHARE_LEAD), Mode.BINDING),
                party("others who need access stand by it themselves", Set.of("othersNeedAccess"),
                        w -> is(w, "othersNeedAccess") && side(w).equals("OTHER_RECIPIENT"),
                        Set.of(Role.DATA_SHARE_LEAD), Mode.BINDING),
                party("personal data and a health body need its Caldicott Guardian", Set.of("personal", "party.health"),
                        w -> is(w, "personal") && is(w, "party.health"), Set.of(Role.CALDICOTT_GUARDIAN), Mode.BINDING),
                party("an unknown power needs the acquirer's lawyers", Set.of("powerUnknown"),
                        w -> is(w, "powerUnknown") && side(w).equals("ACQUIRER"), Set.of(Role.LEGAL), Mode.BINDING),
                party("the -SENSITIVE marking needs each party's security", Set.of("sensitive"),
                        w -> is(w, "sensitive"), Set.of(Role.SECURITY), Mode.BINDING),
                party("personal data that leaves the country needs each controller's DPO",
                        Set.of("personal", "leavesUk", "party.controls"),
                        w -> is(w, "personal") && is(w, "leavesUk") && is(w, "party.controls"), Set.of(Role.DPO),
                        Mode.BINDING),
                party("a high risk that is left needs each controller's SIRO",
                        Set.of("personal", "dpiaRisk=HIGH", "party.controls"),
                        w -> is(w, "personal") && "HIGH".equals(w.get("dpiaRisk")) && is(w, "party.controls"),
                        Set.of(Role.SIRO), Mode.BINDING),
                party("joint controllers need each controller's lawyers",
                        Set.of("personal", "joint", "party.controls"),
                        w -> is(w, "personal") && is(w, "joint") && is(w, "party.controls"), Set.of(Role.LEGAL),
                        Mode.BINDING),
                party("law enforcement needs the lawyers of both sides", Set.of("part3"),
                        w -> is(w, "part3") && RECEIVERS_AND_SUPPLIERS.contains(side(w)), Set.of(Role.LEGAL),
                        Mode.BINDING),
                party("law enforcement needs the DPOs of both sides", Set.of("part3"),
                        w -> is(w, "part3") && RECEIVERS_AND_SUPPLIERS.contains(side(w)), Set.of(Role.DPO),
                        Mode.BINDING),
                party("every party signs", Set.of("personal"), _ -> true, Set.of(Role.SIGNATORY), Mode.BINDING),
                body("debt needs the review board", "deaDebt", "dea-review-board", Role.DEA_REVIEW_BOARD, Mode.BINDING),
                body("debt needs the minister", "deaDebt", "cabinet-office-minister", Role.MINISTER, Mode.BINDING),
                body("fraud needs the review board", "deaFraud", "dea-review-board", Role.DEA_REVIEW_BOARD,
                        Mode.BINDING),
                body("fraud needs the minister", "deaFraud", "cabinet-office-minister", Role.MINISTER, Mode.BINDING),
                body("public service delivery is told to its secretariat", "deaPublicServiceDelivery",
                        "psd-review-secretariat", Role.DEA_PSD_SECRETARIAT, Mode.NOTIFY_ONLY),
                body("civil registration needs the General Register Office", "civilRegistration",
                        "general-register-office", Role.GRO_REGISTRAR, Mode.BINDING),
                body("research needs the accreditation panel", "researchPower", "research-accreditation-panel",
                        Role.UKSA_RAP, Mode.BINDING));
    }

    @Test
    void no_combination_of_facts_leaves_out_anybody_whom_the_law_asks_for() {
        var proof = new FloorProof(RuleBook.builtIn());
        List<Result> results = floors().stream().map(proof::of).toList();
        results.forEach(result -> System.out.printf("%,9d combinations, the law asks in %,9d: %s%n", result.worlds(),
                result.held(), result.floor().says()));
        System.out.printf("%,9d combinations in all%n", results.stream().mapToLong(Result::worlds).sum());
        assertThat(results.stream().flatMap(FloorProofTest::firstHole)).isEmpty();
        assertThat(results).extracting(Result::held).allMatch(held -> held > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
            "when: special || criminal => when: special",
            "when: special || criminal => when: special && !part3 || criminal",
            "means: party.controls => means: party.controls && party.side != 'OTHER_RECIPIENT'",
            "when: deaDebt || deaFraud => when: deaDebt || deaFraud && !sensitive",
            "when: personal && leavesUk => when: personal && leavesUk && subjectCount > 100000",
            "when: sensitive => when: sensitive && deliveryMethod != 'EVENT_STREAM'",
            "means: party.health => means: party.health && healthData"})
    void a_hole_that_is_planted_is_found_and_the_world_that_falls_through_is_named(String right, String wrong) {
        String holed = DataFile.text(RuleBook.FILE).replace(right + "\n", wrong + "\n");
        assertThat(holed).contains(wrong + "\n");
        var proof = new FloorProof(RuleBook.parse(RuleBook.FILE, holed));
        List<String> holes = floors().stream().map(proof::of).flatMap(FloorProofTest::firstHole).toList();
        assertThat(holes).isNotEmpty();
        System.out.printf("%s, in place of %s: %s%n", wrong, right, holes.getFirst());
    }

    @ParameterizedTest
    @MethodSource("floors")
    void a_rule_that_is_taken_out_is_missed(Floor floor) {
        RuleBook book = RuleBook.builtIn();
        var without = new RuleBook(book.file(), book.rules().stream()
                .filter(rule -> rule.asks().stream().noneMatch(floor::concerns)).toList());
        assertThat(new FloorProof(without).of(floor).holes()).isNotEmpty();
    }

    private static Stream<String> firstHole(Result result) {
        return result.holes().stream().limit(1)
                .map(world -> result.floor().says() + ", and it is not asked when: " + world);
    }

    private static boolean is(Map<String, Object> world, String fact) {
        return Boolean.TRUE.equals(world.get(fact));
    }

    private static String side(Map<String, Object> world) {
        return String.valueOf(world.get("party.side"));
    }

    private static Floor party(String says, Set<String> reads, Predicate<Map<String, Object>> when, Set<Role> roles,
            Mode least) {
        return new Floor(says, reads, when, "", roles, least);
    }

    private static Floor body(String says, String fact, String body, Role role, Mode least) {
        return new Floor(says, Set.of(fact), world -> is(world, fact), body, Set.of(role), least);
    }
}
