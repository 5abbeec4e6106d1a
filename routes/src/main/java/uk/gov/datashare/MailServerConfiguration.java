package uk.gov.datashare;

import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.archive.ArchiveSettings;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;

/** The mail servers: those that are configured, or one in this process. The sandbox always has its own, and mails nobody else. */
@Configuration
@Profile("!sandbox")
class MailServerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerConfiguration.class);

    /**
     * The server that takes the hub's letters, by Spring's usual names.
     *
     * @param host       its name; empty for the mail server in this process
     * @param port       its port
     * @param username   whom to log in as
     * @param password   the password; never shown
     * @param properties of which {@code mail.smtp.starttls.required} is heeded
     */
    @ConfigurationProperties("spring.mail")
    record Smtp(Optional<String> host, @DefaultValue("587") int port, Optional<String> username,
            Optional<String> password,
            @DefaultValue Map<String, String> properties) {

        SmtpSettings settings() {
            return new SmtpSettings(host.orElseThrow(), port, username, password,
                    Boolean.parseBoolean(properties.getOrDefault("mail.smtp.starttls.required", "false")));
        }

        /** Everything but what is secret. */
        @Override
        public String toString() {
            return "Smtp[" + host.orElse("embedded") + ":" + port + "]";
        }
    }

    @Bean
    MailServers mailServers(HubSettings hub, Smtp smtp) {
        if (smtp.host().isEmpty() && hub.mail().imap().host().isEmpty()) {
            return MailServers.embedded(
                    new EmbeddedMailServer.Settings(hub.folder().resolve("mail"), 0, 0, hub.mail().domain(),
                            _ -> false));
        }
        if (smtp.host().isEmpty() || hub.mail().imap().host().isEmpty()) {
            throw new IllegalStateException(
                    "Set both spring.mail.host and hub.mail.imap.host to use mail servers of your own, "
                            + "or neither to use the one in the hub's own process");
        }
        return MailServers.at(smtp.settings(), imap(hub.mail().imap()), archive(hub.mail()));
    }

    private static Optional<ArchiveSettings> archive(HubSettings.Mail mail) {
        HubSettings.Archive archive = mail.archive();
        if (archive.mode() == HubSettings.Archive.Mode.NONE) {
            LOG.warn("hub.mail.archive.mode is none: no copies of letters are kept, so letters that are under way when "
                    + "the hub is killed may be sent twice, under the same Message-ID");
            return Optional.empty();
        }
        String address = archive.address().orElseThrow(() -> new IllegalStateException(
                "Set hub.mail.archive.address to a mailbox for copies of the hub's letters, by which it knows after a "
                        + "crash which have left, or hub.mail.archive.mode=none if letters may then go twice"));
        var mailbox = new ImapSettings(archive.host().or(mail.imap()::host).orElseThrow(),
                archive.port().orElse(mail.imap().port()), archive.tls().orElse(mail.imap().tls()),
                archive.user().orElse(mail.imap().user()),
                archive.password().or(mail.imap()::password).orElse(""),
                archive.folder().orElse(archive.user().isPresent() ? ImapSettings.INBOX : "Archive"),
                mail.imap().poll());
        return Optional.of(new ArchiveSettings(address, mailbox, archive.deliveredWithin(), archive.keptFor()));
    }

    private static ImapSettings imap(HubSettings.Imap imap) {
        return new ImapSettings(imap.host().orElseThrow(), imap.port(), imap.tls(), imap.user(),
                imap.password().orElse(""),
                ImapSettings.INBOX, imap.poll());
    }
}
