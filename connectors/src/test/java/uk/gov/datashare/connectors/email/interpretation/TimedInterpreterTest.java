package uk.gov.datashare.connectors.email.interpretation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.NotKnown;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** No mail stops those behind it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimedInterpreterTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final Verdict SURE = Verdict.of(Assurance.HIGH, "dkim=pass");
    private static final byte[] APPROVAL = ReplyInterpreterTest.mail("jo.bloggs@dept.example.invalid", "approve")
            .getBytes(UTF_8);
    private static final int BAIT = 100_000;

    private final ReplyInterpreter interpreter = new ReplyInterpreter(new ReplyReader("hub.example.invalid"));
    private final CountDownLatch forEver = new CountDownLatch(1);

    @AfterEach
    void let_go() {
        forEver.countDown();
    }

    @Test
    void a_mail_that_takes_too_long_is_put_aside_and_the_next_is_read() {
        try (var timed = new TimedInterpreter(interpreter, Duration.ofMillis(200))) {
            Interpretation found = timed.interpret(APPROVAL, SURE, _ -> {
                waitUntilLetGo();
                return new NotKnown();
            });
            assertThat(found.outcome()).isEqualTo(Outcome.QUARANTINE);
            assertThat(found.rule()).isEqualTo("limits.time");
            assertThat(found.proof().rawDigest()).hasSize(64);
            assertThat(found.reading()).isInstanceOf(Reading.Unreadable.class);
        }
        try (var timed = new TimedInterpreter(interpreter, AMPLE)) {
            assertThat(timed.interpret(APPROVAL, SURE, ReplyInterpreterTest.sent(Standing.CURRENT)).outcome())
                    .isEqualTo(Outcome.DECISION);
        }
    }

    @Test
    void a_mail_that_the_interpreter_fails_at_is_put_aside() {
        try (var timed = new TimedInterpreter(interpreter, AMPLE)) {
            assertThat(timed.interpret(APPROVAL, SURE, _ -> {
                throw new IllegalStateException("a fault of the hub's own");
            }).rule()).isEqualTo("unreadable.failure");
            assertThat(timed.interpret(APPROVAL, SURE, _ -> {
                throw new StackOverflowError();
            }).outcome()).isEqualTo(Outcome.QUARANTINE);
        }
    }

    @Test
    void bombs_of_nested_parts_are_put_aside_by_their_depth_or_number() {
        for (int depth : List.of(11, 1_000, 100_000)) {
            var bomb = new StringBuilder("From: a@b.example.invalid\nContent-Type: multipart/mixed; boundary=b0\n\n");
            IntStream.range(0, depth).forEach(level -> bomb.append("--b").append(level)
                    .append("\nContent-Type: multipart/mixed; boundary=b").append(level + 1).append("\n\n"));
            assertThat(interpret(bomb.toString()).rule()).isEqualTo("unreadable.limits");
        }
        assertThat(interpret("From: a@b.example.invalid\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nApprove\n".repeat(300_000)).rule()).isEqualTo("unreadable.limits");
        assertThat(interpret("From: a@b.example.invalid\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: message/rfc822\n\nContent-Type: message/rfc822\n\n".repeat(20)).outcome())
                .isNotEqualTo(Outcome.DECISION);
    }

    @Test
    void bait_for_patterns_is_read_or_put_aside_and_never_decides() {
        for (String bait : List.of("On ", "a", ">", "4.1.", "will keep ", " ", "-", "1,", "#1 ", "@", "<a@", "until 1 ",
                "approve not ", "confirm 1234", "delegate to a@b.", "a.b@c.", "From: x\n", "\u00a0", "a\u0301")) {
            String text = bait.repeat(BAIT / bait.length());
            for (String mail : List.of(ReplyInterpreterTest.mail("jo.bloggs@dept.example.invalid", text),
                    ReplyInterpreterTest.mail(text.replace("\n", " "), "hello"),
                    "Return-Path: <>\n" + ReplyInterpreterTest.mail("mailer-daemon@b.example.invalid", text)
                            .replace("To: approvals+", "To: bounces+"),
                    "Subject: " + text.replace("\n", " ") + "\n"
                            + ReplyInterpreterTest.mail("jo.bloggs@dept.example.invalid", "hello"))) {
                assertThat(interpret(mail).rule()).as(bait).isNotEqualTo("limits.time");
                assertThat(interpret(mail).outcome()).as(bait).isNotEqualTo(Outcome.DECISION);
            }
        }
    }

    private Interpretation interpret(String mail) {
        try (var timed = new TimedInterpreter(interpreter, AMPLE)) {
            return timed.interpret(mail.replace("\n", "\r\n").getBytes(UTF_8), SURE,
                    ReplyInterpreterTest.sent(Standing.CURRENT));
        }
    }

    private void waitUntilLetGo() {
        try {
            forEver.await();
        } catch (InterruptedException asTold) {
            Thread.currentThread().interrupt();
        }
    }
}
