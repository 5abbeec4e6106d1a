package uk.gov.datashare.connectors.email.mailbox;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.contracts.Topics;

/** Several hubs on one mailbox, with a real broker between them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxInClusterTest {

    private static final int MAILS = 80;
    private static final int FEWER = 30;
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final String APPROVALS = EmbeddedMailServer.HUB_MAILBOX;

    @TempDir
    static Path brokerFolder;

    private static Backbone backbone;

    @TempDir
    Path folder;

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private EmbeddedMailServer server;
    private MailClient client;
    private TopicView view;

    @BeforeAll
    static void startBroker() {
        backbone = Backbone.open(BackboneSettings.embedded(brokerFolder));
        backbone.topics().provide(List.of(Topics.MAIL_IN, Topics.LEADERSHIP));
    }

    @AfterAll
    static void stopBroker() {
        backbone.close();
    }

    /** Each test has a mail server of its own, and so another UIDVALIDITY in its keys. */
    @BeforeEach
    void start() throws Exception {
        server = EmbeddedMailServer
                .start(new EmbeddedMailServer.Settings(folder.resolve("mail"), 0, 0, MailboxHub.DOMAIN, _ -> false));
        client = new MailClient(server);
        view = backbone.view(Topics.MAIL_IN, record -> record.key().ifPresent(keys::add));
        assertThat(view.awaitCaughtUp(A_WHILE)).isTrue();
        keys.clear();
    }

    @AfterEach
    void stop() {
        view.close();
        server.close();
    }

    private MailboxHub hub(String name) throws Exception {
        return MailboxHub.start(backbone.connection().bootstrapServers(), name, folder.resolve(name),
                MailboxHub.mailbox(server.imapPort(), APPROVALS));
    }

    private void submit(int from, int to) throws Exception {
        for (int number = from; number < to; number++) {
            client.submit("jo@dept.example.invalid", "approvals@" + MailboxHub.DOMAIN,
                    "From: jo@dept.example.invalid\r\nSubject: mail " + number + "\r\n\r\nApprove\r\n");
        }
    }

    private void allArrive(int mails) {
        await().atMost(A_WHILE).until(() -> keys.stream().collect(toSet()).size() == mails);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(client.contents("INBOX")).isEmpty());
    }

    @Test
    void every_mail_comes_once_while_two_hubs_run() throws Exception {
        try (var one = hub("hub-a"); var other = hub("hub-b")) {
            await().atMost(A_WHILE).until(() -> one.reads(APPROVALS) || other.reads(APPROVALS));
            submit(0, MAILS);
            allArrive(MAILS);
            assertThat(keys).hasSize(MAILS).doesNotHaveDuplicates();
            assertThat(one.reads(APPROVALS)).isNotEqualTo(other.reads(APPROVALS));
            assertThat(one.reader.states().getFirst().leader()).isPresent()
                    .isEqualTo(other.reader.states().getFirst().leader());
        }
        assertThat(client.contents("Unmatched")).hasSize(MAILS);
    }

    @Test
    void when_the_leader_closes_the_other_goes_on_and_every_mail_comes_once() throws Exception {
        try (var leader = hub("hub-a")) {
            await().atMost(A_WHILE).until(() -> leader.reads(APPROVALS));
            try (var other = hub("hub-b")) {
                submit(0, FEWER / 2);
                await().atMost(A_WHILE).until(() -> !keys.isEmpty());
                close(leader);
                submit(FEWER / 2, FEWER);
                allArrive(FEWER);
                assertThat(other.reads(APPROVALS)).isTrue();
                assertThat(keys).hasSize(FEWER).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void when_the_leader_is_killed_the_other_goes_on_and_only_a_mail_in_hand_may_come_twice() throws Exception {
        Process leader = MailboxHub.startProcess(backbone.connection().bootstrapServers(), "hub-k",
                folder.resolve("hub-k"), server.imapPort());
        try {
            submit(0, 1);
            await().atMost(A_WHILE).until(() -> !keys.isEmpty());
            try (var other = hub("hub-b")) {
                submit(1, FEWER / 2);
                await().atMost(A_WHILE).until(() -> keys.size() > 2);
                leader.destroyForcibly().waitFor();
                submit(FEWER / 2, FEWER);
                allArrive(FEWER);
                assertThat(other.reads(APPROVALS)).isTrue();
                assertThat(keys.size()).isBetween(FEWER, FEWER + 2);
            }
        } finally {
            leader.destroyForcibly().waitFor();
        }
    }

    @Test
    void two_mailboxes_are_read_side_by_side() throws Exception {
        try (var hub = MailboxHub.start(backbone.connection().bootstrapServers(), "hub-a", folder,
                MailboxHub.mailbox(server.imapPort(), APPROVALS),
                MailboxHub.mailbox(server.imapPort(), EmbeddedMailServer.EVERYBODY))) {
            submit(0, 1);
            client.submit("", "bounces@elsewhere.example.invalid",
                    "From: postmaster\r\nSubject: one\r\n\r\nBounce\r\n");
            await().atMost(A_WHILE).until(() -> keys.size() == 2);
            assertThat(IntStream.range(0, 2).mapToObj(at -> keys.get(at).replaceFirst("/.*", "")))
                    .containsExactlyInAnyOrder(APPROVALS, EmbeddedMailServer.EVERYBODY);
            assertThat(hub.reader.states()).allMatch(MailboxReader.State::readHere);
        }
    }

    /** In the middle of a test, and once more at its end. */
    private static void close(AutoCloseable closed) throws Exception {
        closed.close();
    }
}
