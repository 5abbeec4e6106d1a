package uk.gov.datashare.routing;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.ApprovalPlan;

/** What the routing rules make of a proposal. */
public sealed interface Routed {

    /**
     * These are to be asked.
     *
     * @param plan who, in which order, and why
     */
    record Planned(ApprovalPlan plan) implements Routed {
        public Planned {
            requireNonNull(plan);
        }
    }

    /**
     * The hub may not carry it.
     *
     * @param ruleId the rule that says so
     * @param words  what its sender is told; nothing of the content is in it
     */
    record Refused(String ruleId, String words) implements Routed {
        public Refused {
            requireNonNull(ruleId);
            requireNonNull(words);
        }
    }
}
