package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.ApprovalPlan.Side;

/**
 * An organisation that takes part in a share, named as the registry named it then.
 *
 * @param organisationId its registry id
 * @param name           its name
 * @param side           its side
 */
public record Party(String organisationId, String name, Side side) {
    public Party {
        requireNonNull(organisationId);
        requireNonNull(name);
        requireNonNull(side);
    }
}
