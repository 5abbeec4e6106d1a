package uk.gov.datashare.contracts;

/** Roles that can be asked, as UK public bodies name them. */
public enum Role {
    DATA_OWNER("data owner"), INFORMATION_ASSET_OWNER("information asset owner"), DPO("data protection officer"), SIRO(
            "senior information risk owner"), CALDICOTT_GUARDIAN("Caldicott Guardian"), LEGAL(
                    "legal adviser"), SECURITY("security adviser"), DATA_SHARE_LEAD(
                            "data share lead"), DATA_COORDINATOR("data coordinator"), TECHNICAL_OWNER(
                                    "technical owner"), ETHICS("data ethics adviser"), FINANCE("finance"), FOI(
                                            "freedom of information team"), COMMUNICATIONS(
                                                    "communications"), CHIEF_DATA_OFFICER(
                                                            "chief data officer"), ACCOUNTING_OFFICER(
                                                                    "accounting officer"), HEAD_OF_PROFESSION_STATISTICS(
                                                                            "head of profession for statistics"), CENTRAL_REGISTRAR(
                                                                                    "central registrar"), DEA_REVIEW_BOARD(
                                                                                            "Digital Economy Act review board"), DEA_PSD_SECRETARIAT(
                                                                                                    "public service delivery secretariat"), MINISTER(
                                                                                                            "minister"), UKSA_RAP(
                                                                                                                    "Research Accreditation Panel"), GRO_REGISTRAR(
                                                                                                                            "General Register Office"), CONFIDENTIALITY_ADVISORY_GROUP(
                                                                                                                                    "Confidentiality Advisory Group"), SIGNATORY(
                                                                                                                                            "signatory"), REGISTRY_STEWARD(
                                                                                                                                                    "registry steward");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** The role as it is written in a sentence. */
    public String words() {
        return words;
    }
}
