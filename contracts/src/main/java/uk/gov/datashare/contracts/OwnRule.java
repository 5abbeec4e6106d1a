package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

/**
 * A rule of an organisation's own: when it applies, one of the organisation's own roles is asked as well. It can add and
 * raise, and never take away what law or policy demands.
 *
 * @param id       unique in the organisation
 * @param version  one more at each change
 * @param when     the condition, in CEL over the facts of routing
 * @param inWords  the condition in words
 * @param role     which of the organisation's own roles is asked
 * @param mode     how much the answer counts
 * @param stage    when it is asked
 * @param why      why, in words for the person asked
 * @param citation where the organisation has laid it down
 */
public record OwnRule(String id, int version, String when, String inWords, Role role, ApprovalPlan.Mode mode,
        ApprovalPlan.Stage stage, String why, String citation) {
    public OwnRule {
        requireNonNull(id);
        requireNonNull(when);
        requireNonNull(inWords);
        requireNonNull(role);
        requireNonNull(mode);
        requireNonNull(stage);
        requireNonNull(why);
        requireNonNull(citation);
    }
}
