package uk.gov.datashare.connectors.email;

import static uk.gov.datashare.connectors.email.ReplyAddress.Purpose.APPROVALS;

/**
 * The hub as a correspondent: its mail domain, and the name that readers see.
 *
 * @param domain      the domain of its addresses and Message-IDs, which is nobody else's
 * @param displayName the name beside its address
 */
public record HubMail(String domain, String displayName) {

    public HubMail {
        if (!MailAddresses.isDomain(domain)) {
            throw new IllegalArgumentException("Not a domain name: " + domain);
        }
        HeaderText.checked("display name", displayName);
    }

    /** The address that every letter comes from. */
    public String from() {
        return APPROVALS.mailbox() + "@" + domain;
    }
}
