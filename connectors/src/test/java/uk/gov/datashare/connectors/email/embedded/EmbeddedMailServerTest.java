package uk.gov.datashare.connectors.email.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedMailServerTest {

    private static final Duration A_WHILE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void a_reply_address_leads_to_the_hub_whatever_stands_after_its_plus_sign() throws Exception {
        try (EmbeddedMailServer server = start()) {
            send(server, "lead@dwp.example.invalid", "approvals+abc-t1-xyz@hub.example.invalid", "approve");

            assertThat(subjects(server, "approvals", "INBOX")).containsExactly("approve");
            assertThat(headers(server, "approvals", "Delivered-To"))
                    .containsExactly("approvals+abc-t1-xyz@hub.example.invalid");
            assertThat(headers(server, "approvals", "Return-Path")).containsExactly("<lead@dwp.example.invalid>");
        }
    }

    @Test
    void mail_is_there_again_after_a_start_that_no_stop_preceded() throws Exception {
        try (EmbeddedMailServer killed = start()) {
            send(killed, "hub@hub.example.invalid", "dpo@dwp.example.invalid", "first");
            send(killed, "hub@hub.example.invalid", "dpo@dwp.example.invalid", "second");

            try (EmbeddedMailServer next = start()) {
                assertThat(subjects(next, "everybody", "INBOX")).containsExactly("first", "second");
            }
        }
    }

    @Test
    void mail_that_was_moved_is_found_where_it_was_moved_to_and_what_was_expunged_is_gone() throws Exception {
        try (EmbeddedMailServer server = start()) {
            send(server, "a@dwp.example.invalid", "approvals+x@hub.example.invalid", "to move");
            send(server, "a@dwp.example.invalid", "approvals+x@hub.example.invalid", "to delete");
            moveFirstAndDeleteSecond(server);
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(files()).singleElement().asString().contains("Processed"));
        }
        try (EmbeddedMailServer next = start()) {
            assertThat(subjects(next, "approvals", "INBOX")).isEmpty();
            assertThat(subjects(next, "approvals", "Processed")).containsExactly("to move");
        }
    }

    @Test
    void a_letter_to_a_mailbox_that_does_not_exist_comes_back_to_its_envelope_sender() throws Exception {
        try (EmbeddedMailServer server = start()) {
            send(server, "bounces+abc-t1-xyz@hub.example.invalid", "gone@dwp.example.invalid", "please approve");

            assertThat(subjects(server, "everybody", "INBOX")).isEmpty();
            assertThat(subjects(server, "approvals", "INBOX")).containsExactly("Undelivered mail: no such mailbox");
            assertThat(headers(server, "approvals", "Delivered-To"))
                    .containsExactly("bounces+abc-t1-xyz@hub.example.invalid");
            assertThat(headers(server, "approvals", "Return-Path")).containsExactly("<>");
        }
    }

    private EmbeddedMailServer start() {
        return EmbeddedMailServer.start(new EmbeddedMailServer.Settings(folder, 0, 0, "hub.example.invalid",
                address -> address.startsWith("gone@")));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(".eml")).toList();
        }
    }

    private static void send(EmbeddedMailServer server, String sender, String recipient, String subject)
            throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        properties.put("mail.smtp.from", sender);
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress(sender));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject(subject);
        mail.setText("text");
        Transport.send(mail);
    }

    private static void moveFirstAndDeleteSecond(EmbeddedMailServer server) throws MessagingException {
        try (Store store = connect(server, "approvals"); Folder inbox = store.getFolder("INBOX")) {
            Folder processed = store.getFolder("Processed");
            processed.create(Folder.HOLDS_MESSAGES);
            inbox.open(Folder.READ_WRITE);
            inbox.copyMessages(new Message[]{inbox.getMessage(1)}, processed);
            inbox.setFlags(new int[]{1, 2}, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
    }

    private static List<String> subjects(EmbeddedMailServer server, String user, String folder)
            throws MessagingException {
        return read(server, user, folder, "Subject");
    }

    private static List<String> headers(EmbeddedMailServer server, String user, String name) throws MessagingException {
        return read(server, user, "INBOX", name);
    }

    private static List<String> read(EmbeddedMailServer server, String user, String name, String header)
            throws MessagingException {
        try (Store store = connect(server, user); Folder folder = store.getFolder(name)) {
            folder.open(Folder.READ_ONLY);
            return Arrays.stream(folder.getMessages()).map(message -> header(message, header)).toList();
        }
    }

    private static String header(Message message, String name) {
        try {
            return message.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Store connect(EmbeddedMailServer server, String user) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), user, user);
        return store;
    }
}
