package uk.gov.datashare;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.email.Archive;
import uk.gov.datashare.connectors.email.HubKey;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.archive.ArchiveMailbox;
import uk.gov.datashare.connectors.email.archive.ArchiveSettings;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.registry.Registry;

/** The hub as a correspondent: its name, its secret, its letters out and its mailbox in. */
@Configuration
class MailConfiguration {

    @Bean
    HubMail hubMail(HubSettings settings) {
        return new HubMail(settings.mail().domain(), settings.mail().name());
    }

    /** Up to which marking letters show what a request says. */
    @Bean
    HubSettings.Mail.Marking contentUpTo(HubSettings settings) {
        return settings.mail().contentUpTo();
    }

    @Bean
    ReplyTokens replyTokens(HubSettings settings) {
        return new ReplyTokens(
                settings.key().map(HubKey::fromConfiguration).orElseGet(() -> HubKey.inFolder(settings.folder())));
    }

    @Bean
    Archive archive(MailServers servers, MailTokens logins, HubMail hubMail, InstantSource clock) {
        return servers.archive().map(settings -> takesTokens(servers, settings)
                ? settings.in(logins.at(settings.mailbox(), clock))
                : settings)
                .<Archive>map(settings -> new ArchiveMailbox(settings, hubMail.domain(), clock).trimmed())
                .orElse(Archive.NONE);
    }

    /** A server of somebody else's, for which no password is set. */
    private static boolean takesTokens(MailServers servers, ArchiveSettings settings) {
        return servers.embedded().isEmpty() && settings.mailbox().password().isEmpty();
    }

    @Bean
    LetterSender letterSender(MailServers servers, MailTokens logins, HubMail hubMail, ReplyTokens tokens,
            Archive archive, InstantSource clock) {
        var smtp = servers.embedded().isPresent() ? servers.smtp() : logins.at(servers.smtp(), clock);
        return new LetterSender(smtp, new LetterComposer(hubMail, tokens, clock), archive, clock);
    }

    @Bean
    Authenticity authenticity(MailServers servers, MailAuthentication settings, Registry registry) {
        return settings.authenticity(servers.embedded().isPresent(),
                (sender, domain) -> registry.peopleAt(sender).stream()
                        .flatMap(known -> known.organisation().emailDomains().stream())
                        .anyMatch(domain::equalsIgnoreCase));
    }
}
