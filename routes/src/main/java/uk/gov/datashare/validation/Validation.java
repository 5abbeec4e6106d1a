package uk.gov.datashare.validation;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;

/** Holds a request against the rules of form and law that a schema cannot say, and tells every problem at once. */
public final class Validation {

    private static final List<Rule> RULES = Stream.of(PartyRules.ALL, DataRules.ALL, BasisRules.ALL, TermRules.ALL)
            .flatMap(List::stream)
            .sorted()
            .toList();

    private Validation() {}

    /**
     * Every problem of a request, in the order of the rules' ids: errors, for which it is refused, and warnings, which go with it.
     *
     * @param organisationOfTopic whose topic it came by, which the broker guards: the only word about who is asking
     */
    public static List<Problem> check(ShareRequest request, String organisationOfTopic, Registry registry) {
        var submission = new Submission(request, organisationOfTopic, registry.now());
        return RULES.stream().flatMap(rule -> rule.problemsOf(submission)).distinct().toList();
    }

    /** Whether a message with these problems is refused. */
    public static boolean refused(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == ERROR);
    }

    static List<Rule> rules() {
        return RULES;
    }
}
