package uk.gov.datashare.validation;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Golden;
import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Problem.Severity;

/** The table of the validation rules for people is written from the rules and from what they find in the tests' stories. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesTableTest {

    private static final Path APPROVED = Path.of("docs/validation-rules.md");

    @Test
    void the_table_for_people_says_what_the_rules_find() {
        Golden.approve(APPROVED,
                """
                        # What a request must fulfil

                        Written by a test from the rules and from what they find in its stories; do not edit it here.

                        All problems of a request are told at once. An *error* sends it back; a *warning* goes with it to those who decide.
                        *Mended*: where the request itself or the registry leaves one answer only, the hub has it ready. When every error of a request is mended so,
                        and the result passes every rule, the error report has the whole corrected message in `corrected`. What somebody has to choose is never mended.

                        | Rule | What must be | | Mended | For example |
                        |---|---|---|---|---|
                        %s
                        """
                        .formatted(Validation.rules().stream().map(RulesTableTest::row).collect(joining("\n"))));
    }

    private static String row(Rule rule) {
        List<Finding> findings = findings(rule);
        Finding example = findings.getFirst();
        return "| **%s** | %s | %s | %s | `%s`: %s *%s* |".formatted(rule.id(), rule.says(),
                findings.stream().map(Finding::severity).distinct().sorted().map(RulesTableTest::word)
                        .collect(joining(", ")),
                mended(findings), example.pointer(), cell(example.message()), cell(example.fix()));
    }

    private static List<Finding> findings(Rule rule) {
        if (rule.id().equals("V00")) {
            Sample sample = Sample.of("a-postcode-data");
            return rule.check().apply(new Submission(sample.request(), "home-office", Sample.registry(),
                    Around.NOTHING)).toList();
        }
        return RuleStories.all().filter(story -> story.rule().equals(rule.id()))
                .flatMap(story -> rule.check().apply(story.submission())).toList();
    }

    private static String mended(List<Finding> findings) {
        List<Boolean> mended = findings.stream().map(finding -> !finding.patches().isEmpty()).distinct().toList();
        return mended.size() > 1 ? "where there is no choice" : mended.getFirst() ? "yes" : "";
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
