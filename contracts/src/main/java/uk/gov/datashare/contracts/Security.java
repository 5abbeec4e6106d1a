package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the data is classified (Government Security Classifications Policy).
 *
 * @param classification       the tier; the hub carries OFFICIAL only
 * @param sensitive            the -SENSITIVE marking, which goes with OFFICIAL only
 * @param handlingInstructions further markings
 */
public record Security(Classification classification, boolean sensitive, List<String> handlingInstructions) {

    /** The three tiers. */
    public enum Classification {
        OFFICIAL, SECRET, TOP_SECRET
    }

    public Security {
        requireNonNull(classification);
        handlingInstructions = Absent.orEmpty(handlingInstructions);
    }
}
