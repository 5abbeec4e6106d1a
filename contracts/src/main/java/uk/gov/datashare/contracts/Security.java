package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How the data is classified (Government Security Classifications Policy).
 *
 * @param classification       the tier; the hub carries OFFICIAL only
 * @param sensitive            the -SENSITIVE marking, which goes with OFFICIAL only
 * @param handlingInstructions further markings
 * @param assurances           what the recipient can show for its security
 */
public record Security(Classification classification, boolean sensitive, List<String> handlingInstructions,
        List<Assurance> assurances) {

    /** The three tiers. */
    public enum Classification {
        OFFICIAL, SECRET, TOP_SECRET
    }

    /**
     * A scheme by which a recipient shows that its systems are secure.
     *
     * @param scheme   the scheme
     * @param evidence a certificate's number, or where the report can be found
     */
    public record Assurance(Scheme scheme, Optional<String> evidence) {

        /** Schemes that UK public bodies know. */
        public enum Scheme {
            CYBER_ESSENTIALS, CYBER_ESSENTIALS_PLUS, ISO27001, GOVASSURE, DSPT, PSN, OTHER
        }

        public Assurance {
            requireNonNull(scheme);
            requireNonNull(evidence);
        }
    }

    /** A classification, and nothing to show for the recipient's security. */
    public Security(Classification classification, boolean sensitive, List<String> handlingInstructions) {
        this(classification, sensitive, handlingInstructions, List.of());
    }

    public Security {
        requireNonNull(classification);
        handlingInstructions = Absent.orEmpty(handlingInstructions);
        assurances = Absent.orEmpty(assurances);
    }
}
