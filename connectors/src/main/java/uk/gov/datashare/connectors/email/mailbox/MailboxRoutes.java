package uk.gov.datashare.connectors.email.mailbox;

import java.util.List;

import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.dsl.MailEndpointBuilderFactory.MailEndpointConsumerBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.tokens.XOAuth2;

/** The way in for mail: off the mailbox, onto the backbone, and only then onto its shelf. */
final class MailboxRoutes extends EndpointRouteBuilder {

    static final String READ = "email.read-mailbox";

    /** Readers start when everything that they call runs. */
    private static final int LAST = 200_000;
    private static final String TIMEOUT_MILLIS = "30000";

    private final List<Mailbox> mailboxes;

    MailboxRoutes(List<Mailbox> mailboxes) {
        this.mailboxes = List.copyOf(mailboxes);
    }

    /** Each route waits until its mailbox is opened: when all else runs, and this hub leads. */
    @Override
    public void configure() throws Exception {
        int order = LAST;
        for (Mailbox mailbox : mailboxes) {
            read(mailbox, order++);
        }
        var opening = new Opening(mailboxes);
        getContext().addStartupListener(opening);
        getContext().addService(opening);
    }

    /** Whatever fails, the mail stays unseen where it is and the next look finds it again; other mails go on. */
    private void read(Mailbox mailbox, int order) {
        from(mailsOf(mailbox.settings(), mailbox.looks()))
                .routeId(mailbox.routeId())
                .routeDescription("Puts each mail on the backbone as it came, and then on its shelf in the mailbox")
                .routeProperty(Backbone.WRITES, "mail-in")
                .startupOrder(order)
                .autoStartup(false)
                .process(mailbox.intake()::take)
                .filter().body(List.class, mails -> !mails.isEmpty()).to(direct(Backbone.SEND)).end()
                .process(mailbox.intake()::shelve);
    }

    /**
     * Camel must not take the mail apart: one that it cannot read would stop the mailbox for ever. Nor must it name a mail by
     * its Message-ID, which is its sender's choice.
     */
    private EndpointConsumerBuilder mailsOf(ImapSettings mailbox, Looks looks) {
        String server = mailbox.host() + ":" + mailbox.port();
        String protocol = mailbox.tls() ? "imaps" : "imap";
        MailEndpointConsumerBuilder mails = mailbox.tls() ? imaps(server) : imap(server);
        var careful = mails
                .unseen(true)
                .peek(true)
                .delay(mailbox.delay().toMillis())
                .initialDelay(0)
                .greedy(true)
                .advanced()
                .folderName(mailbox.folder())
                .authenticator(looks)
                .pollStrategy(looks)
                .exceptionHandler(looks)
                .mapMailMessage(false)
                .mailUidGenerator((_, mail) -> Integer.toString(mail.getMessageNumber()))
                .additionalJavaMailProperties(protocol + ".partialfetch", "false")
                .additionalJavaMailProperties(protocol + ".writetimeout", TIMEOUT_MILLIS)
                .additionalJavaMailProperties(protocol + ".ssl.checkserveridentity", "true");
        mailbox.tokens().ifPresent(_ -> XOAuth2.properties(protocol + ".")
                .forEach(careful::additionalJavaMailProperties));
        return careful;
    }
}
