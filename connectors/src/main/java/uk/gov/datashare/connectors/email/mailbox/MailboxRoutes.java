package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.dsl.MailEndpointBuilderFactory.MailEndpointConsumerBuilder;
import org.apache.camel.component.mail.MailAuthenticator;

import uk.gov.datashare.connectors.backbone.Backbone;

/** The way in for mail: off the mailbox, onto the backbone, and only then onto its shelf. */
final class MailboxRoutes extends EndpointRouteBuilder {

    static final String READ = "email.read-mailbox";

    /** Readers start when everything that they call runs. */
    private static final int LAST = 200_000;
    private static final String TIMEOUT_MILLIS = "30000";

    private final List<ImapSettings> mailboxes;
    private final String mailDomain;
    private final InstantSource clock;

    MailboxRoutes(List<ImapSettings> mailboxes, String mailDomain, InstantSource clock) {
        this.mailboxes = List.copyOf(mailboxes);
        this.mailDomain = requireNonNull(mailDomain);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void configure() {
        int order = LAST;
        for (ImapSettings mailbox : mailboxes) {
            read(mailbox, new Intake(mailbox.user(), mailDomain, clock), order++);
        }
    }

    /** Whatever fails, the mail stays unseen where it is and the next look finds it again; other mails go on. */
    private void read(ImapSettings mailbox, Intake intake, int order) {
        from(mailsOf(mailbox))
                .routeId(READ + "." + mailbox.user())
                .routeDescription("Puts each mail on the backbone as it came, and then on its shelf in the mailbox")
                .routeProperty(Backbone.WRITES, "mail-in")
                .startupOrder(order)
                .process(intake::take)
                .filter().body(List.class, mails -> !mails.isEmpty()).to(direct(Backbone.SEND)).end()
                .process(Intake::shelve);
    }

    /**
     * Camel must not take the mail apart: one that it cannot read would stop the mailbox for ever. Nor must it name a mail by
     * its Message-ID, which is its sender's choice.
     */
    private EndpointConsumerBuilder mailsOf(ImapSettings mailbox) {
        String server = mailbox.host() + ":" + mailbox.port();
        String protocol = mailbox.tls() ? "imaps" : "imap";
        MailEndpointConsumerBuilder mails = mailbox.tls() ? imaps(server) : imap(server);
        return mails
                .unseen(true)
                .peek(true)
                .delay(mailbox.delay().toMillis())
                .initialDelay(mailbox.delay().toMillis())
                .greedy(true)
                .advanced()
                .folderName(mailbox.folder())
                .authenticator(login(mailbox))
                .mapMailMessage(false)
                .mailUidGenerator((_, mail) -> Integer.toString(mail.getMessageNumber()))
                .additionalJavaMailProperties(protocol + ".partialfetch", "false")
                .additionalJavaMailProperties(protocol + ".writetimeout", TIMEOUT_MILLIS)
                .additionalJavaMailProperties(protocol + ".ssl.checkserveridentity", "true");
    }

    /** The login stands in no URI, and so in no log; a token that must be fetched anew (XOAUTH2) would be fetched here. */
    private static MailAuthenticator login(ImapSettings mailbox) {
        return new MailAuthenticator() {
            @Override
            public PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(mailbox.user(), mailbox.password());
            }
        };
    }
}
