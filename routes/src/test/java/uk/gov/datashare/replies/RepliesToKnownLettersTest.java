package uk.gov.datashare.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.replies.RepliesTest.APPROVALS;
import static uk.gov.datashare.replies.RepliesTest.CODES;
import static uk.gov.datashare.replies.RepliesTest.DOMAIN;
import static uk.gov.datashare.replies.RepliesTest.NOW;
import static uk.gov.datashare.replies.RepliesTest.mail;
import static uk.gov.datashare.replies.RepliesTest.received;
import static uk.gov.datashare.replies.Senders.registry;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.authenticity.TrustedRelay;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;

/** What the hub knows of its own letters, and what that changes about a reply. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepliesToKnownLettersTest {

    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);

    private final LetterBook book = new LetterBook(
            new LetterComposer(new HubMail(DOMAIN, "Data Share Hub"), TOKENS, () -> NOW)::replyAddress, 1_000_000);
    private final Replies replies = replies(TrustedRelay.embedded());

    private Replies replies(Authenticity authenticity) {
        var commands = new Commands(new Writers(registry()), CODES);
        return new Replies(RepliesTest.INTERPRETER, authenticity, new SentLetters(book, () -> true, registry()),
                commands,
                RepliesTest.noDigests(commands), () -> NOW);
    }

    @Test
    void a_title_in_the_letter_that_comes_back_unmarked_decides_only_while_the_hub_does_not_know_its_own_letter() {
        Letter letter = letter(Letter.Kind.TASK, "dwp.owner", 1,
                "What is asked\n\nHappy to approve\nAsked by the Home Office\n");
        String sentBack = mail("owner@dwp.gov.uk.example.invalid", address(letter),
                "Happy to approve\nAsked by the Home Office");
        assertThat(read(sentBack)).isInstanceOf(Approve.class);

        book.enter(letter, NOW);
        assertThat(read(sentBack)).isInstanceOf(ReportUnclear.class);
        assertThat(read(mail("owner@dwp.gov.uk.example.invalid", address(letter), "Happy to approve\n\nRegards,\nPat")))
                .isInstanceOf(Approve.class);
    }

    @Test
    void a_reply_to_an_address_that_is_no_longer_good_reaches_the_process_as_one_that_cannot_count() {
        Letter first = letter(Letter.Kind.TASK, "dwp.owner", 1, "Please answer");
        book.enter(first, NOW);
        assertThat(evidence(first).assurance()).isEqualTo(Evidence.Assurance.HIGH);

        book.enter(letter(Letter.Kind.ESCALATION, "dwp.deputy", 1, "Please answer"), NOW);
        assertThat(evidence(first)).satisfies(evidence -> {
            assertThat(evidence.assurance()).isEqualTo(Evidence.Assurance.LOW);
            assertThat(evidence.rule()).isEqualTo("stale.revoked");
        });
        book.enter(first, NOW);
        assertThat(evidence(first).assurance()).as("given back").isEqualTo(Evidence.Assurance.HIGH);

        book.enter(letter(Letter.Kind.TASK, "dwp.owner", 2, "Please answer"), NOW);
        assertThat(evidence(first).rule()).isEqualTo("stale.superseded");
    }

    @Test
    void a_colleague_with_the_right_address_reaches_the_process_as_somebody_who_cannot_count() {
        Letter letter = letter(Letter.Kind.TASK, "dwp.owner", 1, "Please answer");
        book.enter(letter, NOW);
        var command = (FromReply) read(mail("deputy@dwp.gov.uk.example.invalid", address(letter), "approve"));
        assertThat(command.reply().by()).contains("dwp.deputy");
        assertThat(command.reply().evidence().assurance()).isEqualTo(Evidence.Assurance.LOW);
        assertThat(command.reply().evidence().rule()).isEqualTo("unauthorised.other-sender");
    }

    @Test
    void a_token_that_none_of_the_letters_had_reaches_the_process_as_one_that_cannot_count() {
        book.enter(letter(Letter.Kind.TASK, "dwp.owner", 1, "Please answer"), NOW);
        var command = (FromReply) read(mail("owner@dwp.gov.uk.example.invalid", APPROVALS, "approve"));
        assertThat(command.reply().evidence().assurance()).isEqualTo(Evidence.Assurance.LOW);
        assertThat(command.reply().evidence().rule()).isEqualTo("stale.wrong-token");
    }

    @Test
    void results_of_a_check_in_our_own_name_are_kept_for_a_person_to_look_at() {
        Replies deceived = replies(_ -> Authenticity.Verdict.forged("two results"));
        assertThat(deceived.interpret(received(mail("owner@dwp.gov.uk.example.invalid", APPROVALS, "approve"))))
                .singleElement().isInstanceOfSatisfying(DeadLetter.class,
                        kept -> assertThat(kept.cause()).isEqualTo("forged.results"));
    }

    private Evidence evidence(Letter letter) {
        return ((FromReply) read(mail("owner@dwp.gov.uk.example.invalid", address(letter), "approve"))).reply()
                .evidence();
    }

    private ShareCommand read(String mail) {
        List<Outgoing> outgoing = replies.interpret(received(mail));
        assertThat(outgoing).singleElement().isInstanceOf(Outgoing.Event.class);
        return MessageJson.read(((Outgoing.Event) outgoing.getFirst()).envelope().data(), ShareCommand.class);
    }

    private static String address(Letter letter) {
        return new LetterComposer(new HubMail(DOMAIN, "Data Share Hub"), TOKENS, () -> NOW).replyAddress(letter)
                .orElseThrow().toString();
    }

    private static Letter letter(Letter.Kind kind, String to, int version, String text) {
        return new Letter("letter", kind, "DSR-7K3M-9QPX-2ABC", to,
                Optional.of(new Letter.Reply("T7", version, "a".repeat(64))), Optional.empty(), "Approval needed", text,
                "<p>" + text.replace("\n", "</p><p>") + "</p>");
    }
}
