package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.datashare.endtoend.Correspondence.PATIENCE;
import static uk.gov.datashare.endtoend.Correspondence.replyAddress;
import static uk.gov.datashare.endtoend.Correspondence.requestId;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.endtoend.Post.Letter;
import uk.gov.datashare.mailserver.Maildir;
import uk.gov.datashare.mailserver.NeedsMailServer;
import uk.gov.datashare.mailserver.RealMailServer;
import uk.gov.datashare.mailserver.Sender;
import uk.gov.datashare.mailserver.Settings;

/** Replies, forgeries and refusals at a real mail server, which signs, judges and refuses as an organisation's own does. */
@NeedsMailServer
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMailIT {

    private static final String HUB = "datashare.example.invalid";
    private static final String APPROVALS = "approvals@" + HUB;
    /** Somebody at a department that has nothing to do with it, whose server signs what they send. */
    private static final String MALLORY = "mallory@hmrc.gov.uk.example.invalid";

    private RealMailServer server;
    private RunningHub hub;
    private Listener heard;
    private Correspondence mail;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = RealMailServer.start(Settings.of(HUB, "dft.gov.uk.example.invalid", "os.gov.uk.example.invalid",
                "hmrc.gov.uk.example.invalid", "registry.data-share.gov.uk.example.invalid"));
        Place place = Place.in(folder);
        hub = RunningHub.at(place, settings());
        Department transport = Department.ofTransport(Outside.of(place));
        heard = Listener.to(transport.outside(), Books.EVENTS, Books.DEAD_LETTERS, "datashare.commands.v1");
        mail = new Correspondence(server, transport, heard);
    }

    private List<String> settings() {
        return List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.doors().submission(),
                "--spring.mail.username=" + APPROVALS, "--spring.mail.password=" + RealMailServer.PASSWORD,
                "--hub.mail.imap.host=127.0.0.1", "--hub.mail.imap.port=" + server.doors().imap(),
                "--hub.mail.imap.user=" + APPROVALS, "--hub.mail.imap.password=" + RealMailServer.PASSWORD,
                "--hub.mail.imap.tls=false", "--hub.mail.imap.poll=200ms", "--hub.mail.archive.address=archive@" + HUB,
                "--hub.mail.archive.user=archive@" + HUB, "--hub.mail.archive.delivered-within=2s",
                "--hub.mail.authentication.mode=authserv-id",
                "--hub.mail.authentication.authserv-id=" + server.settings().authservId(),
                "--hub.mail.authentication.dkim-keys=" + server.publicKeys());
    }

    @AfterAll
    void stop() {
        if (heard != null) {
            heard.close();
        }
        if (hub != null) {
            hub.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_reply_from_the_approvers_own_server_approves() throws MessagingException {
        Letter letter = mail.asked("real");
        Sender.at(server, letter.to()).send(mail.reply(letter, letter.to(), "Approve"), letter.to(),
                replyAddress(letter));
        Message decided = mail.event(requestId(letter), "approval.decided");
        assertThat(decided.at("/event/outcome")).isEqualTo("APPROVE");
        assertThat(decided.at("/event/evidence/assurance")).isEqualTo("HIGH");
        assertThat(decided.json().at("/event/evidence").toString()).contains("dkim=pass");
    }

    @Test
    void somebody_elsewhere_in_the_approvers_name_decides_nothing() throws MessagingException {
        Letter letter = mail.asked("spoof");
        Sender.outside(server).send(mail.reply(letter, letter.to(), "Approve"), letter.to(), replyAddress(letter));
        doesNotCount(letter, "NOT_SURE_WHO");
    }

    @Test
    void nor_do_they_when_they_bring_results_in_our_servers_name() throws MessagingException {
        Letter letter = mail.asked("injected");
        String results = "Authentication-Results: " + server.settings().authservId() + "; dkim=pass header.d="
                + letter.to().substring(letter.to().indexOf('@') + 1) + "\r\n";
        byte[] forged = (results + new String(mail.reply(letter, letter.to(), "Approve"), UTF_8)).getBytes(UTF_8);
        Sender.outside(server).send(forged, letter.to(), replyAddress(letter));
        doesNotCount(letter, "NOT_SURE_WHO");
    }

    @Test
    void a_signed_question_cannot_be_made_a_yes_on_its_way() throws MessagingException {
        Letter letter = mail.asked("changed");
        byte[] signed = mail.signed(mail.reply(letter, letter.to(), "Query: for how long?"), letter.to());
        byte[] changed = new String(signed, ISO_8859_1).replace("Query: for how long?", "Approve").getBytes(ISO_8859_1);
        Sender.outside(server).send(changed, letter.to(), replyAddress(letter));
        doesNotCount(letter, "NOT_SURE_WHO");
    }

    @Test
    void a_signed_yes_counts_once_however_often_it_comes() throws MessagingException {
        Letter letter = mail.asked("replay");
        byte[] signed = mail.signed(mail.reply(letter, letter.to(), "Approve"), letter.to());
        for (int time = 0; time < 3; time++) {
            Sender.outside(server).send(signed, MALLORY, replyAddress(letter));
        }
        await().atMost(PATIENCE).until(() -> mail.commands(requestId(letter), "command.approve").size() == 3);
        assertThat(mail.event(requestId(letter), "approval.decided").at("/event/evidence/assurance")).isEqualTo("HIGH");
        mail.asked("after-replay");
        assertThat(mail.events(requestId(letter), "approval.decided")).hasSize(1);
    }

    @Test
    void a_signed_yes_to_one_case_is_no_yes_to_another() throws MessagingException {
        Letter one = mail.asked("yes-to-one");
        Letter other = mail.asked("yes-to-other");
        byte[] signed = mail.signed(mail.reply(one, one.to(), "Approve"), one.to());
        Sender.outside(server).send(signed, MALLORY, replyAddress(other));
        mail.event(requestId(other), "mail.ambiguous");
        assertThat(mail.events(requestId(other), "approval.decided")).isEmpty();
    }

    @Test
    void somebody_else_with_a_good_signature_and_a_stolen_address_decides_nothing() throws MessagingException {
        Letter letter = mail.asked("stolen");
        Sender.at(server, MALLORY).send(mail.reply(letter, MALLORY, "Approve"), MALLORY, replyAddress(letter));
        doesNotCount(letter, "NOT_YOURS");
    }

    @Test
    void a_mail_with_two_writers_is_put_aside() throws MessagingException {
        Letter letter = mail.asked("two-writers");
        String twice = "From: " + MALLORY + "\r\n" + new String(mail.reply(letter, letter.to(), "Approve"), UTF_8);
        long before = shelved("Quarantine");
        Sender.outside(server).send(twice.getBytes(UTF_8), MALLORY, replyAddress(letter));
        await().atMost(PATIENCE).until(() -> shelved("Quarantine") == before + 1);
        assertThat(mail.events(requestId(letter), "approval.decided")).isEmpty();
    }

    @Test
    void a_full_mailbox_sends_a_report_and_the_task_moves_on() {
        movesOn("full", "552 5.2.2 Mailbox full");
    }

    @Test
    void an_unknown_reader_sends_a_report_and_the_task_moves_on() {
        movesOn("unknown", "550 5.1.1 No such user here");
    }

    private void movesOn(String reference, String refusal) {
        String reader = mail.asked(reference + "-before").to();
        server.refuse(Map.of(reader, refusal));
        try {
            String requestId = mail.opened(reference);
            assertThat(mail.event(requestId, "mail.bounced").at("/event/taskId")).isNotEmpty();
            Message moved = mail.event(requestId, "approval.escalated");
            assertThat(moved.at("/event/to")).isNotEqualTo(moved.at("/event/from"));
            assertThat(mail.firstTo(requestId, "").to()).isNotEqualTo(reader);
            assertThat(mail.events(requestId, "approval.decided")).isEmpty();
        } finally {
            server.refuse(Map.of());
        }
    }

    private void doesNotCount(Letter letter, String why) {
        assertThat(mail.event(requestId(letter), "mail.not-counted").at("/event/why")).isEqualTo(why);
        assertThat(mail.events(requestId(letter), "approval.decided")).isEmpty();
    }

    private long shelved(String folder) {
        return Maildir.of(server, APPROVALS).folder(folder).mails().size();
    }
}
