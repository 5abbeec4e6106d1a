package uk.gov.datashare.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;

/** Each rule finds what it is there for, at its place and with a way out, and lets its neighbour pass. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ValidationTest {

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample PERSONAL = Sample.of("b-address-check");
    private static final String TYPES = "/proposal/data/types";
    private static final String BASIS = "/proposal/dataProtection/lawfulBases/0/basis";

    @ParameterizedTest
    @MethodSource("uk.gov.datashare.validation.RuleStories#all")
    void each_rule_finds_what_it_is_there_for_and_lets_its_neighbour_pass(Story story) {
        List<Problem> found = Validation.judge(story.submission()).problems().stream()
                .filter(problem -> problem.rule().equals(story.rule()))
                .toList();
        assertThat(found).extracting(Problem::pointer).containsExactlyInAnyOrderElementsOf(story.at());
        assertThat(found).allSatisfy(problem -> {
            assertThat(problem.message()).endsWith(".").doesNotContain("null", "Optional");
            assertThat(problem.fix()).hasValueSatisfying(fix -> assertThat(fix).endsWith("."));
        });
    }

    @Test
    void each_rule_has_a_story_of_finding_and_one_of_passing() {
        assertThat(rulesWhere(true)).containsAll(ids());
        assertThat(rulesWhere(false)).containsAll(ids());
    }

    @Test
    void the_topic_says_who_is_asking_and_the_message_cannot() {
        assertThat(Validation.check(PLAIN.request(), "home-office", Sample.registry())).first().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("V00");
            assertThat(problem.pointer()).isEqualTo("/proposal/parties/acquirer");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void somebody_who_ticks_special_category_alone_is_told_to_add_personal() {
        assertThat(check(Sample.of("j-special-category-only")))
                .filteredOn(problem -> problem.severity() == Severity.ERROR).singleElement().satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("V01");
                    assertThat(problem.fix()).contains("Add PERSONAL.");
                });
    }

    @Test
    void every_problem_of_a_request_is_told_at_once() {
        Sample wrong = PERSONAL.with(TYPES, "[\"SPECIAL_CATEGORY\"]").with(BASIS, "\"ART6_1_F_LEGITIMATE_INTERESTS\"")
                .with("/proposal/delivery/leavesUk", "true").with("/proposal/terms/reviewDate", "\"2030-01-01\"")
                .with("/requester/email", "\"a@b.invalid\"");
        assertThat(check(wrong)).extracting(Problem::rule).contains("V01", "V03", "V04", "V07", "V10", "V18")
                .isSorted();
    }

    @Test
    void a_warning_alone_refuses_nothing() {
        List<Problem> problems = check(PERSONAL.with(BASIS, "\"ART6_1_A_CONSENT\""));
        assertThat(problems).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThat(Validation.refused(problems)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-postcode-data", "b-address-check", "c-council-tax-debt", "d-fuel-poverty",
            "e-hospital-episodes", "f-vehicle-keepers-abroad",
            "g-immigration-statistics", "h-passenger-information", "k-school-to-work-research",
            "l-workforce-statistics", "m-free-school-meals",
            "n-prison-leavers-housing", "o-council-joins-pilot", "p-outbreak-maps"})
    void a_good_request_has_no_problem(String sample) {
        assertThat(check(Sample.of(sample))).isEmpty();
    }

    private static List<Problem> check(Sample sample) {
        return Validation.check(sample.request(), sample.acquirer(), Sample.registry());
    }

    private static Set<String> rulesWhere(boolean finding) {
        Stream<String> topic = finding ? Stream.of("V00") : Stream.of();
        return Stream
                .concat(topic,
                        RuleStories.all().filter(story -> story.at().isEmpty() != finding).map(Story::rule))
                .collect(Collectors.toSet());
    }

    private static List<String> ids() {
        return Validation.rules().stream().map(Rule::id).toList();
    }
}
