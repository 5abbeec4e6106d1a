package uk.gov.datashare.whatif;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.WhatIfAnswer.Precedent;

/** What has been agreed before, as far as it matters to a dry run. */
public interface Agreed {

    /**
     * What matters to a request.
     *
     * @param related    the arrangement that it names
     * @param problems   what is wrong with naming it, or the offer of one to join
     * @param precedents arrangements that come near
     */
    record Near(Optional<Arrangement> related, List<Problem> problems, List<Precedent> precedents) {
        public Near {
            problems = List.copyOf(problems);
            precedents = List.copyOf(precedents);
        }
    }

    /** What has been agreed near to a request of this organisation. */
    Near near(ShareRequest request, String organisation);

    /** Nothing has been agreed, as far as is known here. */
    static Agreed nothing() {
        return (_, _) -> new Near(Optional.empty(), List.of(), List.of());
    }
}
