package uk.gov.datashare.connectors.email.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.apache.camel.impl.DefaultCamelContext;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** As much of a hub as reads its mailbox, beside others on the same broker. */
final class MailboxHub implements AutoCloseable {

    static final String DOMAIN = "hub.example.invalid";

    private final DefaultCamelContext camel;
    final MailboxReader reader;

    private MailboxHub(DefaultCamelContext camel, MailboxReader reader) {
        this.camel = camel;
        this.reader = reader;
    }

    static MailboxHub start(String servers, String name, Path folder, ImapSettings... mailboxes) throws Exception {
        var backbone = Backbone.open(BackboneSettings.at(servers, folder).named(name));
        var reader = MailboxReader.inCluster(List.of(mailboxes), DOMAIN, InstantSource.system(), backbone);
        var camel = new DefaultCamelContext();
        camel.addRoutes(backbone.routes(List.of()));
        camel.addRoutes(reader.routes());
        camel.start();
        return new MailboxHub(camel, reader);
    }

    static ImapSettings mailbox(int port, String user) {
        return new ImapSettings(EmbeddedMailServer.LOOPBACK, port, false, user, user, ImapSettings.INBOX,
                Duration.ofMillis(50));
    }

    boolean reads(String mailbox) {
        return reader.states().stream().anyMatch(state -> state.mailbox().equals(mailbox) && state.readHere());
    }

    /** A hub in a process of its own, to be killed. */
    static Process startProcess(String servers, String name, Path folder, int imapPort) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                MailboxHub.class.getName(), servers, name, folder.toString(), Integer.toString(imapPort))
                .inheritIO().start();
    }

    public static void main(String[] given) throws Exception {
        start(given[0], given[1], Path.of(given[2]),
                mailbox(Integer.parseInt(given[3]), EmbeddedMailServer.HUB_MAILBOX));
        Thread.currentThread().join();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
