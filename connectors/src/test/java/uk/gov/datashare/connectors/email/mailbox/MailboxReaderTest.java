package uk.gov.datashare.connectors.email.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
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
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.SmtpSettings;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Topics;

/** Mail coming in, on real SMTP and IMAP; only the backbone is a stand-in, which takes a batch or fails. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxReaderTest {

    private static final String DOMAIN = "hub.example.invalid";
    private static final String JO = "jo.bloggs@dept.example.invalid";
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private final List<Outgoing.Event> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final LetterComposer composer = new LetterComposer(new HubMail(DOMAIN, "Data Share Hub"),
            new ReplyTokens(new byte[32]), CLOCK);
    private EmbeddedMailServer server;
    private MailClient client;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedMailServer
                .start(new EmbeddedMailServer.Settings(folder, 0, 0, DOMAIN, address -> address.startsWith("gone")));
        client = new MailClient(server);
        camel = new DefaultCamelContext();
        camel.addRoutes(backbone());
        camel.addRoutes(MailboxReader.routes(List.of(mailbox()), DOMAIN, CLOCK));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.close();
    }

    private ImapSettings mailbox() {
        return new ImapSettings("127.0.0.1", server.imapPort(), false, EmbeddedMailServer.HUB_MAILBOX, "approvals",
                ImapSettings.INBOX, Duration.ofMillis(100));
    }

    private RouteBuilder backbone() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + Backbone.SEND).errorHandler(noErrorHandler()).process(MailboxReaderTest.this::take)
                        .removeHeaders("*");
            }
        };
    }

    private void take(Exchange exchange) throws InvalidPayloadException {
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the brokers are away");
        }
        for (Object one : exchange.getMessage().getMandatoryBody(List.class)) {
            sent.add((Outgoing.Event) one);
        }
    }

    @Test
    void a_reply_goes_to_the_backbone_as_it_came_and_is_shelved() throws Exception {
        ReplyAddress address = composer.replyAddress(letter()).orElseThrow();
        client.submit(JO, address.toString(), "From: " + JO + "\r\nTo: " + address
                + "\r\nSubject: Re\r\nCamelMailMoveTo: INBOX\r\nSubject: two\r\n\r\nApprove\r\n");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("Processed")).hasSize(1));
        Outgoing.Event event = sent.getFirst();
        assertThat(sent).hasSize(1);
        assertThat(event.topic()).isEqualTo(Topics.MAIL_IN.name());
        assertThat(event.key()).matches("approvals/\\d+/1").isEqualTo(event.envelope().id());
        assertThat(event.envelope().type()).isEqualTo(MessageTypes.MAIL_RECEIVED);
        assertThat(event.envelope().subject()).isEqualTo("DSR-7K3M-9QPX-2ABC");
        assertThat(new String(event.envelope().data(), UTF_8)).contains("Delivered-To: " + address + "\r\n")
                .contains("\r\nCamelMailMoveTo: INBOX\r\n", "\r\nSubject: two\r\n\r\nApprove");
        assertThat(read(event)).isInstanceOf(Reading.Approve.class);
        assertThat(client.contents("INBOX")).isEmpty();
    }

    @Test
    void a_mail_that_belongs_to_nothing_is_shelved_apart() throws Exception {
        client.submit(JO, "approvals@" + DOMAIN,
                "From: " + JO + "\r\nTo: approvals@" + DOMAIN + "\r\nSubject: Hello\r\n\r\nApprove\r\n");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("Unmatched")).hasSize(1));
        assertThat(sent).hasSize(1);
    }

    @Test
    void mails_that_nobody_can_read_stop_nothing() throws Exception {
        List<String> broken = List.of(
                "no headers at all", "From: x\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
                "Content-Type: ;;;\r\nFrom: \"\r\n\r\n\u0000\u00ff\u0080",
                "From: " + JO
                        + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c",
                "From: =?x?Q?=?= <>\r\nDate: never\r\nTo: <<<>>>,;;:\r\nContent-Transfer-Encoding: gzip\r\nContent-Type: text/plain; charset=\"\r\n\r\nx",
                "From: a@b.example.invalid\r\nFrom: c@d.example.invalid\r\nMessage-ID: <\r\n\r\nApprove");
        for (String mail : broken) {
            client.submit(JO, "approvals@" + DOMAIN, mail);
        }
        String address = composer.replyAddress(letter()).orElseThrow().toString();
        client.submit(JO, address, "From: " + JO + "\r\nTo: " + address + "\r\n\r\nApprove\r\n");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("Processed")).hasSize(1));
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("INBOX")).isEmpty());
        assertThat(client.contents("Quarantine")).isNotEmpty();
        assertThat(sent).hasSize(broken.size() + 1);
        assertThat(sent.stream().map(this::read).filter(Reading.Said.class::isInstance)).hasSize(1);
    }

    @Test
    void a_mail_over_size_is_set_aside_and_not_carried() throws Exception {
        client.submit(JO, "approvals@" + DOMAIN,
                "From: " + JO + "\r\nSubject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(11_000));
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("Quarantine")).hasSize(1));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_mail_that_the_backbone_does_not_take_stays_until_it_does() throws Exception {
        failures.set(3);
        String address = composer.replyAddress(letter()).orElseThrow().toString();
        client.submit(JO, address, "From: " + JO + "\r\nTo: " + address + "\r\n\r\nApprove\r\n");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("Processed")).hasSize(1));
        assertThat(failures).hasValue(0);
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_letter_that_comes_back_is_a_bounce_of_its_task() {
        try (var sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.smtpPort()), composer, CLOCK)) {
            assertThat(sender.send(letter(), "gone@dept.example.invalid"))
                    .isInstanceOf(LetterChannel.Sending.Accepted.class);
        }
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(sent).hasSize(1));
        Reading reading = read(sent.getFirst());
        assertThat(reading).isInstanceOfSatisfying(Reading.Bounce.class,
                bounce -> assertThat(bounce.permanent()).isTrue());
        assertThat(reading.provenance().about().map(ReplyAddress::taskId)).contains("T7");
        assertThat(reading.provenance().about())
                .isEqualTo(composer.replyAddress(letter()).map(address -> address.as(ReplyAddress.Purpose.BOUNCES)));
    }

    @Test
    void a_letter_sent_and_answered_leads_back_to_its_own_task() throws Exception {
        try (var sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.smtpPort()), composer, CLOCK)) {
            assertThat(sender.send(letter(), JO)).isInstanceOf(LetterChannel.Sending.Accepted.class);
        }
        List<String> arrived = new ArrayList<>();
        await().atMost(A_WHILE).untilAsserted(() -> {
            arrived.addAll(client.replyTos(EmbeddedMailServer.EVERYBODY));
            assertThat(arrived).hasSize(1);
        });
        client.submit(JO, arrived.getFirst(), "From: Jo <" + JO + ">\r\nTo: " + arrived.getFirst()
                + "\r\nSubject: Re: x\r\n\r\nReject: too wide\r\n");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(sent).hasSize(1));
        assertThat(read(sent.getFirst())).isInstanceOf(Reading.Reject.class);
        assertThat(read(sent.getFirst()).provenance().about()).isEqualTo(composer.replyAddress(letter()));
    }

    private Reading read(Outgoing.Event event) {
        return new ReplyReader(DOMAIN).read(event.envelope().data(), Optional.empty());
    }

    private static Letter letter() {
        return new Letter("case/T7/task", Letter.Kind.TASK, "DSR-7K3M-9QPX-2ABC", "person-1",
                Optional.of(new Letter.Reply("T7", 1, "ab".repeat(32))), Optional.empty(), "Approval needed",
                "Reply.\n", "<p>Reply.</p>");
    }
}
