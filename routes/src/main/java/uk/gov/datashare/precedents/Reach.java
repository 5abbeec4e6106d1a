package uk.gov.datashare.precedents;

/** What depends on a field in which a request and an arrangement differ. */
public enum Reach {
    /** Purpose, power, data and suppliers: an arrangement that covers these can be joined. */
    SUBSTANCE,
    /** What whoever joins takes over as it was agreed. */
    TERMS,
    /** What each party may have in its own way. */
    OWN
}
