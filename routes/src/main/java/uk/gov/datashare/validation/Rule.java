package uk.gov.datashare.validation;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One named rule.
 *
 * @param id    named in every problem that it finds
 * @param says  what must be, in one sentence
 * @param check finds what is not so
 */
record Rule(String id, String says, Function<Submission, Stream<Finding>> check) implements Comparable<Rule> {

    private static final Comparator<Rule> BY_ID = Comparator.comparing(Rule::id);

    @Override
    public int compareTo(Rule other) {
        return BY_ID.compare(this, other);
    }
}
