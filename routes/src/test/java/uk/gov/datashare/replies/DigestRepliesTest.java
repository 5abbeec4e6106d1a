package uk.gov.datashare.replies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.reply.DigestReader;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Item;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.Topics;

/** What becomes of a reply to a digest of five: a command for each item about which it says something, and for no other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestRepliesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String DOMAIN = "hub.example.invalid";
    private static final String NUMBER = "DSR-2M8K-QW0R-7VXC";
    private static final String OWNER = "dwp.owner";
    private static final String FROM = "owner@dwp.gov.uk.example.invalid";
    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);
    private static final List<Item> ITEMS = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Item(number, "DSR-0000-0000-%04d".formatted(number), "T" + (number + 1), 1,
                    "%064x".formatted(number), "Share " + number))
            .toList();
    private static final Verdict SURE = Verdict.of(Assurance.HIGH, "dkim=pass");

    private final SentDigests sent = new SentDigests();
    private final DigestReplies replies = new DigestReplies(new DigestReader(new ReplyReader(DOMAIN)), sent::of, TOKENS,
            new Commands(new Writers(Senders.registry()), TOKENS.codes()), () -> NOW);

    @BeforeEach
    void a_digest_was_sent() {
        sent.note(digest(NUMBER, ITEMS));
    }

    @Test
    void each_line_is_a_decision_on_its_own_case_with_its_own_token_and_evidence() {
        List<Outgoing> outgoing = read("1 approve\n2 query: how long is it kept?\n3-4 approve\n5 reject: too wide");

        assertThat(commands(outgoing)).extracting(ShareCommand::requestId)
                .containsExactlyElementsOf(ITEMS.stream().map(Item::requestId).toList());
        assertThat(commands(outgoing)).extracting(command -> (Object) command.getClass()).containsExactly(Approve.class,
                AskQuestion.class, Approve.class, Approve.class, Reject.class);
        assertThat(commands(outgoing)).map(FromReply.class::cast).allSatisfy(command -> {
            Item item = ITEMS.stream().filter(one -> one.requestId().equals(command.requestId())).findFirst()
                    .orElseThrow();
            assertThat(command.reply().taskId()).isEqualTo(item.taskId());
            assertThat(command.reply().by()).contains(OWNER);
            assertThat(command.reply().tokenDigest()).isEqualTo(ReplyTokens.digest(
                    TOKENS.token(item.requestId(), 1, item.taskId(), OWNER, item.contentHash())));
            assertThat(command.reply().evidence().rule()).startsWith("digest." + item.number() + ".");
            assertThat(command.reply().evidence().assurance()).isEqualTo(Assurance.HIGH);
        });
        assertThat(note(outgoing).numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(note(outgoing).unclear()).isEmpty();
    }

    @Test
    void all_speaks_of_every_item() {
        assertThat(commands(read("all approve"))).hasSize(5).allMatch(Approve.class::isInstance);
    }

    @Test
    void a_line_that_is_not_clear_is_clarified_for_its_item_alone() {
        List<Outgoing> outgoing = read("1 approve\n2 looks fine I suppose\n3 approve");
        assertThat(commands(outgoing)).extracting(command -> (Object) command.getClass()).containsExactly(Approve.class,
                ReportUnclear.class, Approve.class);
    }

    @Test
    void what_is_left_out_stays_open() {
        assertThat(commands(read("4 approve"))).singleElement()
                .extracting(ShareCommand::requestId).isEqualTo("DSR-0000-0000-0004");
    }

    @Test
    void a_number_that_is_not_there_is_told_to_its_writer_once_and_decides_nothing() {
        List<Outgoing> outgoing = read("1 approve\n9 approve");
        assertThat(commands(outgoing)).hasSize(1);
        assertThat(note(outgoing).unclear()).singleElement().asString().contains("9");
        assertThat(note(outgoing).numbers()).containsExactly(1);
    }

    @Test
    void a_reply_without_a_number_decides_nothing_and_is_answered_once() {
        List<Outgoing> outgoing = read("approve");
        assertThat(commands(outgoing)).isEmpty();
        assertThat(note(outgoing).unclear()).hasSize(1);
        assertThat(outgoing).hasSize(1);
    }

    @Test
    void the_same_mail_again_is_the_same_commands_and_the_same_note() {
        assertThat(ids(read("1 approve\n2 approve"))).isEqualTo(ids(read("1 approve\n2 approve")))
                .doesNotHaveDuplicates().isNotEqualTo(ids(read("1 approve\n2  approve")));
    }

    @Test
    void the_numbers_of_an_older_digest_mean_what_they_meant() {
        sent.note(digest("DSR-3333-3333-3333", IntStream.rangeClosed(1, 5).mapToObj(number -> {
            Item item = ITEMS.get(5 - number);
            return new Item(number, item.requestId(), item.taskId(), 1, item.contentHash(), item.title());
        }).toList()));
        assertThat(commands(read("1 approve")).getFirst().requestId()).isEqualTo("DSR-0000-0000-0001");
    }

    @Test
    void an_unknown_digest_and_another_token_lead_to_nothing() {
        assertThat(read(FROM, address("DSR-4444-4444-4444", ITEMS), SURE, "1 approve")).isEmpty();
        assertThat(read(FROM, address(NUMBER, ITEMS.subList(0, 4)), SURE, "1 approve")).isEmpty();
    }

    @Test
    void a_stranger_with_the_address_is_left_to_the_process_and_gets_no_answer() {
        List<Outgoing> outgoing = read("x@evil.example.invalid", address(NUMBER, ITEMS), SURE, "1 approve\n9 approve");
        assertThat(((FromReply) commands(outgoing).getFirst()).reply().by()).isEmpty();
        assertThat(note(outgoing).unclear()).isEmpty();
        assertThat(read("x@evil.example.invalid", address(NUMBER, ITEMS), SURE, "approve")).isEmpty();
        assertThat(read(FROM, address(NUMBER, ITEMS), Verdict.of(Assurance.LOW, "none"), "approve")).isEmpty();
    }

    @Test
    void a_mailbox_that_answers_by_itself_is_away_for_every_item_and_decides_none() {
        List<Outgoing> outgoing = replies.interpret(
                envelope("Auto-Submitted: auto-replied\n" + mail(FROM, "1 approve\nI am out of the office until "
                        + "7 December 2026.")),
                address(NUMBER, ITEMS), SURE);
        assertThat(commands(outgoing)).hasSize(5).allMatch(ReportAway.class::isInstance);
    }

    @Test
    void a_digest_that_comes_back_came_back_for_every_item() {
        List<Outgoing> outgoing = replies.interpret(envelope("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.invalid"
                + "\nTo: " + address(NUMBER, ITEMS).as(Purpose.BOUNCES) + "\nSubject: Undelivered Mail\nMIME-Version: "
                + "1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: "
                + "message/delivery-status\n\nReporting-MTA: dns; mx.example.invalid\n\nFinal-Recipient: rfc822; x@y\n"
                + "Action: failed\nStatus: 5.1.1\n--b--\n"), address(NUMBER, ITEMS).as(Purpose.BOUNCES), SURE);
        assertThat(commands(outgoing)).hasSize(5).allMatch(ReportBounce.class::isInstance);
    }

    private List<Outgoing> read(String words) {
        return read(FROM, address(NUMBER, ITEMS), SURE, words);
    }

    private List<Outgoing> read(String from, ReplyAddress to, Verdict origin, String words) {
        return replies.interpret(envelope(mail(from, words)), to, origin);
    }

    private static Letter digest(String number, List<Item> items) {
        return new Letter("digest." + number, Letter.Kind.DIGEST, number, OWNER,
                Optional.of(new Letter.Reply(Letter.DIGEST, 1, MessageJson.hash(items))), Optional.empty(),
                "5 tasks wait for you", "Number 1: \"Share 1\"\n", "<p>Number 1</p>", items);
    }

    private static ReplyAddress address(String number, List<Item> items) {
        return new ReplyAddress(Purpose.APPROVALS, number, ReplyAddress.DIGEST,
                TOKENS.token(number, 1, Letter.DIGEST, OWNER, MessageJson.hash(items)), DOMAIN);
    }

    private static String mail(String from, String words) {
        return "From: " + from + "\nTo: " + address(NUMBER, ITEMS)
                + "\nSubject: Re: 5 tasks wait for you\nMessage-ID: <1@dwp.gov.uk.example.invalid>\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n";
    }

    private static Envelope<byte[]> envelope(String mail) {
        return new Envelope<>("approvals/1/1", URI.create("urn:datashare:hub:mailbox"), MessageTypes.MAIL_RECEIVED,
                "approvals", NOW, "c", Optional.empty(), Optional.empty(), mail.replace("\n", "\r\n").getBytes(UTF_8));
    }

    private static List<ShareCommand> commands(List<Outgoing> outgoing) {
        return outgoing.stream().filter(one -> one.topic().equals(Topics.COMMANDS.name()))
                .map(one -> MessageJson.read(((Outgoing.Event) one).envelope().data(), ShareCommand.class)).toList();
    }

    private static ReplyRead note(List<Outgoing> outgoing) {
        return outgoing.stream().filter(one -> one.topic().equals(Topics.DIGEST.name()))
                .map(one -> MessageJson.read(((Outgoing.Event) one).envelope().data(), ReplyRead.class)).findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<Outgoing> outgoing) {
        return outgoing.stream().map(one -> ((Outgoing.Event) one).envelope().id()).toList();
    }
}
