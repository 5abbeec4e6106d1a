package uk.gov.datashare.connectors.backbone;

/** The backbone could not do what was asked; the message says in words what to look at. Trying again later may help. */
public final class BackboneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** That something did not happen, in words for an operator. */
    public BackboneException(String message) {
        super(message);
    }

    BackboneException(String message, Throwable cause) {
        super(message, cause);
    }
}
