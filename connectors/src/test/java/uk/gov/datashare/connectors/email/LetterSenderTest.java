package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;

/** Sending letters: few connections, and a clear answer to every one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterSenderTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private ScriptedSmtp server;
    private LetterSender sender;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtp();
        sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.port()), Letters.composer(), now::get);
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
    }

    @Test
    void a_letter_is_taken() {
        assertThat(send("a")).isEqualTo(new Sending.Accepted("<a@hub.example.invalid>"));
        assertThat(server.heard).anyMatch(
                line -> line.matches("MAIL FROM:<bounces\\+7k3m9qpx2abc-t7-[a-z2-7]{26}@hub.example.invalid>.*"))
                .contains("RCPT TO:<" + Letters.JO + ">");
    }

    @Test
    void one_connection_takes_a_hundred_letters_and_no_more() {
        for (int letter = 0; letter < 250; letter++) {
            assertThat(send("letter-" + letter)).isInstanceOf(Sending.Accepted.class);
        }
        assertThat(server.mails).hasValue(250);
        assertThat(server.connections).hasValue(3);
    }

    @Test
    void threads_share_as_many_connections_as_there_are_threads() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Sending>> letters = new ArrayList<>();
            for (int letter = 0; letter < 80; letter++) {
                String id = "letter-" + letter;
                letters.add(() -> send(id));
            }
            for (Future<Sending> sent : threads.invokeAll(letters)) {
                assertThat(sent.get()).isInstanceOf(Sending.Accepted.class);
            }
        }
        assertThat(server.mails).hasValue(80);
        assertThat(server.connections.get()).isBetween(1, 4);
    }

    @Test
    void a_connection_that_went_away_meanwhile_is_replaced() throws IOException {
        send("a");
        server.dropAll();
        now.set(now.get().plus(Duration.ofMinutes(1)));
        assertThat(send("b")).isInstanceOf(Sending.Accepted.class);
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void an_unknown_address_is_refused_for_good() {
        server.answer("RCPT", "550 5.1.1 no such user");
        assertThat(send("a")).isInstanceOfSatisfying(Sending.Refused.class,
                refused -> assertThat(refused.because()).contains("no such user"));
    }

    @Test
    void a_full_mailbox_may_have_room_later() {
        server.answer("RCPT", "452 4.2.2 mailbox full");
        assertThat(send("a")).isInstanceOfSatisfying(Sending.PutOff.class,
                later -> assertThat(later.because()).contains("mailbox full"));
    }

    @Test
    void a_letter_that_is_refused_whole_is_refused_for_good() {
        server.answer(".", "554 5.7.1 not wanted");
        assertThat(send("a")).isInstanceOf(Sending.Refused.class);
        server.answer(".", "451 4.3.0 not now");
        assertThat(send("b")).isInstanceOf(Sending.PutOff.class);
    }

    @Test
    void a_server_that_asks_for_a_login_says_nothing_against_the_letter() {
        server.answer("MAIL", "530 5.7.0 log in first");
        assertThat(send("a")).isInstanceOf(Sending.TryLater.class);
    }

    @Test
    void a_server_that_hangs_up_is_tried_later_and_the_next_letter_goes() {
        server.answer("DATA", "hang up");
        assertThat(send("a")).isInstanceOf(Sending.TryLater.class);
        server.answer("DATA", "354 go on");
        assertThat(send("b")).isInstanceOf(Sending.Accepted.class);
    }

    @Test
    void a_server_that_is_away_is_tried_later() throws IOException {
        int nobodyThere;
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyThere = port.getLocalPort();
        }
        try (var other = new LetterSender(SmtpSettings.plain("127.0.0.1", nobodyThere), Letters.composer(), now::get)) {
            assertThat(other.send(Letters.task("a"), Letters.JO)).isInstanceOf(Sending.TryLater.class);
        }
    }

    @Test
    void a_letter_that_cannot_be_written_never_reaches_the_server() {
        assertThat(sender.send(Letters.task("a"), "jo@dept.example.invalid>\r\nRCPT TO:<mallory@evil.example"))
                .isInstanceOf(Sending.Refused.class);
        assertThat(sender.send(Letters.letter("a", "x\r\nBcc: mallory@evil.example", Optional.empty()), Letters.JO))
                .isInstanceOf(Sending.Refused.class);
        assertThat(server.connections).hasValue(0);
    }

    private Sending send(String letterId) {
        return sender.send(Letters.task(letterId), Letters.JO);
    }
}
