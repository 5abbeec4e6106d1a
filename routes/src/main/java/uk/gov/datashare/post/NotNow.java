package uk.gov.datashare.post;

/** A letter cannot leave now; the batch that it is in waits, and comes again. */
final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String because) {
        super("The mail server does not take letters now: " + because);
    }
}
