package uk.gov.datashare.connectors.email.embedded;

import java.time.Duration;
import java.util.Optional;

import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;

/**
 * The servers that the hub hands its letters to and reads replies from.
 *
 * @param smtp     where letters are handed in
 * @param imap     the mailbox that replies come to
 * @param embedded the server in this process behind both, where none is configured
 */
public record MailServers(SmtpSettings smtp, ImapSettings imap, Optional<EmbeddedMailServer> embedded)
        implements
            AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(200);

    /** Servers that run elsewhere. */
    public static MailServers at(SmtpSettings smtp, ImapSettings imap) {
        return new MailServers(smtp, imap, Optional.empty());
    }

    /** A server in this process, started with these settings. */
    public static MailServers embedded(EmbeddedMailServer.Settings settings) {
        EmbeddedMailServer server = EmbeddedMailServer.start(settings);
        var imap = new ImapSettings(EmbeddedMailServer.LOOPBACK, server.imapPort(), false,
                EmbeddedMailServer.HUB_MAILBOX,
                EmbeddedMailServer.HUB_MAILBOX, ImapSettings.INBOX, SOON);
        return new MailServers(SmtpSettings.plain(EmbeddedMailServer.LOOPBACK, server.smtpPort()), imap,
                Optional.of(server));
    }

    /** Stops the server in this process, if there is one. */
    @Override
    public void close() {
        embedded.ifPresent(EmbeddedMailServer::close);
    }
}
