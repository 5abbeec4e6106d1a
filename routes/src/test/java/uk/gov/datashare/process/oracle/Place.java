package uk.gov.datashare.process.oracle;

/** Where a case is, by the name that the process has for it. */
public enum Place {
    UNSEEN, TRIAGE, APPROVING, RETURNED, SIGNING, LIVE, CLOSED;

    boolean isInHand() {
        return this == TRIAGE || this == APPROVING || this == RETURNED || this == SIGNING;
    }
}
