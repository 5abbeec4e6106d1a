package uk.gov.datashare.datafiles;

import java.util.List;

/** A file of the hub's own cannot be used, so the hub does not start: nobody should be asked or told by what a broken file says. */
public final class DataNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** This fault of a file, which whoever runs the hub can mend. */
    public DataNotUsable(String file, String fault) {
        super(file + " cannot be used: " + fault + " Mend the file and start again.");
    }

    /** All of these faults of a file. */
    public DataNotUsable(String file, List<String> faults) {
        super(file + " cannot be used:\n" + String.join("\n", faults.stream().map(fault -> "- " + fault).toList()));
    }
}
