package uk.gov.datashare.connectors.email.tokens;

import java.time.Instant;

/** A token, and until when the hub shows it to others. */
record AccessToken(String value, Instant goodUntil) {

    /** Not the token. */
    @Override
    public String toString() {
        return "AccessToken[until " + goodUntil + "]";
    }
}
