package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a proposal. Each of its fields belongs to exactly one, so that a change of the whole is a change of some part. */
public enum Section {

    /** Who would share what with whom. */
    PARTIES,
    /** Which data, and about whom. */
    DATA,
    /** What for, with the words in which the public and the approvers are told of it. */
    PURPOSE,
    /** Under which power. */
    LEGAL,
    /** Under which lawful basis, with its impact assessment. */
    DATA_PROTECTION,
    /** How it is classified, and kept safe. */
    SECURITY,
    /** How it travels, and where to. */
    DELIVERY,
    /** For how long, and what happens afterwards. */
    TERMS;

    private static final List<Section> ALL = List.of(values());

    /**
     * What a holder of this role looks at when they say yes, in order. Whoever answers for a share as a whole looks at all of
     * it; so does everybody of whom it is not sure that they need not.
     */
    public static List<Section> coveredBy(Role role) {
        return switch (role) {
            case SECURITY -> List.of(PARTIES, DATA, SECURITY, DELIVERY);
            case TECHNICAL_OWNER -> List.of(DATA, SECURITY, DELIVERY);
            case FINANCE -> List.of(PARTIES, DELIVERY, TERMS);
            case COMMUNICATIONS, FOI -> List.of(PARTIES, DATA, PURPOSE, TERMS);
            case DATA_COORDINATOR -> List.of(PARTIES, DATA, PURPOSE);
            case DATA_OWNER, INFORMATION_ASSET_OWNER -> except(DATA_PROTECTION);
            case LEGAL -> except(SECURITY);
            case ETHICS, CALDICOTT_GUARDIAN, HEAD_OF_PROFESSION_STATISTICS, GRO_REGISTRAR -> except(DELIVERY);
            case DPO, SIRO, DATA_SHARE_LEAD, CHIEF_DATA_OFFICER, ACCOUNTING_OFFICER, SIGNATORY -> ALL;
            case CENTRAL_REGISTRAR, DEA_REVIEW_BOARD, DEA_PSD_SECRETARIAT, MINISTER, UKSA_RAP -> ALL;
            case CONFIDENTIALITY_ADVISORY_GROUP, REGISTRY_STEWARD -> ALL;
        };
    }

    private static List<Section> except(Section unseen) {
        return Arrays.stream(values()).filter(section -> section != unseen).toList();
    }

    /** SHA-256 over the canonical JSON of each part of a proposal, in order. */
    static Map<Section, String> hashes(Proposal proposal) {
        var hashes = new EnumMap<Section, String>(Section.class);
        for (Section section : ALL) {
            hashes.put(section, MessageJson.hash(section.of(proposal)));
        }
        return hashes;
    }

    private Object of(Proposal p) {
        return switch (this) {
            case PARTIES -> p.parties();
            case DATA -> p.data();
            case PURPOSE -> new Why(p.title(), p.plainSummary(), p.impactIfRefused(), p.purpose());
            case LEGAL -> p.legal();
            case DATA_PROTECTION -> new Protection(p.dataProtection(), p.dpia());
            case SECURITY -> p.security();
            case DELIVERY -> p.delivery();
            case TERMS -> p.terms();
        };
    }

    private record Why(String title, String plainSummary, String impactIfRefused, Purpose purpose) {
        Why {
            requireNonNull(title);
            requireNonNull(plainSummary);
            requireNonNull(impactIfRefused);
            requireNonNull(purpose);
        }
    }

    private record Protection(Optional<DataProtection> dataProtection, Optional<Dpia> dpia) {
        Protection {
            requireNonNull(dataProtection);
            requireNonNull(dpia);
        }
    }
}
