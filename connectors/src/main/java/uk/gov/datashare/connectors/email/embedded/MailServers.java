package uk.gov.datashare.connectors.email.embedded;

import java.time.Duration;
import java.util.Optional;

import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.archive.ArchiveSettings;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;

/**
 * The servers that the hub hands its letters to and reads replies from.
 *
 * @param smtp     where letters are handed in
 * @param imap     the mailbox that replies come to
 * @param archive  the mailbox for copies of letters; empty when the operator wants none
 * @param embedded the server in this process behind both, where none is configured
 */
public record MailServers(SmtpSettings smtp, ImapSettings imap, Optional<ArchiveSettings> archive,
        Optional<EmbeddedMailServer> embedded)
        implements
            AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(200);

    /** Servers that run elsewhere. */
    public static MailServers at(SmtpSettings smtp, ImapSettings imap, Optional<ArchiveSettings> archive) {
        return new MailServers(smtp, imap, archive, Optional.empty());
    }

    /** A server in this process, started with these settings. */
    public static MailServers embedded(EmbeddedMailServer.Settings settings) {
        EmbeddedMailServer server = EmbeddedMailServer.start(settings);
        var imap = new ImapSettings(EmbeddedMailServer.LOOPBACK, server.imapPort(), false,
                EmbeddedMailServer.HUB_MAILBOX,
                EmbeddedMailServer.HUB_MAILBOX, ImapSettings.INBOX, SOON);
        var copies = new ImapSettings(EmbeddedMailServer.LOOPBACK, server.imapPort(), false,
                EmbeddedMailServer.ARCHIVE, EmbeddedMailServer.ARCHIVE, ImapSettings.INBOX, SOON);
        // It has put a mail and its copy into their mailboxes before it says that it took them.
        var archive = new ArchiveSettings(EmbeddedMailServer.archiveAddress(settings.hubDomain()), copies,
                Duration.ZERO, ArchiveSettings.USUALLY_KEPT);
        return new MailServers(SmtpSettings.plain(EmbeddedMailServer.LOOPBACK, server.smtpPort()), imap,
                Optional.of(archive), Optional.of(server));
    }

    /** Stops the server in this process, if there is one. */
    @Override
    public void close() {
        embedded.ifPresent(EmbeddedMailServer::close);
    }
}
