package uk.gov.datashare.connectors.email.interpretation;

/** What a mail comes to: each is exactly one of these. */
public enum Outcome {
    /** Whoever was asked says something unmistakable: yes, no, pass it on, here is the answer, and so on. */
    DECISION,
    /** Whoever was asked asks something back. */
    QUERY,
    /** Whoever was asked wrote something open to doubt, or it cannot be told that it was they: a new letter asks again. */
    CLARIFY,
    /** A machine wrote it; it decides nothing and is not answered, though it may say that somebody is away. */
    IGNORED,
    /** A letter did not arrive. */
    BOUNCE,
    /** The token is right and the writer is not the one whom the hub gave it to. */
    UNAUTHORISED,
    /** The token is wrong, expired or no longer good, or there is none. */
    STALE,
    /** It cannot be read, or was made to deceive: it is put aside for a person to look at. */
    QUARANTINE;

    /** Whether it may change anything in a case. */
    public boolean counts() {
        return this == DECISION || this == QUERY;
    }
}
