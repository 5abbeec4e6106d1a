package uk.gov.datashare.connectors.email.mailbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.apache.camel.RoutesBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Leadership;

/**
 * Reads mailboxes into {@link uk.gov.datashare.contracts.Topics#MAIL_IN}: every mail at least once, as it came, under the
 * key mailbox/UIDVALIDITY/UID. Of the hubs of a cluster one reads a mailbox at a time, and another goes on when that one is gone;
 * a mail that was in hand then may come twice, under the same key.
 */
public final class MailboxReader {

    private final List<Mailbox> mailboxes;

    private MailboxReader(List<ImapSettings> mailboxes, String mailDomain, InstantSource clock,
            Function<ImapSettings, Optional<Leadership>> leads) {
        this.mailboxes = mailboxes.stream()
                .map(mailbox -> Mailbox.of(mailbox, mailDomain, clock, leads.apply(mailbox))).toList();
    }

    /**
     * A reader of these mailboxes, each under a lead of its own on this backbone.
     *
     * @param mailboxes  where replies and bounces come to
     * @param mailDomain the hub's mail domain, by which its own references are known
     * @param clock      says when a mail was received by the hub
     */
    public static MailboxReader inCluster(List<ImapSettings> mailboxes, String mailDomain, InstantSource clock,
            Backbone backbone) {
        return new MailboxReader(mailboxes, mailDomain, clock, mailbox -> Optional.of(
                backbone.leadership("mailbox." + mailbox.name().replaceAll("[^a-z0-9.-]", "-"))));
    }

    /** The routes of a reader that nobody else reads beside, and that asks nobody for the lead. */
    public static RoutesBuilder routes(List<ImapSettings> mailboxes, String mailDomain, InstantSource clock) {
        return new MailboxReader(mailboxes, mailDomain, clock, _ -> Optional.empty()).routes();
    }

    /**
     * The routes that read these mailboxes, one for each. They end at the backbone's {@code direct:} endpoint, which must be
     * in the same Camel context.
     */
    public RoutesBuilder routes() {
        return new MailboxRoutes(mailboxes);
    }

    /** How it stands with each mailbox, seen from this hub. */
    public List<State> states() {
        return mailboxes.stream().map(Mailbox::state).toList();
    }

    /**
     * How it stands with a mailbox.
     *
     * @param mailbox  its name
     * @param readHere whether this hub reads it
     * @param leader   which hub reads it, as far as this one knows
     * @param lastLook when this hub last looked into it; empty when it never did
     * @param silent   whether this hub ought to read it and has not been able to for three minutes
     */
    public record State(String mailbox, boolean readHere, Optional<String> leader, Optional<Instant> lastLook,
            boolean silent) {}
}
