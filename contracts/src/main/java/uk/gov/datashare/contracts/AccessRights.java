package uk.gov.datashare.contracts;

/** Who may see a data asset without an arrangement, as the UK's cross-government metadata model tells them apart. */
public enum AccessRights {
    /** Everybody. */
    OPEN,
    /** The civil service. */
    INTERNAL,
    /** Those who pay for it. */
    COMMERCIAL,
    /** Nobody. */
    RESTRICTED
}
