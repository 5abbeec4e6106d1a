package uk.gov.datashare.mailserver;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link RealMailServer} is to be.
 *
 * @param domain        the hub's domain
 * @param departments   domains that sign what their people submit
 * @param unsigned      domains that have mailboxes, and sign nothing
 * @param judge         what judges mail from outside
 * @param introspection who says whether a bearer token is good (RFC 7662); empty for passwords only
 */
public record Settings(String domain, List<String> departments, List<String> unsigned, Judge judge,
        Optional<URI> introspection) {

    /** What writes Authentication-Results. */
    public enum Judge {
        /** DKIM alone. */
        OPENDKIM,
        /** SPF, DKIM, DMARC and ARC, with a name server of its own. */
        RSPAMD
    }

    public Settings {
        requireNonNull(domain);
        departments = List.copyOf(departments);
        unsigned = List.copyOf(unsigned);
        requireNonNull(judge);
        requireNonNull(introspection);
    }

    /** A hub's server, with some departments that sign. */
    public static Settings of(String domain, String... departments) {
        return new Settings(domain, List.of(departments), List.of(), Judge.OPENDKIM, Optional.empty());
    }

    /** The same, with domains that sign nothing. */
    public Settings withUnsigned(String... domains) {
        return new Settings(domain, departments, List.of(domains), judge, introspection);
    }

    /** The same, with Rspamd before the inbound port. */
    public Settings withRspamd() {
        return new Settings(domain, departments, unsigned, Judge.RSPAMD, introspection);
    }

    /** The same, which also takes bearer tokens that this address vouches for. */
    public Settings withTokens(URI introspection) {
        return new Settings(domain, departments, unsigned, judge, Optional.of(introspection));
    }

    /** The name under which the judge signs its results. */
    public String authservId() {
        return "mx." + domain;
    }
}
