package uk.gov.datashare.connectors.backbone;

/**
 * A stage cannot say now what follows from a record, and will be able to later: nothing is wrong with the record. The batch is
 * held back and comes again.
 */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** For this reason, as an operator reads it in the log. */
    public NotYet(String why) {
        super(why);
    }
}
