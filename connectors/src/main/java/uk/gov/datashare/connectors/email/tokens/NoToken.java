package uk.gov.datashare.connectors.email.tokens;

import java.io.IOException;

/** There is no access token now. The message says why and what can be done, and holds no secret. */
public final class NoToken extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private NoToken(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** The endpoint will not give one as long as nothing is changed. */
    static NoToken refused(String message) {
        return new NoToken(message, true);
    }

    /** The endpoint does not answer, or not now. */
    static NoToken now(String message) {
        return new NoToken(message, false);
    }

    /** Whether waiting will not help: what the hub is configured with is wrong. */
    public boolean isRefusal() {
        return refused;
    }
}
