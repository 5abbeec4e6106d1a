package uk.gov.datashare.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;

/**
 * What a rule is given, and where it finds something; nowhere when it is fine. It is the first of March 2027, and nothing
 * else is on its way unless the story says so.
 */
record Story(String rule, String what, Sample sample, List<String> at, Registry registry, List<String> open) {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static final Registry USUAL = Sample.registry();

    static Story finds(String rule, String what, Sample sample, String... at) {
        return new Story(rule, "finds " + what, sample, List.of(at), USUAL, List.of());
    }

    static Story passes(String rule, String what, Sample sample) {
        return new Story(rule, "passes " + what, sample, List.of(), USUAL, List.of());
    }

    /** The same with another registry. */
    Story in(Registry other) {
        return new Story(rule, what, sample, at, other, open);
    }

    /** The same while these requests for the same are open. */
    Story besides(String... requestIds) {
        return new Story(rule, what, sample, at, registry, List.of(requestIds));
    }

    /** What the rules look at. */
    Submission submission() {
        return new Submission(sample.request(), sample.acquirer(), registry,
                new Around(Optional.of(TODAY), _ -> open));
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }
}
