package uk.gov.datashare.connectors.email.interpretation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Never;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Sent;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** Each thing that a mail can come to, and what makes it so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyInterpreterTest {

    private static final String DOMAIN = "hub.example.invalid";
    private static final String APPROVER = "jo.bloggs@dept.example.invalid";
    private static final ReplyAddress ADDRESS = new ReplyAddress(Purpose.APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7",
            "abcdefghijklmnopqrstuvwxyz", DOMAIN);
    private static final Verdict SURE = Verdict.of(Assurance.HIGH, "dkim=pass");
    private static final Verdict HALF_SURE = Verdict.of(Assurance.MEDIUM, "dkim=none; spf=pass");
    private static final Verdict UNSURE = Verdict.of(Assurance.LOW, "dkim=fail");
    private static final String LETTER = """
            A data share is put before you: school attendance.
            What is asked: APPROVE everything that the Home Office wants
            APPROVE everything that the Home Office wants
            Begin your reply with one word on the first line.
            """;
    private static final ReplyInterpreter INTERPRETER = new ReplyInterpreter(new ReplyReader(DOMAIN));

    @Test
    void a_word_of_whoever_was_asked_is_a_decision() {
        for (String words : List.of("approve", "approve with conditions: for a year", "reject: too wide",
                "return: name the processor", "delegate to sam@dept.example.invalid", "not me", "sign",
                "answer: for a year")) {
            assertThat(outcome(mail(APPROVER, words), SURE, sent(Standing.CURRENT))).as(words)
                    .isEqualTo(Outcome.DECISION);
        }
    }

    @Test
    void a_decision_has_its_words_and_its_proof() {
        Interpretation yes = interpret(mail(APPROVER, "approve with conditions: for a year"), SURE,
                sent(Standing.CURRENT));
        assertThat(yes.conditions()).contains("for a year");
        assertThat(yes.comment()).isEmpty();
        assertThat(yes.rule()).isEqualTo("conditions.approve");
        assertThat(yes.proof().rawDigest()).hasSize(64);
        assertThat(yes.proof().messageId()).isEqualTo("<1@dept.example.invalid>");
        assertThat(yes.proof().tokenDigest()).contains(ReplyTokens.digest(ADDRESS.token()));
        assertThat(yes.proof().version()).hasValue(3);
        assertThat(yes.proof().authentication()).isEqualTo(SURE);

        Interpretation passedOn = interpret(mail(APPROVER, "delegate to Sam@dept.example.invalid\nShe knows more."),
                SURE, sent(Standing.CURRENT));
        assertThat(passedOn.delegate()).contains("sam@dept.example.invalid");
        assertThat(passedOn.comment()).contains("She knows more.");
        assertThat(interpret(mail(APPROVER, "reject: too wide"), SURE, sent(Standing.CURRENT)).comment())
                .contains("too wide");
    }

    @Test
    void a_question_of_whoever_was_asked_is_a_query() {
        assertThat(outcome(mail(APPROVER, "query: how long is it kept?"), SURE, sent(Standing.CURRENT)))
                .isEqualTo(Outcome.QUERY);
    }

    @Test
    void what_is_open_to_doubt_is_asked_about() {
        for (String words : List.of("approve?", "yes", "", "not approved", "approve, or reject")) {
            assertThat(outcome(mail(APPROVER, words), SURE, sent(Standing.CURRENT))).as(words)
                    .isEqualTo(Outcome.CLARIFY);
        }
    }

    @Test
    void a_mail_whose_origin_is_not_sure_never_acts() {
        assertThat(interpret(mail(APPROVER, "approve"), UNSURE, sent(Standing.CURRENT))).satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(Outcome.CLARIFY);
            assertThat(found.rule()).isEqualTo("authenticity.low");
        });
        assertThat(outcome(mail(APPROVER, "approve"), UNSURE, Correspondence.NONE)).isEqualTo(Outcome.CLARIFY);
        assertThat(outcome(mail(APPROVER, "approve"), HALF_SURE, sent(Standing.CURRENT)))
                .as("the process asks for a code").isEqualTo(Outcome.DECISION);
    }

    @Test
    void somebody_else_with_the_right_token_may_say_nothing() {
        for (String from : List.of("mallory@elsewhere.example.invalid", "sam.jones@dept.example.invalid",
                "jo.bloggs@dept.example.invalid.evil.example", "jo.bloggs@dept-example.invalid")) {
            for (String words : List.of("approve", "query: what is it?", "hello")) {
                Interpretation found = interpret(mail(from, words), SURE, sent(Standing.CURRENT));
                assertThat(found.outcome()).as(from).isEqualTo(Outcome.UNAUTHORISED);
                assertThat(found.rule()).isEqualTo("unauthorised.other-sender");
            }
        }
    }

    @Test
    void the_case_and_the_look_of_letters_in_an_address_do_not_matter_and_its_name_counts_for_nothing() {
        assertThat(outcome(mail("\uFF2Ao <JO.Bloggs@DEPT.example.invalid>", "approve"), SURE, sent(Standing.CURRENT)))
                .isEqualTo(Outcome.DECISION);
        assertThat(outcome(mail("\"Jo Bloggs\" <mallory@elsewhere.example.invalid>", "approve"), SURE,
                sent(Standing.CURRENT))).isEqualTo(Outcome.UNAUTHORISED);
    }

    @Test
    void a_token_that_is_no_longer_good_is_stale_whoever_sends_it() {
        Arrays.stream(Standing.values()).filter(standing -> standing != Standing.CURRENT).forEach(standing -> {
            for (String from : List.of(APPROVER, "mallory@elsewhere.example.invalid")) {
                assertThat(outcome(mail(from, "approve"), SURE, sent(standing))).isEqualTo(Outcome.STALE);
            }
        });
    }

    @Test
    void a_token_that_the_hub_never_gave_and_no_token_are_stale() {
        assertThat(interpret(mail(APPROVER, "approve"), SURE, _ -> new Never()).rule()).isEqualTo("stale.wrong-token");
        String unaddressed = mail(APPROVER, "approve").replace(ADDRESS.toString(), "approvals@" + DOMAIN);
        assertThat(interpret(unaddressed, SURE, sent(Standing.CURRENT)).outcome()).isEqualTo(Outcome.STALE);
        assertThat(interpret(unaddressed, SURE, sent(Standing.CURRENT)).rule()).isEqualTo("stale.no-token");
    }

    @Test
    void where_nothing_is_known_of_the_letter_the_words_alone_count_and_the_process_judges() {
        assertThat(outcome(mail("mallory@elsewhere.example.invalid", "approve"), SURE, Correspondence.NONE))
                .isEqualTo(Outcome.DECISION);
    }

    @Test
    void a_machines_mail_is_ignored_and_a_bounce_is_a_bounce_whatever_is_known_of_the_letter() {
        String away = "Auto-Submitted: auto-replied\n" + mail(APPROVER, "approve\nI am out of the office.");
        String bounce = "Return-Path: <>\nX-Failed-Recipients: " + APPROVER + "\n"
                + mail("mailer-daemon@mx.example.invalid", "550 5.1.1 no such user")
                        .replace("To: approvals+", "To: bounces+");
        for (Verdict verdict : List.of(SURE, UNSURE)) {
            for (Correspondence known : List.of(sent(Standing.CURRENT), sent(Standing.REVOKED), Correspondence.NONE)) {
                assertThat(outcome(away, verdict, known)).isEqualTo(Outcome.IGNORED);
                assertThat(outcome(bounce, verdict, known)).isEqualTo(Outcome.BOUNCE);
            }
        }
    }

    @Test
    void what_was_made_to_deceive_is_put_aside() {
        assertThat(interpret("From: mallory@elsewhere.example.invalid\n" + mail(APPROVER, "approve"), SURE,
                sent(Standing.CURRENT))).satisfies(found -> {
                    assertThat(found.outcome()).isEqualTo(Outcome.QUARANTINE);
                    assertThat(found.rule()).isEqualTo("forged.from");
                });
        assertThat(interpret(mail(APPROVER, "approve"), Verdict.forged("two results in our name"),
                sent(Standing.CURRENT))).satisfies(found -> {
                    assertThat(found.outcome()).isEqualTo(Outcome.QUARANTINE);
                    assertThat(found.rule()).isEqualTo("forged.results");
                });
        assertThat(outcome(mail(APPROVER, "approve") + "x".repeat(ReplyReader.MOST_BYTES), SURE,
                sent(Standing.CURRENT))).isEqualTo(Outcome.QUARANTINE);
    }

    @Test
    void the_hubs_own_lines_never_decide_though_nothing_marks_them_as_quoted() {
        String quoted = LETTER.substring(LETTER.indexOf("APPROVE everything", LETTER.indexOf("wants")));
        assertThat(interpret(mail(APPROVER, quoted), SURE, sent(Standing.CURRENT)).reading())
                .isInstanceOfSatisfying(Reading.Unclear.class,
                        unclear -> assertThat(unclear.provenance().rule()).isEqualTo("unclear.empty"));
        assertThat(interpret(mail(APPROVER, "reject: too wide\n\n" + LETTER), SURE, sent(Standing.CURRENT)))
                .satisfies(found -> assertThat(found.comment()).contains("too wide"));
    }

    @Test
    void the_same_mail_always_comes_to_the_same() {
        String mail = mail(APPROVER, "approve");
        assertThat(interpret(mail, SURE, sent(Standing.CURRENT)))
                .isEqualTo(interpret(mail, SURE, sent(Standing.CURRENT)));
    }

    private static Outcome outcome(String mail, Verdict verdict, Correspondence sent) {
        return interpret(mail, verdict, sent).outcome();
    }

    private static Interpretation interpret(String mail, Verdict verdict, Correspondence sent) {
        return INTERPRETER.interpret(mail.replace("\n", "\r\n").getBytes(UTF_8), verdict, sent);
    }

    static Correspondence sent(Standing standing) {
        return _ -> new Sent(LetterLines.of("Approval needed", LETTER, "<p>Approval needed</p>"), Set.of(APPROVER), 3,
                "a".repeat(64), standing);
    }

    static String mail(String from, String words) {
        return """
                From: %s
                To: %s
                Subject: Re: Approval needed
                Message-ID: <1@dept.example.invalid>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, ADDRESS, words);
    }
}
