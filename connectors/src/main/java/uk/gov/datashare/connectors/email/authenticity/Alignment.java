package uk.gov.datashare.connectors.email.authenticity;

import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Result;

/**
 * Whether a domain that was proved is that of the sender (RFC 7489 section 3.1, and stricter): it is the very domain in From,
 * or one above it that is registered for the sender's own organisation. So no list of public suffixes is needed.
 */
record Alignment(String sender, RegisteredDomains registered) {

    /** The domain in From, in lower case. */
    String domain() {
        return MailAddresses.domainOf(sender);
    }

    /** Whether this domain speaks for the sender. */
    boolean with(String proved) {
        if (!MailAddresses.isDomain(proved)) {
            return false;
        }
        String lower = proved.toLowerCase(Locale.ROOT);
        return lower.equals(domain()) || (domain().endsWith("." + lower) && registered.isOf(sender, lower));
    }

    /** Whether a DKIM result is about a signature of the sender's domain (RFC 8601 section 2.7.1). */
    boolean withSigner(Result dkim) {
        Optional<String> signer = dkim.property("header.d");
        Optional<String> agent = dkim.property("header.i").map(Alignment::domainIn);
        boolean contradict = signer.isPresent() && agent.filter(one -> !isOrIsBeneath(one, signer.get())).isPresent();
        return !contradict && signer.or(() -> agent).filter(this::with).isPresent();
    }

    /** Whether an SPF result is about a domain that speaks for the sender. */
    boolean withEnvelope(Result spf) {
        return spf.property("smtp.mailfrom").map(Alignment::domainIn).filter(this::with).isPresent();
    }

    /** Whether a DMARC result is about the very domain in From. */
    boolean withFrom(Result dmarc) {
        return dmarc.property("header.from").filter(from -> from.toLowerCase(Locale.ROOT).equals(domain())).isPresent();
    }

    private static String domainIn(String addressOrDomain) {
        return addressOrDomain.substring(addressOrDomain.lastIndexOf('@') + 1);
    }

    private static boolean isOrIsBeneath(String domain, String other) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.equals(other.toLowerCase(Locale.ROOT)) || lower.endsWith("." + other.toLowerCase(Locale.ROOT));
    }
}
