package uk.gov.datashare.connectors.email.authenticity;

import uk.gov.datashare.connectors.email.MailAddresses;

/** Tells which of a mail's Authentication-Results are those of a server that the hub trusts. Anybody can write such a field. */
interface TrustedResults {

    /** The field's name. */
    String FIELD = "authentication-results";

    /** The trusted one, if there is one. */
    Found in(MailHeaders headers);

    /** How it was told, for the evidence: {@code authserv-id mx.hub.example}. */
    String mode();

    /** Whether a setting can be the name of a host; a longer one would not fit into the evidence. */
    static boolean isHost(String setting) {
        return MailAddresses.isDomain(setting) && setting.length() <= 100;
    }

    /** What was found. */
    sealed interface Found {

        /** These are our server's. */
        record Ours(AuthenticationResults results) implements Found {}

        /** There are none of our server's that can be read. */
        record Nothing() implements Found {}

        /** There are some in our server's name that it did not write. */
        record Forged(int fields) implements Found {}
    }
}
