package uk.gov.datashare.gateways;

/** A file of legal data cannot be used, so the hub does not start: nobody should be told what a broken list says. */
public final class DataNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataNotUsable(String file, String fault) {
        super(file + " cannot be used: " + fault + " Mend the file and start again.");
    }
}
