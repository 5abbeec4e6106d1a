package uk.gov.datashare.replies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.ConfirmationCodes;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.TrustedRelay;
import uk.gov.datashare.connectors.email.interpretation.Correspondence;
import uk.gov.datashare.connectors.email.interpretation.ReplyInterpreter;
import uk.gov.datashare.connectors.email.interpretation.TimedInterpreter;
import uk.gov.datashare.connectors.email.reply.DigestReader;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.Topics;

/** Each thing that a mail can be, and the command that it becomes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepliesTest {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final String DOMAIN = "hub.example.invalid";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";
    static final String APPROVALS = new ReplyAddress(ReplyAddress.Purpose.APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7",
            TOKEN, DOMAIN).toString();
    private static final String BOUNCES = APPROVALS.replace("approvals+", "bounces+");

    static final ConfirmationCodes CODES = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]).codes();

    static final TimedInterpreter INTERPRETER = new TimedInterpreter(new ReplyInterpreter(new ReplyReader(DOMAIN)),
            Duration.ofSeconds(30));

    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);

    private final Commands commands = new Commands(new Writers(Senders.registry()), CODES);
    private final Replies replies = new Replies(INTERPRETER, TrustedRelay.embedded(), Correspondence.NONE, commands,
            noDigests(commands), () -> NOW);

    /** A hub that has written no digest. */
    static DigestReplies noDigests(Commands commands) {
        return new DigestReplies(new DigestReader(new ReplyReader(DOMAIN)), _ -> Optional.empty(), TOKENS, commands,
                () -> NOW);
    }

    @Test
    void what_people_write_becomes_what_they_mean() {
        assertThat(command("approve")).isInstanceOf(Approve.class);
        assertThat(command("approve with conditions: for a year"))
                .isInstanceOfSatisfying(ApproveWithConditions.class,
                        yes -> assertThat(yes.conditions()).isEqualTo("for a year"));
        assertThat(command("reject: too wide")).isInstanceOfSatisfying(Reject.class,
                no -> assertThat(no.reason()).contains("too wide"));
        assertThat(command("reject")).isInstanceOfSatisfying(Reject.class, no -> assertThat(no.reason()).isEmpty());
        assertThat(command("return: name the processor")).isInstanceOfSatisfying(ReturnForChanges.class,
                back -> assertThat(back.changes()).isEqualTo("name the processor"));
        assertThat(command("query: how long?")).isInstanceOfSatisfying(AskQuestion.class,
                asks -> assertThat(asks.question()).isEqualTo("how long?"));
        assertThat(command("answer: a year")).isInstanceOfSatisfying(GiveAnswer.class,
                gives -> assertThat(gives.answer()).isEqualTo("a year"));
        assertThat(command("not me")).isInstanceOf(Disclaim.class);
        assertThat(command("sign")).isInstanceOf(Sign.class);
        assertThat(command("CONFIRM 4829 1153")).isInstanceOfSatisfying(Confirm.class, again -> assertThat(
                again.codeDigest()).isEqualTo(CODES.digest("DSR-7K3M-9QPX-2ABC", "T7", "48291153")));
    }

    @Test
    void a_command_says_which_task_who_wrote_and_what_proves_it() {
        FromReply command = (FromReply) command("approve");

        assertThat(command.requestId()).isEqualTo("DSR-7K3M-9QPX-2ABC");
        assertThat(command.reply().taskId()).isEqualTo("T7");
        assertThat(command.reply().tokenDigest()).isEqualTo(ReplyTokens.digest(TOKEN));
        assertThat(command.reply().by()).contains("dwp.owner");
        assertThat(command.reply().evidence().rule()).isEqualTo("approve.approve");
        assertThat(command.reply().evidence().rawDigest()).hasSize(64);
        assertThat(command.reply().evidence().assurance()).isNotEqualTo(Evidence.Assurance.LOW);
    }

    @Test
    void letter_case_and_the_look_of_letters_in_an_address_do_not_matter() {
        assertThat(by(command(mail("\uff30at <OWNER@dwp.gov.uk.example.invalid>", APPROVALS, "approve"))))
                .contains("dwp.owner");
    }

    @Test
    void a_strangers_reply_is_nobodys_in_particular() {
        assertThat(by(command(mail("x@evil.example.invalid", APPROVALS, "approve")))).isEmpty();
    }

    @Test
    void a_shared_address_is_nobodys() {
        assertThat(by(command(mail("team@dwp.gov.uk.example.invalid", APPROVALS, "approve")))).isEmpty();
    }

    @Test
    void a_colleague_is_named_by_address_and_becomes_a_person_of_the_registry() {
        assertThat(command("delegate to Deputy@dwp.gov.uk.example.invalid")).isInstanceOfSatisfying(Delegate.class,
                handsOn -> assertThat(handsOn.to()).isEqualTo("dwp.deputy"));
    }

    @Test
    void nobody_can_delegate_outside_their_organisation_or_to_an_unknown_person() {
        for (String to : List.of("lead@ho.gov.uk.example.invalid", "nobody@dwp.gov.uk.example.invalid",
                "team@dwp.gov.uk.example.invalid")) {
            assertThat(command("delegate to " + to)).isInstanceOfSatisfying(ReportUnclear.class,
                    unclear -> assertThat(unclear.why()).isEqualTo(Commands.NO_SUCH_COLLEAGUE).doesNotContain("@"));
        }
    }

    @Test
    void what_is_not_understood_is_said_without_quoting_it() {
        assertThat(command("Looks fine, Kim Smith said so")).isInstanceOfSatisfying(ReportUnclear.class,
                unclear -> assertThat(unclear.why()).isNotBlank().doesNotContain("Kim"));
    }

    @Test
    void an_out_of_office_reply_reports_an_absence_and_never_decides() {
        String mail = "Auto-Submitted: auto-replied\n" + mail("owner@dwp.gov.uk.example.invalid", APPROVALS,
                "approve\nI am out of the office until 7 December 2026.");
        assertThat(command(mail)).isInstanceOfSatisfying(ReportAway.class,
                away -> assertThat(away.until().map(LocalDate::toString)).hasValueSatisfying(
                        date -> assertThat(date).startsWith("2026-12")));
    }

    @Test
    void other_machine_mail_leads_to_nothing() {
        assertThat(interpret("Auto-Submitted: auto-generated\nPrecedence: bulk\n"
                + mail("owner@dwp.gov.uk.example.invalid", APPROVALS, "Your message was read"))).isEmpty();
    }

    @Test
    void a_bounce_is_known_by_the_address_it_came_to() {
        String mail = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.invalid\nTo: " + BOUNCES
                + "\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: text/plain\n\nNo such user.\n--b\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx.example.invalid\n\nFinal-Recipient: rfc822; x@dwp.gov.uk.example.invalid\n"
                + "Action: failed\nStatus: 5.1.1\n--b--\n";
        assertThat(command(mail)).isInstanceOfSatisfying(ReportBounce.class, bounce -> {
            assertThat(bounce.permanent()).isTrue();
            assertThat(bounce.reply().taskId()).isEqualTo("T7");
        });
    }

    @Test
    void mail_without_a_reply_address_or_about_no_task_leads_to_nothing() {
        assertThat(interpret(mail("owner@dwp.gov.uk.example.invalid", "approvals@" + DOMAIN, "approve"))).isEmpty();
        assertThat(interpret(mail("owner@dwp.gov.uk.example.invalid", APPROVALS.replace("-t7-", "-t0-"), "approve")))
                .isEmpty();
    }

    @Test
    void mail_with_two_senders_is_kept_for_a_person_to_look_at() {
        assertThat(interpret(
                "From: x@evil.example.invalid\n" + mail("owner@dwp.gov.uk.example.invalid", APPROVALS, "approve")))
                .singleElement().isInstanceOfSatisfying(DeadLetter.class, kept -> {
                    assertThat(kept.cause()).isEqualTo("forged.from");
                    assertThat(kept.route()).isEqualTo(RepliesRoutes.INTERPRET);
                });
    }

    @Test
    void the_same_mail_again_is_the_same_command_and_another_mail_is_another() {
        String mail = mail("owner@dwp.gov.uk.example.invalid", APPROVALS, "approve");

        assertThat(event(mail).envelope().id()).isEqualTo(event(mail).envelope().id())
                .isNotEqualTo(event(mail + "\n").envelope().id());
        assertThat(event(mail).topic()).isEqualTo(Topics.COMMANDS.name());
        assertThat(event(mail).key()).isEqualTo("DSR-7K3M-9QPX-2ABC");
        assertThat(event(mail).envelope().type()).isEqualTo(MessageTypes.of(Approve.class));
    }

    private ShareCommand command(String words) {
        String mail = words.startsWith("From:") || words.contains("\nFrom:")
                ? words
                : mail("owner@dwp.gov.uk.example.invalid", APPROVALS, words);
        return MessageJson.read(event(mail).envelope().data(), ShareCommand.class);
    }

    private static Optional<String> by(ShareCommand command) {
        return ((FromReply) command).reply().by();
    }

    private Outgoing.Event event(String mail) {
        List<Outgoing> outgoing = interpret(mail);
        assertThat(outgoing).singleElement().isInstanceOf(Outgoing.Event.class);
        return (Outgoing.Event) outgoing.getFirst();
    }

    private List<Outgoing> interpret(String mail) {
        return replies.interpret(received(mail));
    }

    static Received received(String mail) {
        Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", "approvals/1/1", "ce_source",
                URI.create("urn:datashare:hub:mailbox").toString(), "ce_type", MessageTypes.MAIL_RECEIVED, "ce_subject",
                "approvals", "content-type", "message/rfc822");
        return new Received(Topics.MAIL_IN.name(), 0, 1, NOW, Optional.of("approvals/1/1"), headers,
                Optional.of(mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    static String mail(String from, String to, String words) {
        return "From: " + from + "\nTo: " + to
                + "\nSubject: Re: Approval needed\nMessage-ID: <1@dwp.gov.uk.example.invalid>\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n";
    }
}
