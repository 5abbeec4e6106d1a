package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.mailserver.Maildir.Mail;

/** The mail server that other tests rely on does what real ones do. */
@NeedsMailServer
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealMailServerIT {

    private static final String HUB = "hub.example.invalid";
    private static final String APPROVALS = "approvals@" + HUB;
    private static final String ALICE = "alice@dept.example.invalid";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TokenServer tokens;
    private static RealMailServer server;

    @BeforeAll
    static void start() {
        tokens = new TokenServer("hub", "hub-secret", APPROVALS);
        server = RealMailServer.start(Settings.of(HUB, "dept.example.invalid", "other.example.invalid")
                .withUnsigned("town.example.invalid").withTokens(tokens.introspection()));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        tokens.close();
    }

    @Test
    void what_is_submitted_arrives_signed_under_the_address_that_it_was_sent_to() throws MessagingException {
        Sender.at(server, ALICE).send(mail(ALICE, "signed", "Approve"), ALICE, "approvals+signed@" + HUB);
        Mail mail = arrived("signed");
        assertThat(results(mail)).singleElement().asString().contains("dkim=pass")
                .contains("header.d=dept.example.invalid");
        assertThat(mail.header("Delivered-To")).contains("approvals+signed@" + HUB);
        assertThat(mail.header("Return-Path")).contains(ALICE);
    }

    @Test
    void what_nobody_signed_is_none_and_forged_results_are_taken_away() throws MessagingException {
        String forged = "Authentication-Results: mx." + HUB + "; dkim=pass header.d=dept.example.invalid\r\n"
                + "Authentication-Results: MX." + HUB.toUpperCase(java.util.Locale.ROOT) + "; dkim=pass\r\n";
        byte[] raw = (forged + new String(mail(ALICE, "forged", "Approve"), UTF_8)).getBytes(UTF_8);
        Sender.outside(server).send(raw, ALICE, "approvals+forged@" + HUB);
        assertThat(results(arrived("forged"))).singleElement().asString().contains("dkim=none");
    }

    @Test
    void a_body_that_was_changed_fails() throws MessagingException {
        Sender.at(server, ALICE).send(mail(ALICE, "whole", "Approve"), ALICE, "approvals+whole@" + HUB);
        String signed = arrived("whole").text();
        String changed = signed.substring(signed.indexOf("DKIM-Signature")).replace("Approve", "Reject!");
        Sender.outside(server).send(changed.getBytes(UTF_8), ALICE, "approvals+changed@" + HUB);
        await().atMost(PATIENCE).until(() -> mailbox(APPROVALS).stream().anyMatch(mail -> isTo(mail, "changed")));
        assertThat(results(mailbox(APPROVALS).stream().filter(mail -> isTo(mail, "changed")).findFirst().orElseThrow()))
                .singleElement().asString().contains("dkim=fail");
    }

    @Test
    void nobody_sends_through_it_to_elsewhere() {
        assertThatThrownBy(() -> Sender.outside(server).send(mail("a@b.example.invalid", "relay", "Hello"),
                "a@b.example.invalid", "c@d.example.invalid")).hasStackTraceContaining("Relay access denied");
    }

    @Test
    void whom_it_cannot_reach_it_reports_to_the_return_path() throws MessagingException {
        String full = "full@dept.example.invalid";
        String gone = "gone@dept.example.invalid";
        String busy = "busy@dept.example.invalid";
        server.refuse(Map.of(full, "552 5.2.2 Mailbox full", gone, "550 5.1.1 No such user here", busy,
                "452 4.2.2 Mailbox full, try again"));
        for (String address : List.of(full, gone, busy)) {
            String token = address.substring(0, 4);
            Sender.at(server, "hub@" + HUB).send(mail(APPROVALS, "asks " + token, "Please approve."),
                    "bounces+" + token + "@" + HUB, address);
        }
        assertThat(report("full").text()).contains("Action: failed").contains("Status: 5.2.2");
        assertThat(report("gone").text()).contains("Action: failed").contains("Status: 5.1.1");
        assertThat(report("busy").text()).contains("Action: failed").contains("Status: 4.2.2");
        server.refuse(Map.of());
    }

    @Test
    void a_bearer_token_opens_the_mailbox_and_lets_mail_be_handed_in_while_it_is_good() throws MessagingException {
        var properties = new Properties();
        properties.put("mail.imap.auth.mechanisms", "XOAUTH2");
        properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
        properties.put("mail.smtp.auth", "true");
        Session session = Session.getInstance(properties);
        String token = tokens.token();
        try (Store store = session.getStore("imap"); Transport transport = session.getTransport("smtp")) {
            store.connect("127.0.0.1", server.doors().imap(), APPROVALS, token);
            assertThat(store.getFolder("INBOX").exists()).isTrue();
            transport.connect("127.0.0.1", server.doors().submission(), APPROVALS, token);
            assertThat(transport.isConnected()).isTrue();
        }
        tokens.revoke();
        try (Store store = session.getStore("imap")) {
            assertThatThrownBy(() -> store.connect("127.0.0.1", server.doors().imap(), APPROVALS, token))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    private static byte[] mail(String from, String subject, String text) {
        return ("From: " + from + "\r\nTo: approvals@" + HUB + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + subject.replace(' ', '-')
                + "@client.example.invalid>\r\nDate: Tue, 24 Nov 2026 12:00:00 +0000\r\n\r\n"
                + text + "\r\n").getBytes(UTF_8);
    }

    private static Mail arrived(String subject) {
        await(subject).atMost(PATIENCE)
                .until(() -> mailbox(APPROVALS).stream().anyMatch(mail -> mail.header("Subject").equals(subject)));
        return mailbox(APPROVALS).stream().filter(mail -> mail.header("Subject").equals(subject)).findFirst()
                .orElseThrow();
    }

    private static Mail report(String token) {
        await(token).atMost(PATIENCE)
                .until(() -> mailbox("bounces@" + HUB).stream().anyMatch(mail -> isTo(mail, token)));
        return mailbox("bounces@" + HUB).stream().filter(mail -> isTo(mail, token)).findFirst().orElseThrow();
    }

    private static boolean isTo(Mail mail, String token) {
        return mail.header("Delivered-To").contains("+" + token + "@");
    }

    private static List<Mail> mailbox(String address) {
        return Maildir.of(server, address).mails();
    }

    private static List<String> results(Mail mail) {
        return mail.headers("Authentication-Results");
    }
}
