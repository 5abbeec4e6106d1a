package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The power to share.
 *
 * @param powers       each power that a party relies on
 * @param deaObjective the objective, where a power of the Digital Economy Act 2017 has objectives
 * @param reviewedByLawyer whether somebody with legal knowledge has looked at it
 */
public record Legal(List<Power> powers, Optional<String> deaObjective, boolean reviewedByLawyer) {

    /**
     * A power that a party relies on.
     *
     * @param kind     what kind of power
     * @param code     the hub's code for the gateway, such as {@code DEA-FRAUD}; empty for a power without one
     * @param citation where it is written
     * @param party    organisation id of who relies on it
     */
    public record Power(Kind kind, Optional<String> code, String citation, String party) {
        public Power {
            requireNonNull(kind);
            requireNonNull(code);
            requireNonNull(citation);
            requireNonNull(party);
        }
    }

    /** Kinds of power; UNKNOWN sends the request to the acquirer's lawyers first. */
    public enum Kind {
        EXPRESS_STATUTORY, IMPLIED_STATUTORY, COMMON_LAW, ROYAL_PREROGATIVE, COURT_ORDER, NONE_NEEDED, UNKNOWN
    }

    public Legal {
        powers = Absent.orEmpty(powers);
        requireNonNull(deaObjective);
    }
}
