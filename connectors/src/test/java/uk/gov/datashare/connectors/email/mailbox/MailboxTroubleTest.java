package uk.gov.datashare.connectors.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** What goes wrong between the hub and its mailbox: nothing is lost, and nothing is sent on twice that need not be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxTroubleTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final String DOMAIN = "hub.example.invalid";

    private interface Then {
        void happens() throws Exception;
    }

    @TempDir
    Path folder;

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Then>> onceOnTheBackbone = new AtomicReference<>(Optional.empty());
    private EmbeddedMailServer server;
    private MailClient client;
    private ImapProxy proxy;
    private Mailbox mailbox;
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedMailServer.start(new EmbeddedMailServer.Settings(folder, 0, 0, DOMAIN, _ -> false));
        client = new MailClient(server);
        proxy = new ImapProxy(server.imapPort());
        mailbox = Mailbox.of(MailboxHub.mailbox(proxy.port(), EmbeddedMailServer.HUB_MAILBOX), DOMAIN,
                InstantSource.system(), Optional.empty());
        camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + Backbone.SEND).errorHandler(noErrorHandler())
                        .process(MailboxTroubleTest.this::take);
            }
        });
        camel.addRoutes(new MailboxRoutes(List.of(mailbox)));
        camel.start();
        await().atMost(A_WHILE).until(() -> mailbox.state().lastLook().isPresent());
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        proxy.close();
        server.close();
    }

    /** What is to happen happens before the key is there, for that is what the tests wait for before they go on. */
    private void take(Exchange exchange) throws Exception {
        Optional<Then> then = onceOnTheBackbone.getAndSet(Optional.empty());
        if (then.isPresent()) {
            then.get().happens();
        }
        for (Object one : exchange.getMessage().getMandatoryBody(List.class)) {
            keys.add(((Outgoing.Event) one).key());
        }
    }

    private void submit() throws Exception {
        client.submit("jo@dept.example.invalid", "approvals@" + DOMAIN,
                "From: jo@dept.example.invalid\r\nSubject: one\r\n\r\nApprove\r\n");
    }

    private void shelved(String shelf, int mails) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents(shelf)).hasSize(mails));
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("INBOX")).isEmpty());
    }

    @Test
    void a_connection_that_drops_in_a_fetch_costs_time_and_no_mail() throws Exception {
        proxy.fetchesToCut.set(2);
        submit();
        submit();
        shelved("Unmatched", 2);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(proxy.fetchesToCut).hasValue(0);
    }

    @Test
    void a_mail_whose_shelf_is_full_stays_and_is_not_sent_again() throws Exception {
        proxy.copiesToRefuse.set(3);
        submit();
        await().atMost(A_WHILE).until(() -> proxy.copiesToRefuse.get() == 0);
        shelved("Unmatched", 1);
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_mail_over_size_stays_in_the_inbox_until_it_is_in_quarantine() throws Exception {
        proxy.copiesToRefuse.set(2);
        client.submit("jo@dept.example.invalid", "approvals@" + DOMAIN,
                "From: jo@dept.example.invalid\r\nSubject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(11_000));
        shelved("Quarantine", 1);
        assertThat(proxy.copiesToRefuse).hasValue(0);
        assertThat(keys).isEmpty();
    }

    @Test
    void a_mail_that_a_person_takes_out_meanwhile_stops_nothing() throws Exception {
        onceOnTheBackbone.set(Optional.of(this::emptyTheInbox));
        submit();
        await().atMost(A_WHILE).until(() -> keys.size() == 1);
        submit();
        await().atMost(A_WHILE).until(() -> keys.size() == 2);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("INBOX")).isEmpty());
        assertThat(keys).doesNotHaveDuplicates();
    }

    private void emptyTheInbox() throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.imapPort(), EmbeddedMailServer.HUB_MAILBOX,
                    EmbeddedMailServer.HUB_MAILBOX);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.setFlags(1, inbox.getMessageCount(), new jakarta.mail.Flags(Flag.DELETED), true);
            inbox.close(true);
        }
    }

    @Test
    void the_same_bytes_twice_are_two_mails_for_the_hub_to_tell_apart_or_not() throws Exception {
        submit();
        submit();
        shelved("Unmatched", 2);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void silence_is_an_alarm_after_three_minutes_by_the_hubs_clock_and_some_rounds() {
        var now = new AtomicReference<>(InstantSource.system().instant());
        var silence = new Silence(mailbox.settings(), now::get);
        silence.begin();
        now.updateAndGet(before -> before.plus(Silence.TOO_LONG));
        assertThat(silence.isTooLong()).as("a clock that leaps is no alarm").isFalse();
        silence.goRound();
        silence.goRound();
        silence.goRound();
        assertThat(silence.isTooLong()).isTrue();
        silence.isBroken();
        assertThat(silence.isTooLong()).isFalse();
        assertThat(silence.lastLook()).contains(now.get());
    }
}
