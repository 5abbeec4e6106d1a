package uk.gov.datashare.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.validation.SurroundingStories.ASKING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;

/** What can be mended without a choice is mended, and what somebody has to choose is left to them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionTest {

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample PERSONAL = Sample.of("b-address-check");
    private static final Sample HEALTH = Sample.of("e-hospital-episodes");
    private static final Sample ABROAD = Sample.of("f-vehicle-keepers-abroad");
    private static final Sample CRIMINAL = Sample.of("n-prison-leavers-housing");
    private static final String TYPES = "/proposal/data/types";
    private static final String SUPPLIER = "/proposal/data/assets/0/supplier";
    private static final String OTHERS = "/proposal/parties/otherRecipients";

    /** A request with errors, and the request that is offered in its place. */
    record Mending(String what, Sample wrong, Sample right, Registry registry) {

        static Mending of(String what, Sample wrong, Sample right) {
            return new Mending(what, wrong, right, Sample.registry());
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Mending> mendings() {
        return Stream.of(
                Mending.of("special data is personal data", HEALTH.with(TYPES, "[\"SPECIAL_CATEGORY\"]"),
                        HEALTH.with(TYPES, "[\"SPECIAL_CATEGORY\", \"PERSONAL\"]")),
                Mending.of("two types that are both personal data",
                        CRIMINAL.with(TYPES, "[\"CRIMINAL_OFFENCE\", \"PSEUDONYMISED\"]"),
                        CRIMINAL.with(TYPES, "[\"CRIMINAL_OFFENCE\", \"PSEUDONYMISED\", \"PERSONAL\"]")),
                Mending.of("special categories are special data", HEALTH.with(TYPES, "[\"PERSONAL\"]"),
                        HEALTH.with(TYPES, "[\"PERSONAL\", \"SPECIAL_CATEGORY\"]")),
                Mending.of("countries are abroad", ABROAD.with("/proposal/delivery/leavesUk", "false"), ABROAD),
                Mending.of("others who are named need access",
                        CRIMINAL.with("/proposal/parties/othersNeedAccess", "false"), CRIMINAL),
                Mending.of("an asset is its owner's", PLAIN.with(SUPPLIER, "\"home-office\""), PLAIN),
                Mending.of("high risk needs the Commissioner", PERSONAL.with("/proposal/dpia/residualRisk", "\"HIGH\""),
                        PERSONAL.with("/proposal/dpia/residualRisk", "\"HIGH\"").with("/proposal/dpia/icoConsultation",
                                "\"REQUIRED\"")),
                Mending.of("an item serves the only aim", oneAim().without("/proposal/data/items/0/purposeRef"),
                        oneAim()),
                Mending.of("an abbreviation is somebody's",
                        PLAIN.with("/proposal/parties/suppliers", "[\"os\"]").with(SUPPLIER, "\"os\""), PLAIN),
                Mending.of("an acquirer is no other recipient besides",
                        CRIMINAL.with(OTHERS,
                                "[\"" + CRIMINAL.acquirer() + "\", " + CRIMINAL.json().at(OTHERS + "/0") + "]"),
                        CRIMINAL),
                new Mending("an answer in small letters",
                        PLAIN.with("/supplementary", "{\"DISTRICT\": \"Leeds\", \"PRINTED\": \" yes\"}"),
                        PLAIN.with("/supplementary", "{\"DISTRICT\": \"Leeds\", \"PRINTED\": \"YES\"}"), ASKING),
                Mending.of("two faults at once",
                        ABROAD.with("/proposal/delivery/leavesUk", "false").with(SUPPLIER, "\"home-office\""), ABROAD));
    }

    @ParameterizedTest
    @MethodSource("mendings")
    void what_leaves_no_choice_is_mended(Mending mending) {
        Verdict verdict = judge(mending.wrong(), mending.registry());
        assertThat(verdict.refused()).isTrue();
        assertThat(verdict.corrected()).contains(mending.right().json());
    }

    @ParameterizedTest
    @MethodSource("mendings")
    void what_is_offered_would_be_taken(Mending mending) {
        var offered = judge(mending.wrong(), mending.registry()).corrected().orElseThrow();
        assertThat(Schemas.check(MessageTypes.of(ShareRequest.class), offered)).isEmpty();
        assertThat(judge(new Sample(offered), mending.registry()).refused()).isFalse();
    }

    @Test
    void nothing_is_offered_where_one_error_is_left_that_somebody_has_to_decide() {
        Sample wrong = HEALTH.with(TYPES, "[\"SPECIAL_CATEGORY\"]").with("/declaration/confirmed", "false");
        assertThat(judge(wrong, Sample.registry()).corrected()).isEmpty();
    }

    @Test
    void nothing_is_offered_where_the_correction_shows_a_new_error() {
        Sample wrong = PLAIN.with(TYPES, "[\"PSEUDONYMISED\"]");
        assertThat(judge(wrong, Sample.registry()).corrected()).isEmpty();
    }

    @Test
    void nothing_is_offered_in_the_place_of_what_is_fine() {
        assertThat(judge(PLAIN, Sample.registry()).corrected()).isEmpty();
    }

    @Test
    void successors_stand_in_wherever_the_superseded_organisation_is_named() {
        Sample old = new Sample(MessageJson.tree(HEALTH.json().toString().replace("\"nhs-england\"", "\"nhs-digital\"")
                .getBytes(UTF_8)));
        Verdict verdict = judge(old, Sample.registry());
        assertThat(old.json()).isNotEqualTo(HEALTH.json());
        assertThat(verdict.request()).isEqualTo(HEALTH.request());
        assertThat(verdict.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("V22");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).contains("NHS Digital", "NHS England");
        });
    }

    @Test
    void a_successor_that_is_named_beside_its_predecessor_is_asked_once() {
        Sample both = HEALTH.with("/proposal/parties/suppliers", "[\"nhs-england\", \"nhs-digital\"]");
        assertThat(judge(both, Sample.registry()).request()).isEqualTo(HEALTH.request());
    }

    @Test
    void a_repeated_submission_of_the_same_case_is_no_duplicate_of_itself() {
        var own = RequestId.of(PLAIN.acquirer(), PLAIN.request().externalRef());
        var submission = new Submission(PLAIN.request(), PLAIN.acquirer(), Sample.registry(),
                new Around(Optional.of(Story.TODAY), _ -> List.of(own)));
        assertThat(Validation.judge(submission).problems()).extracting(Problem::rule).doesNotContain("V23");
    }

    private static Sample oneAim() {
        Sample one = PLAIN.without("/proposal/purpose/aims/1");
        for (int i = 0; i < one.json().at("/proposal/data/items").size(); i++) {
            one = one.with("/proposal/data/items/" + i + "/purposeRef", "\"A1\"");
        }
        return one;
    }

    private static Verdict judge(Sample sample, Registry registry) {
        return Validation.judge(new Submission(sample.request(), sample.acquirer(), registry,
                new Around(Optional.of(Story.TODAY), _ -> List.of())));
    }
}
