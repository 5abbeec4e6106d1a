package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.warning;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.RequestId;

/** Rules about what has been asked before. */
final class RepeatRules {

    static final List<Rule> ALL = List.of(new Rule("V23",
            "Nobody asks the same parties for the same assets and the same purpose twice at once.",
            RepeatRules::isAskedOnce));

    private RepeatRules() {}

    private static Stream<Finding> isAskedOnce(Submission s) {
        String own = RequestId.of(s.organisationOfTopic(), s.request().externalRef());
        return s.around().open().like(s.proposal()).stream()
                .filter(id -> !id.equals(own))
                .map(id -> warning("",
                        "Your request " + id
                                + " asks the same parties for the same data and purpose, and is open still.",
                        "Look at /cases/" + id
                                + " of this hub, and withdraw one of the two. To change a request, send it again under its own reference with the next version."));
    }
}
