package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How personal data may lawfully be shared (UK GDPR and Data Protection Act 2018).
 *
 * @param lawfulBases     each party's basis under Article 6(1)
 * @param conditions      each party's condition for special category data under Article 9(2)
 * @param criminalOffence authority or condition for criminal offence data under Article 10
 * @param roles           what each party is: controller, joint controller, processor
 * @param privacyNotice   where people are told
 * @param lawEnforcement  what processing for law enforcement needs (Part 3 of the 2018 Act)
 * @param policyDocument  the appropriate policy document (Schedule 1, Part 4), which most conditions need
 * @param article14Exemption why people are not told, where the acquirer relies on an exemption from Article 14
 * @param rights          where people turn to for their rights
 */
public record DataProtection(List<LawfulBasis> lawfulBases, List<Condition> conditions,
        Optional<String> criminalOffence, List<PartyRole> roles, Optional<URI> privacyNotice,
        Optional<LawEnforcement> lawEnforcement, Optional<PolicyDocument> policyDocument,
        Optional<String> article14Exemption, Optional<Rights> rights) {

    /**
     * A party's lawful basis.
     *
     * @param party         organisation id
     * @param basis         the basis
     * @param explanation   why it applies: for a public task or legal obligation, where it is laid down
     * @param annexCondition the condition that a recognised legitimate interest needs
     * @param outsideTasks  true where a public authority acts outside its public tasks
     */
    public record LawfulBasis(String party, Basis basis, String explanation, Optional<String> annexCondition,
            boolean outsideTasks) {
        public LawfulBasis {
            requireNonNull(party);
            requireNonNull(basis);
            requireNonNull(explanation);
            requireNonNull(annexCondition);
        }
    }

    /** Lawful bases, UK GDPR Article 6(1), and the law enforcement regime of the 2018 Act. */
    public enum Basis {
        ART6_1_A_CONSENT, ART6_1_B_CONTRACT, ART6_1_C_LEGAL_OBLIGATION, ART6_1_D_VITAL_INTERESTS, ART6_1_E_PUBLIC_TASK, ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST, ART6_1_F_LEGITIMATE_INTERESTS, DPA2018_PART3_LAW_ENFORCEMENT, DPA2018_PART4_INTELLIGENCE
    }

    /**
     * A party's condition for special category data.
     *
     * @param party              organisation id
     * @param condition          the condition
     * @param schedule1Condition the condition of Schedule 1 to the 2018 Act that it needs, by paragraph
     */
    public record Condition(String party, Article9 condition, Optional<String> schedule1Condition) {
        public Condition {
            requireNonNull(party);
            requireNonNull(condition);
            requireNonNull(schedule1Condition);
        }
    }

    /** Conditions for special category data, UK GDPR Article 9(2). */
    public enum Article9 {
        A_EXPLICIT_CONSENT, B_EMPLOYMENT_SOCIAL_SECURITY, C_VITAL_INTERESTS, D_NOT_FOR_PROFIT, E_MADE_PUBLIC, F_LEGAL_CLAIMS_JUDICIAL, G_SUBSTANTIAL_PUBLIC_INTEREST, H_HEALTH_SOCIAL_CARE, I_PUBLIC_HEALTH, J_ARCHIVING_RESEARCH_STATISTICS
    }

    /**
     * What a party is in data protection law.
     *
     * @param party organisation id
     * @param role  its role
     */
    public record PartyRole(String party, Role role) {
        public PartyRole {
            requireNonNull(party);
            requireNonNull(role);
        }
    }

    /** Roles under UK GDPR Article 4(7) and (8), 26 and 28. */
    public enum Role {
        CONTROLLER, INDEPENDENT_CONTROLLER, JOINT_CONTROLLER, PROCESSOR, SUB_PROCESSOR;

        /** Whether a party in this role decides on purposes and means, alone or with others. */
        public boolean controls() {
            return this == CONTROLLER || this == INDEPENDENT_CONTROLLER || this == JOINT_CONTROLLER;
        }
    }

    /**
     * What processing for law enforcement needs (Data Protection Act 2018, Part 3).
     *
     * @param competentAuthority organisation id of the competent authority (section 30, Schedule 7)
     * @param sch8Condition      the condition of Schedule 8 for sensitive processing, by paragraph
     */
    public record LawEnforcement(String competentAuthority, Optional<String> sch8Condition) {
        public LawEnforcement {
            requireNonNull(competentAuthority);
            requireNonNull(sch8Condition);
        }
    }

    /**
     * The appropriate policy document of Schedule 1, Part 4 to the 2018 Act.
     *
     * @param held      whether there is one
     * @param reference where it can be found
     */
    public record PolicyDocument(boolean held, Optional<String> reference) {
        public PolicyDocument {
            requireNonNull(reference);
        }
    }

    /**
     * Where people turn to for their rights (UK GDPR Chapter III).
     *
     * @param contact a team, never a person
     * @param process what the parties do with what reaches them
     */
    public record Rights(String contact, String process) {
        public Rights {
            requireNonNull(contact);
            requireNonNull(process);
        }
    }

    /** One that has nothing to do with law enforcement and says nothing of policy document, exemption and rights. */
    public DataProtection(List<LawfulBasis> lawfulBases, List<Condition> conditions, Optional<String> criminalOffence,
            List<PartyRole> roles, Optional<URI> privacyNotice) {
        this(lawfulBases, conditions, criminalOffence, roles, privacyNotice, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    public DataProtection {
        lawfulBases = Absent.orEmpty(lawfulBases);
        conditions = Absent.orEmpty(conditions);
        requireNonNull(criminalOffence);
        roles = Absent.orEmpty(roles);
        requireNonNull(privacyNotice);
        requireNonNull(lawEnforcement);
        requireNonNull(policyDocument);
        requireNonNull(article14Exemption);
        requireNonNull(rights);
    }
}
