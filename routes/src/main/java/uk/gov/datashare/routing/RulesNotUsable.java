package uk.gov.datashare.routing;

import java.util.List;

/** The rule files cannot be used, so the hub does not start: nobody may be left out by a rule that means nothing. */
public final class RulesNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RulesNotUsable(String message) {
        super(message);
    }

    RulesNotUsable(String file, List<String> faults) {
        this(file + " cannot be used:\n" + String.join("\n", faults.stream().map(fault -> "- " + fault).toList()));
    }
}
