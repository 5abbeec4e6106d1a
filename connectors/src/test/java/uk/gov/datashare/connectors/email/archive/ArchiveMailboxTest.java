package uk.gov.datashare.connectors.email.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.contracts.Letter;

/** The archive in a real mailbox, behind the embedded server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveMailboxTest {

    private static final String DOMAIN = "hub.example.invalid";
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private MailServers servers;
    private ArchiveMailbox archive;
    private LetterSender sender;

    @BeforeEach
    void start() {
        servers = MailServers.embedded(new EmbeddedMailServer.Settings(folder, 0, 0, DOMAIN, _ -> false));
        ArchiveSettings embedded = servers.archive().orElseThrow();
        archive = new ArchiveMailbox(
                new ArchiveSettings(embedded.address(), embedded.mailbox(), BOUND, Duration.ofDays(30)), DOMAIN,
                now::get);
        sender = new LetterSender(servers.smtp(), new LetterComposer(new HubMail(DOMAIN, "Hub"),
                new ReplyTokens(new byte[32]), now::get), archive, now::get);
    }

    @AfterEach
    void stop() {
        sender.close();
        archive.close();
        servers.close();
    }

    @Test
    void a_letter_that_has_left_is_found() {
        assertThat(sender.send(letter("case.t1.v1.task.7"), "jo@dept.example.invalid"))
                .isInstanceOf(Sending.Accepted.class);
        assertThat(sender.hasTaken(letter("case.t1.v1.task.7"), now.get())).isEqualTo(Taken.YES);
        assertThat(sender.hasTaken(letter("case.t1.v1.task"), now.get().minus(BOUND))).isEqualTo(Taken.NO);
    }

    @Test
    void a_letter_that_might_still_arrive_is_neither_there_nor_not_there() {
        Instant lastTry = now.get();
        assertThat(sender.hasTaken(letter("a"), lastTry)).isEqualTo(Taken.CANNOT_TELL);
        now.set(lastTry.plus(BOUND));
        assertThat(sender.hasTaken(letter("a"), lastTry)).isEqualTo(Taken.NO);
    }

    @Test
    void an_archive_that_is_away_says_so_and_answers_when_it_is_back() {
        sender.send(letter("a"), "jo@dept.example.invalid");
        servers.close();
        assertThat(sender.hasTaken(letter("a"), Instant.EPOCH)).isEqualTo(Taken.CANNOT_TELL);
    }

    @Test
    void the_archive_is_there_again_after_a_start() {
        sender.send(letter("a"), "jo@dept.example.invalid");
        try (var next = MailServers.embedded(new EmbeddedMailServer.Settings(folder, 0, 0, DOMAIN, _ -> false));
                var again = new ArchiveMailbox(next.archive().orElseThrow(), DOMAIN, now::get)) {
            assertThat(again.holds("<a@" + DOMAIN + ">", now.get())).isEqualTo(Taken.YES);
        }
    }

    @Test
    void old_copies_are_deleted_and_nothing_but_copies() throws Exception {
        sender.send(letter("old"), "jo@dept.example.invalid");
        put("<somebody.elses@dept.example.invalid>");
        now.set(now.get().plus(Duration.ofDays(32)));
        sender.send(letter("new"), "jo@dept.example.invalid");

        assertThat(archive.trim()).isEqualTo(1);
        assertThat(archive.trim()).isZero();
        assertThat(archive.holds("<old@" + DOMAIN + ">", Instant.EPOCH)).isEqualTo(Taken.NO);
        assertThat(archive.holds("<new@" + DOMAIN + ">", Instant.EPOCH)).isEqualTo(Taken.YES);
        assertThat(archive.holds("<somebody.elses@dept.example.invalid>", Instant.EPOCH)).isEqualTo(Taken.YES);
    }

    private void put(String messageId) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(servers.smtp().port()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("a@dept.example.invalid"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(archive.address().orElseThrow()));
        mail.setSentDate(java.util.Date.from(now.get()));
        mail.setText("text");
        mail.saveChanges();
        mail.setHeader("Message-ID", messageId);
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, new Address[]{new InternetAddress(archive.address().orElseThrow())});
        }
    }

    private static Letter letter(String letterId) {
        return new Letter(letterId, Letter.Kind.NOTICE, "DSR-7K3M-9QPX-2ABC", "person-1", Optional.empty(),
                Optional.empty(), "For your information", "Hello\n", "<p>Hello</p>");
    }
}
