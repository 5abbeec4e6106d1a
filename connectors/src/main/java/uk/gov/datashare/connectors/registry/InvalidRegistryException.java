package uk.gov.datashare.connectors.registry;

import java.util.List;

/** A registry file that the hub must not start from; its message lists everything that is wrong with it. */
public final class InvalidRegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRegistryException(List<String> problems) {
        super("The registry file has " + problems.size() + " problem(s):\n  " + String.join("\n  ", problems));
    }
}
