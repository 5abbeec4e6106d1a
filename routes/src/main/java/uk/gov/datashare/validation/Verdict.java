package uk.gov.datashare.validation;

import static java.util.Objects.requireNonNull;
import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;

/**
 * What validation says of a request.
 *
 * @param request   the request to go on with: as it was sent, but with successors in the place of superseded organisations
 * @param problems  every problem, in the order of the rules' ids: errors, for which it is refused, and warnings, which go with it
 * @param corrected for a refused request that can be mended safely, the message to send in its place; it has been through the
 *                  schema and through every rule, and has no error left
 */
public record Verdict(ShareRequest request, List<Problem> problems, Optional<JsonNode> corrected) {
    public Verdict {
        requireNonNull(request);
        problems = List.copyOf(problems);
        requireNonNull(corrected);
    }

    /** Whether the request is refused. */
    public boolean refused() {
        return problems.stream().anyMatch(problem -> problem.severity() == ERROR);
    }

    /** The same with what was found elsewhere; a corrected message that would leave an error of those is none. */
    public Verdict and(List<Problem> more) {
        var all = Stream.concat(problems.stream(), more.stream()).sorted(Comparator.comparing(Problem::rule)).toList();
        boolean stillWrong = more.stream().anyMatch(problem -> problem.severity() == ERROR);
        return new Verdict(request, all, stillWrong ? Optional.empty() : corrected);
    }

    /** What is to be said of a message that had these problems of form, and was meant to be this request. */
    public Verdict after(List<Problem> ofForm) {
        return new Verdict(request, Stream.concat(ofForm.stream(), problems.stream()).toList(),
                refused() ? corrected : Optional.of(Validation.json(request)));
    }
}
