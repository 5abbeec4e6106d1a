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
 * @param pilot            what a pilot under the debt or fraud power of the 2017 Act must say
 * @param confidentiality  how the duty of confidence is dealt with
 * @param devolved         whether it touches a devolved matter
 */
public record Legal(List<Power> powers, Optional<String> deaObjective, boolean reviewedByLawyer,
        Optional<Pilot> pilot, Optional<Confidentiality> confidentiality, @OrFalse boolean devolved) {

    /**
     * A power that a party relies on.
     *
     * @param kind     what kind of power
     * @param code     the hub's code for the gateway, such as {@code DEA-FRAUD}; empty for a power without one
     * @param citation where it is written
     * @param party    organisation id of who relies on it
     * @param direction what it lets the party do
     * @param reference what the power was exercised by: an accreditation, a notice, the Registrar General's consent
     */
    public record Power(Kind kind, Optional<String> code, String citation, String party,
            Optional<Direction> direction, Optional<String> reference) {
        public Power {
            requireNonNull(kind);
            requireNonNull(code);
            requireNonNull(citation);
            requireNonNull(party);
            requireNonNull(direction);
            requireNonNull(reference);
        }

        /** A power of which neither the direction nor what it was exercised by is said. */
        public Power(Kind kind, Optional<String> code, String citation, String party) {
            this(kind, code, citation, party, Optional.empty(), Optional.empty());
        }
    }

    /** What a power lets a party do with data. */
    public enum Direction {
        DISCLOSES, RECEIVES, BOTH
    }

    /**
     * A pilot under the debt or fraud power (Digital Economy Act 2017, sections 48 and 56): limited in time, and measured.
     *
     * @param successCriteria by what its success is measured
     * @param businessCase    where the business case can be found
     * @param fairness        how people in vulnerable circumstances are treated fairly
     */
    public record Pilot(String successCriteria, String businessCase, String fairness) {
        public Pilot {
            requireNonNull(successCriteria);
            requireNonNull(businessCase);
            requireNonNull(fairness);
        }
    }

    /** How the common-law duty of confidence is dealt with. */
    public enum Confidentiality {
        NOT_CONFIDENTIAL, CONSENT, S251_APPROVAL, STATUTORY_EXEMPTION, PUBLIC_INTEREST, COURT_ORDER, UNKNOWN
    }

    /** A power that is no pilot and says nothing of confidence or devolution. */
    public Legal(List<Power> powers, Optional<String> deaObjective, boolean reviewedByLawyer) {
        this(powers, deaObjective, reviewedByLawyer, Optional.empty(), Optional.empty(), false);
    }

    /** Kinds of power; UNKNOWN sends the request to the acquirer's lawyers first. */
    public enum Kind {
        EXPRESS_STATUTORY, IMPLIED_STATUTORY, COMMON_LAW, ROYAL_PREROGATIVE, COURT_ORDER, NONE_NEEDED, UNKNOWN
    }

    public Legal {
        powers = Absent.orEmpty(powers);
        requireNonNull(deaObjective);
        requireNonNull(pilot);
        requireNonNull(confidentiality);
    }
}
