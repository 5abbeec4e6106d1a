package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.datafiles.DataFile;
import uk.gov.datashare.datafiles.DataNotUsable;

/** A rule that makes no sense stops the start, and the message says which, where, and what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleBookTest {

    private static final String BUILT_IN = DataFile.text(RuleBook.FILE);

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("when: special || criminal", "when: specal || criminal",
                        new String[]{"rule R06, when", "undeclared reference to 'specal'", "column 1",
                                "the facts are: personal, special"}),
                Arguments.of("when: special || criminal", "when: specialCategories",
                        new String[]{"rule R06, when", "bool", "list(string)"}),
                Arguments.of("when: special || criminal", "when: special ||", new String[]{"rule R06, when", "line 1"}),
                Arguments.of("when: special || criminal", "when: special && subjectCount == 'many'",
                        new String[]{"rule R06, when", "no matching overload"}),
                Arguments.of("when: special || criminal", "when: party.health",
                        new String[]{"rule R06, when", "undeclared reference to 'party'"}),
                Arguments.of("means: party.controls", "means: party.controlls",
                        new String[]{"group \"each controller\", means", "undeclared reference to 'party'"}),
                Arguments.of("onlyIf: healthData", "onlyIf: healthDatum",
                        new String[]{"rule R07, onlyIf", "healthDatum"}),
                Arguments.of("when: special || criminal", "when: special && !personal",
                        new String[]{"rule R06", "no request can make", "true"}),
                Arguments.of("when: special || criminal", "when: subjectCount > 5 && subjectCount < 6",
                        new String[]{"rule R06", "no request can make"}),
                Arguments.of("onlyIf: healthData", "onlyIf: healthData && classification == 'SECRET' && !personal",
                        new String[]{"rule R07", "nobody can ever be asked as \"each controller\""}),
                Arguments.of("when: special || criminal", "when: classification == deliveryMethod",
                        new String[]{"rule R06, when", "compares two facts"}),
                Arguments.of("when: special || criminal", "when: deliveryMethod.startsWith('S')",
                        new String[]{"rule R06, when", "startsWith", "may only say and, or, not"}),
                Arguments.of("- who: the minister", "- who: the monarch",
                        new String[]{"rule R12", "\"the monarch\"", "choose one of"}),
                Arguments.of("setsAside: [R09, R15, R26]", "setsAside: [R09, R01]",
                        new String[]{"rule R03", "R01", "floor"}),
                Arguments.of("setsAside: [R09, R15, R26]", "setsAside: [R99]",
                        new String[]{"rule R03", "R99", "does not exist"}),
                Arguments.of("with a charge: {costs}", "with a charge: {price}",
                        new String[]{"rule R26", "{price}", "costs"}),
                Arguments.of("  - id: R02\n", "  - id: R01\n", new String[]{"rule R01", "there are two"}),
                Arguments.of("citation: UK GDPR, Article 32", "citation: \"\"", new String[]{"rule R17", "citation"}),
                Arguments.of("role: SIRO", "role: SERGEANT", new String[]{"rules/routing-rules.yaml", "SERGEANT"}),
                Arguments.of("    inWords: always", "    in_words: always",
                        new String[]{"rules/routing-rules.yaml", "rules\"]->java.util.ArrayList[1]"}),
                Arguments.of("    floor: true\n", "", new String[]{"rules/routing-rules.yaml", "floor"}),
                Arguments.of("    version: 1\n", "",
                        new String[]{"rules/routing-rules.yaml", "null", "rules\"]->java.util.ArrayList[0]"}),
                Arguments.of("    organisation: cabinet-office-minister\n", "",
                        new String[]{"group \"the minister\"", "either a condition"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_stops_the_start_and_is_named(String right, String wrong, String[] words) {
        assertThatThrownBy(() -> RuleBook.parse(RuleBook.FILE,
                BUILT_IN.replaceFirst(java.util.regex.Pattern.quote(right),
                        java.util.regex.Matcher.quoteReplacement(wrong))))
                .isInstanceOf(DataNotUsable.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void all_mistakes_are_named_at_once() {
        String wrong = BUILT_IN.replace("when: personal\n", "when: personel\n").replace("when: sensitive",
                "when: classification");
        assertThatThrownBy(() -> RuleBook.parse(RuleBook.FILE, wrong)).hasMessageContainingAll("rule R04", "rule R05",
                "rule R16");
    }

    @Test
    void the_rules_that_are_built_in_make_sense() {
        assertThat(RuleBook.builtIn().rules()).extracting(rule -> rule.rule().id())
                .contains("R00", "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R09", "R10", "R11", "R12", "R15",
                        "R16", "R17", "R18", "R19", "R30");
    }
}
