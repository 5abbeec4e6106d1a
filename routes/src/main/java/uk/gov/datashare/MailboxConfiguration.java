package uk.gov.datashare;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.RoutesBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader;

/** The mailboxes that replies and bounces come to, each read by one hub of the cluster. */
@Configuration
class MailboxConfiguration {

    /**
     * A second mailbox, for mail servers that put what comes back to {@code bounces+} addresses into one of its own.
     *
     * @param host     its server
     * @param port     its port
     * @param user     whom to log in as; empty when there is no second mailbox
     * @param password the password; never shown
     * @param tls      whether the connection is encrypted from the start
     * @param poll     how long to wait between two looks
     */
    @ConfigurationProperties("hub.mail.bounces")
    record Bounces(Optional<String> host, @DefaultValue("993") int port, Optional<String> user,
            Optional<String> password, @DefaultValue("true") boolean tls, @DefaultValue("5s") Duration poll) {

        Optional<ImapSettings> mailbox(ImapSettings first) {
            return user.map(name -> new ImapSettings(host.orElse(first.host()),
                    host.map(_ -> port).orElse(first.port()),
                    host.map(_ -> tls).orElse(first.tls()), name, password.orElse(""), ImapSettings.INBOX, poll));
        }

        /** Everything but the password. */
        @Override
        public String toString() {
            return "Bounces[" + user.orElse("none") + "]";
        }
    }

    @Bean
    MailboxReader mailboxReader(MailServers servers, Bounces bounces, MailTokens tokens, HubMail hubMail,
            Backbone backbone, InstantSource clock) {
        var mailboxes = Stream.concat(Stream.of(servers.imap()), bounces.mailbox(servers.imap()).stream())
                .map(mailbox -> servers.embedded().isPresent() ? mailbox : tokens.at(mailbox, clock)).toList();
        return MailboxReader.inCluster(mailboxes, hubMail.domain(), clock, backbone);
    }

    @Bean
    RoutesBuilder mailboxRoutes(MailboxReader reader) {
        return reader.routes();
    }
}
