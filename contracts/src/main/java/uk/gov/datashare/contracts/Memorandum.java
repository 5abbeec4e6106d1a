package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;

/**
 * The digital memorandum of understanding: what the parties agreed, frozen. It takes from the proposal what may be read by
 * every department, field by field, and never more. What is signed is SHA-256 over its canonical JSON (RFC 8785).
 *
 * @param arrangementId  its id
 * @param requestId      the case it came from
 * @param requestVersion the version that was agreed
 * @param instrument     what kind of document it is
 * @param title          as proposed
 * @param plainSummary   as proposed
 * @param parties        who agreed
 * @param data           which data
 * @param purpose        what for
 * @param legal          under which power
 * @param dataProtection under which lawful basis
 * @param security       how it is classified
 * @param delivery       how it travels
 * @param terms          for how long, and what happens afterwards
 * @param conditions     what approvers made their yes depend on
 * @param approvals      who said yes: organisations and roles, and no person
 * @param agreedAt       when the last of them did
 * @param annexes        documents that the law wants beside it, each made of what it says already
 * @param accedesTo      the arrangement that its acquirer joins by it, on that one's terms; empty where it stands by itself
 */
public record Memorandum(String arrangementId, String requestId, int requestVersion, Instrument instrument,
        String title,
        String plainSummary, List<Party> parties, Data data, Purpose purpose, Legal legal,
        Optional<DataProtection> dataProtection, Security security, Delivery delivery, Terms terms,
        List<String> conditions, List<Approval> approvals, Instant agreedAt, List<Annex> annexes,
        Optional<String> accedesTo) {

    /** Kinds of document. */
    public enum Instrument {
        DATA_SHARING_AGREEMENT, NON_PERSONAL_TERMS
    }

    /** Documents that data protection law wants beside the agreement itself. */
    public enum Annex {
        /** Who does what for the rights of people, UK GDPR Article 26: where parties decide together. */
        JOINT_CONTROLLER_ARRANGEMENT,
        /** What binds a processor to its controller, UK GDPR Article 28(3). */
        PROCESSING_CONTRACT,
        /** Safeguards for a transfer out of the United Kingdom, UK GDPR Chapter V. */
        TRANSFER_SAFEGUARDS,
        /** What makes a pilot of the debt or fraud power one: success criteria, business case, fairness. */
        PILOT_BUSINESS_CASE
    }

    /**
     * A yes.
     *
     * @param organisationId whose
     * @param role           in which role
     * @param outcome        what kind of yes
     * @param decidedAt      when
     * @param carriedFrom    the earlier version that it was given to, where nothing that it covers has changed since
     */
    public record Approval(String organisationId, Role role, Outcome outcome, Instant decidedAt,
            Optional<Integer> carriedFrom) {
        public Approval {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(outcome);
            requireNonNull(decidedAt);
            requireNonNull(carriedFrom);
        }

        /** A yes to this version. */
        public Approval(String organisationId, Role role, Outcome outcome, Instant decidedAt) {
            this(organisationId, role, outcome, decidedAt, Optional.empty());
        }
    }

    /** A memorandum that needs no other document beside it, and joins no other. */
    public Memorandum(String arrangementId, String requestId, int requestVersion, Instrument instrument, String title,
            String plainSummary, List<Party> parties, Data data, Purpose purpose, Legal legal,
            Optional<DataProtection> dataProtection, Security security, Delivery delivery, Terms terms,
            List<String> conditions, List<Approval> approvals, Instant agreedAt) {
        this(arrangementId, requestId, requestVersion, instrument, title, plainSummary, parties, data, purpose, legal,
                dataProtection, security, delivery, terms, conditions, approvals, agreedAt, List.of(),
                Optional.empty());
    }

    public Memorandum {
        requireNonNull(arrangementId);
        requireNonNull(requestId);
        requireNonNull(instrument);
        requireNonNull(title);
        requireNonNull(plainSummary);
        parties = Absent.orEmpty(parties);
        requireNonNull(data);
        requireNonNull(purpose);
        requireNonNull(legal);
        requireNonNull(dataProtection);
        requireNonNull(security);
        requireNonNull(delivery);
        requireNonNull(terms);
        conditions = Absent.orEmpty(conditions);
        approvals = Absent.orEmpty(approvals);
        requireNonNull(agreedAt);
        annexes = Absent.orEmpty(annexes);
        requireNonNull(accedesTo);
    }
}
