package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;

/**
 * What has been agreed before that matters to a request.
 *
 * @param related  the arrangement that the request amends, renews, joins or ends; where it joins one, with everybody who has joined it already
 * @param problems what is wrong with naming that one, or the offer of one that could be joined
 */
public record Prior(Optional<Arrangement> related, List<Problem> problems) {
    public Prior {
        requireNonNull(related);
        problems = List.copyOf(problems);
    }

    static Prior none() {
        return new Prior(Optional.empty(), List.of());
    }

    static Prior found(Arrangement related) {
        return new Prior(Optional.of(related), List.of());
    }

    static Prior wrong(List<Problem> problems) {
        return new Prior(Optional.empty(), problems);
    }
}
