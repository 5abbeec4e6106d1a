package uk.gov.datashare.connectors.email.mailbox;

import java.time.InstantSource;
import java.util.List;

import org.apache.camel.RoutesBuilder;

/**
 * Reads mailboxes into {@link uk.gov.datashare.contracts.Topics#MAIL_IN}: every mail at least once, as it came, under the
 * key mailbox/UIDVALIDITY/UID. Two readers on one mailbox would do so twice, so a cluster must run one.
 */
public final class MailboxReader {

    private MailboxReader() {}

    /**
     * The routes that read these mailboxes, one for each. They end at the backbone's {@code direct:} endpoint, which must be
     * in the same Camel context.
     *
     * @param mailboxes  where replies and bounces come to
     * @param mailDomain the hub's mail domain, by which its own references are known
     * @param clock      says when a mail was received by the hub
     */
    public static RoutesBuilder routes(List<ImapSettings> mailboxes, String mailDomain, InstantSource clock) {
        return new MailboxRoutes(mailboxes, mailDomain, clock);
    }
}
