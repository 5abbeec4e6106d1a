package uk.gov.datashare.post;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.email.Archive;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.archive.ArchiveMailbox;
import uk.gov.datashare.connectors.email.archive.ArchiveSettings;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** The post office of a hub and nothing else of it, in this process or in one of its own that can be killed. */
final class PostOfficeAlone implements AutoCloseable {

    static final String DOMAIN = "hub.example.invalid";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /**
     * Started with the broker, the ports of SMTP and IMAP, a folder, and whether there is an archive; lives until it is killed
     * or whoever started it is no more.
     */
    public static void main(String[] given) throws Exception {
        var archive = new ArchiveSettings(EmbeddedMailServer.archiveAddress(DOMAIN),
                new ImapSettings("127.0.0.1", Integer.parseInt(given[2]), false, EmbeddedMailServer.ARCHIVE, "any",
                        ImapSettings.INBOX, Duration.ofSeconds(1)),
                Duration.ZERO, Duration.ofDays(30));
        InstantSource clock = InstantSource.system();
        Backbone backbone = Backbone.open(BackboneSettings.at(given[0], Path.of(given[3])).named("killed"));
        new PostOfficeAlone(backbone, SmtpSettings.plain("127.0.0.1", Integer.parseInt(given[1])),
                Boolean.parseBoolean(given[4]) ? Optional.of(archive) : Optional.empty(), People.registry(), clock);
        while (System.in.read() >= 0) {
            // It ends with its starter.
        }
        Runtime.getRuntime().halt(0);
    }

    PostOfficeAlone(Backbone backbone, SmtpSettings smtp, Optional<ArchiveSettings> copies, Registry registry,
            InstantSource clock) throws Exception {
        var tokens = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);
        Archive archive = copies.<Archive>map(settings -> running(new ArchiveMailbox(settings, DOMAIN, clock)))
                .orElse(Archive.NONE);
        var sender = running(new LetterSender(smtp, new LetterComposer(new HubMail(DOMAIN, "Hub"), tokens, clock),
                archive, clock));
        var configuration = new PostConfiguration();
        var desks = configuration.desks(clock);
        var room = new WaitingRoom(clock);
        var view = running(backbone.view(Topics.MAIL_WAITING, room::take));
        var office = new Clerk.Office(sender, desks.fates(), room, new Breaker(clock), new Domains(clock),
                new Returns(tokens, clock), new PostJournal(new SimpleMeterRegistry()), clock);
        var sending = new PostOffice(Lane.NEW, office, desks.sending(), registry, view::isCaughtUp);
        var again = new PostOffice(Lane.AGAIN, office, desks.sendingAgain(), registry, view::isCaughtUp);
        CamelContext camel = new DefaultCamelContext();
        camel.addRoutes(backbone.routes(
                List.of(configuration.lettersToSend(desks), configuration.lettersToSendAgain(desks))));
        camel.addRoutes(
                new PostRoutes(Stage.whole(sending::send), Stage.whole(again::send), room));
        camel.start();
        running(camel::stop);
    }

    private <T extends AutoCloseable> T running(T started) {
        running.push(started);
        return started;
    }

    @Override
    public void close() {
        for (AutoCloseable each : running) {
            try {
                each.close();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
    }
}
