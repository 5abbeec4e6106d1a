package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.routing.Routed.Refused;
import uk.gov.datashare.routing.RuleBook.CheckedRule;

/**
 * Each rule with a request to which it applies and one to which it does not. What the planner applies by itself is elsewhere:
 * R33 in {@link AccessionTest}, R35 and R36 in {@link StaffingTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EachRuleTest {

    private static final RuleBook BOOK = RuleBook.builtIn();
    private static final String COUNCIL = "c-council-tax-debt";
    private static final String ALWAYS = "R01 R02 R30 S01";

    @ParameterizedTest(name = "{0} applies to {1} {2}, and not to {4} {5}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\'', value = {
            "R03 | a-postcode-data | - | - | c-council-tax-debt | - | -",
            "R04 | c-council-tax-debt | - | - | a-postcode-data | - | -",
            "R05 | c-council-tax-debt | - | - | a-postcode-data | - | -",
            "R06 | e-hospital-episodes | - | - | c-council-tax-debt | - | -",
            "R07 | e-hospital-episodes | - | - | c-council-tax-debt | - | -",
            "R08 | e-hospital-episodes | legal/confidentiality | \"S251_APPROVAL\" | e-hospital-episodes | legal/confidentiality | \"CONSENT\"",
            "R09 | c-council-tax-debt | - | - | a-postcode-data | - | -",
            "R10 | h-passenger-information | - | - | c-council-tax-debt | - | -",
            "R11 | d-fuel-poverty | - | - | c-council-tax-debt | - | -",
            "R12 | c-council-tax-debt | - | - | d-fuel-poverty | - | -",
            "R13 | c-council-tax-debt | legal/powers/0/code | \"DEA-CR\" | c-council-tax-debt | - | -",
            "R14 | c-council-tax-debt | legal/powers/0/code | \"DEA-RES\" | c-council-tax-debt | - | -",
            "R15 | g-immigration-statistics | - | - | c-council-tax-debt | - | -",
            "R16 | c-council-tax-debt | security/sensitive | true | c-council-tax-debt | security/sensitive | false",
            "R17 | b-address-check | - | - | a-postcode-data | - | -",
            "R18 | f-vehicle-keepers-abroad | - | - | c-council-tax-debt | - | -",
            "R19 | c-council-tax-debt | parties/othersNeedAccess | true | c-council-tax-debt | - | -",
            "R20 | c-council-tax-debt | dpia/residualRisk | \"HIGH\" | c-council-tax-debt | dpia/residualRisk | \"LOW\"",
            "R21 | c-council-tax-debt | dpia/status | \"IN_PROGRESS\" | c-council-tax-debt | dpia/status | \"COMPLETED\"",
            "R22 | c-council-tax-debt | dataProtection/roles/0/role | \"JOINT_CONTROLLER\" | c-council-tax-debt | - | -",
            "R23 | e-hospital-episodes | - | - | c-council-tax-debt | - | -",
            "R24 | c-council-tax-debt | data/subjects/approximateCount | 1000001 | c-council-tax-debt | data/subjects/approximateCount | 1000000",
            "R25 | a-postcode-data | - | - | c-council-tax-debt | - | -",
            "R26 | f-vehicle-keepers-abroad | - | - | c-council-tax-debt | - | -",
            "R27 | c-council-tax-debt | dataProtection/lawfulBases/0/basis | \"DPA2018_PART3_LAW_ENFORCEMENT\" | c-council-tax-debt | - | -",
            "R28 | c-council-tax-debt | legal/devolved | true | c-council-tax-debt | legal/devolved | false",
            "R29 | c-council-tax-debt | purpose/urgency | {\"level\": \"EMERGENCY\", \"reason\": \"A flood\"} | c-council-tax-debt | purpose/urgency | {\"level\": \"URGENT\", \"reason\": \"A date\"}"})
    void a_rule_applies_to_one_request_and_not_to_another(String rule, String fires, String at, String value,
            String silent, String silentAt, String silentValue) {
        assertThat(applying(fires, at, value)).contains(rule);
        assertThat(applying(silent, silentAt, silentValue)).doesNotContain(rule);
    }

    @Test
    void what_is_refused_is_refused_and_nothing_else_is() {
        Routing routing = Routing.builtIn();
        assertThat(routing.plan(Sample.of("i-secret-court-papers").proposal(), Sample.registry()))
                .isInstanceOf(Refused.class);
        assertThat(routing.plan(Sample.of(COUNCIL).proposal(), Sample.registry())).isNotInstanceOf(Refused.class);
    }

    @Test
    void some_rules_always_apply_and_ask_nobody_about_what_is_refused() {
        assertThat(applying(COUNCIL, null, null)).contains(ALWAYS.split(" "));
        assertThat(applying("a-postcode-data", null, null)).contains(ALWAYS.split(" "));
        assertThat(Routing.builtIn().refusal(Sample.of("i-secret-court-papers").proposal(), Sample.registry()))
                .isPresent();
    }

    @Test
    void no_rule_is_without_its_two_requests() throws NoSuchMethodException {
        String told = String.join("\n", EachRuleTest.class
                .getDeclaredMethod("a_rule_applies_to_one_request_and_not_to_another", String.class, String.class,
                        String.class, String.class, String.class, String.class, String.class)
                .getAnnotation(CsvSource.class).value());
        List<String> all = BOOK.rules().stream().map(rule -> rule.rule().id()).toList();
        assertThat(all).allSatisfy(id -> assertThat(told + ALWAYS + "R00").contains(id));
    }

    private static Stream<String> applying(String sample, @Nullable String at,
            @Nullable String value) {
        Sample plain = Sample.of(sample);
        Sample told = at == null || value == null ? plain : plain.with("/proposal/" + at, value);
        return BOOK.applying(Facts.of(told.proposal(), Sample.registry())).stream().map(CheckedRule::rule)
                .map(RuleFile.Rule::id);
    }
}
