package uk.gov.datashare.connectors.email.authenticity;

/** What the registry knows of domains: from which ones an organisation's people write. */
@FunctionalInterface
public interface RegisteredDomains {

    /**
     * Whether a domain is registered for the organisation of whoever writes from an address.
     *
     * @param sender a mail address, in lower case
     * @param domain a domain name, in lower case
     */
    boolean isOf(String sender, String domain);
}
