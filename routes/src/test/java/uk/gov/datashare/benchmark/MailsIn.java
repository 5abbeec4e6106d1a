package uk.gov.datashare.benchmark;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader;
import uk.gov.datashare.mailserver.RealMailServer;

/** A mailbox full of replies: taken in by the hub's reader, and by a bare Angus folder with and without moving them after. */
final class MailsIn {

    private static final String ADDRESS = "approvals+token@" + Texts.DOMAIN;

    private final Server server;
    private final AtomicInteger mailboxes = new AtomicInteger();

    MailsIn(Server server) {
        this.server = server;
    }

    List<Competitor> all() {
        return List.of(new Competitor("the hub's reader: to a backbone that does nothing, then moved", new Hub()),
                new Competitor("a bare Angus fetch, nothing else", new Bare(false)),
                new Competitor("a bare Angus fetch, each mail then moved", new Bare(true)));
    }

    private String filled(int mails) throws Exception {
        String mailbox = "in" + mailboxes.incrementAndGet() + "@" + Texts.DOMAIN;
        server.fill(mailbox, IntStream.range(0, mails).mapToObj(number -> Texts.reply(number, ADDRESS)).toList());
        return mailbox;
    }

    private final class Hub implements Competitor.Work {

        private String mailbox = "";

        @Override
        public void prepare(int times) throws Exception {
            mailbox = filled(times);
        }

        @Override
        public void run(int times, int threads) throws Exception {
            var taken = new CountDownLatch(times);
            CamelContext camel = new DefaultCamelContext();
            try {
                camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:" + Backbone.SEND).process(_ -> taken.countDown());
                    }
                });
                var settings = new ImapSettings("127.0.0.1", server.imap(), false, mailbox, RealMailServer.PASSWORD,
                        ImapSettings.INBOX, Duration.ofMillis(5));
                camel.addRoutes(MailboxReader.routes(List.of(settings), Texts.DOMAIN, InstantSource.system()));
                camel.start();
                if (!taken.await(2, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(taken.getCount() + " mails were not taken");
                }
            } finally {
                camel.stop();
            }
        }
    }

    private final class Bare implements Competitor.Work {

        private final boolean moves;
        private String mailbox = "";

        private Bare(boolean moves) {
            this.moves = moves;
        }

        @Override
        public void prepare(int times) throws Exception {
            mailbox = filled(times);
        }

        @Override
        public void run(int times, int threads) throws Exception {
            var properties = new Properties();
            properties.put("mail.imap.partialfetch", "false");
            try (Store store = Session.getInstance(properties).getStore("imap")) {
                store.connect("127.0.0.1", server.imap(), mailbox, RealMailServer.PASSWORD);
                Folder shelf = store.getFolder("Processed");
                if (moves) {
                    shelf.create(Folder.HOLDS_MESSAGES);
                }
                try (Folder inbox = store.getFolder("INBOX")) {
                    inbox.open(Folder.READ_WRITE);
                    take(inbox, shelf, times);
                }
            }
        }

        private void take(Folder inbox, Folder shelf, int times) throws Exception {
            Message[] mails = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            var profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            inbox.fetch(mails, profile);
            long bytes = 0;
            for (Message mail : mails) {
                ((IMAPMessage) mail).setPeek(true);
                var raw = new ByteArrayOutputStream();
                mail.writeTo(raw);
                bytes += raw.size();
                if (moves) {
                    ((IMAPFolder) inbox).copyMessages(new Message[]{mail}, shelf);
                    mail.setFlag(Flags.Flag.DELETED, true);
                }
            }
            if (mails.length != times || bytes < 1_000L * times) {
                throw new IllegalStateException("Only " + mails.length + " mails");
            }
        }
    }
}
