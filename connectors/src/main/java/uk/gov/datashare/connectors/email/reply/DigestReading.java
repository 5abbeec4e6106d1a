package uk.gov.datashare.connectors.email.reply;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reply to a digest says: a digest puts several tasks before one reader under the numbers 1 to n, and each numbered
 * line of the reply is an answer of its own. As with {@link Reading}, whether it counts is for the process to judge.
 */
public sealed interface DigestReading {

    /** Where it comes from; the rule is {@code digest.answers} where there are answers, since each of those has a rule of its own. */
    Provenance provenance();

    /**
     * The mail as a whole is something else: a machine's, a bounce, unreadable, or nothing that its writer wrote. Never
     * {@link Reading.Said}.
     */
    record Whole(Reading reading) implements DigestReading {
        @Override
        public Provenance provenance() {
            return reading.provenance();
        }
    }

    /**
     * Answers by number. Items that the writer left out are not in it and stay open.
     *
     * @param items  for each number that was named, what the writer said about it: {@link Reading.Said} with the rule that fired,
     *               or {@link Reading.Unclear} with the line and why; never anything else
     * @param strays lines about no item of the digest, such as one with a number that is not there
     */
    record Answers(Provenance provenance, SortedMap<Integer, Reading> items, List<Reading.Unclear> strays)
            implements
                DigestReading {

        public Answers {
            requireNonNull(provenance);
            items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
            strays = List.copyOf(strays);
        }
    }
}
