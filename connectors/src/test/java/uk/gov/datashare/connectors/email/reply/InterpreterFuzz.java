package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Sent;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.interpretation.Interpretation;
import uk.gov.datashare.connectors.email.interpretation.Outcome;
import uk.gov.datashare.connectors.email.interpretation.ReplyInterpreter;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** Whatever bytes come: one outcome, the same one again, no exception, no more than a second, and nobody else's word counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterpreterFuzz {

    private static final ReplyInterpreter INTERPRETER = new ReplyInterpreter(Mails.READER);
    private static final DigestReader DIGESTS = new DigestReader(Mails.READER);
    private static final Verdict SURE = Verdict.of(Assurance.HIGH, "dkim=pass");
    private static final LetterLines LETTER = LetterLines.of("Approval needed",
            "Begin your reply with one word on the first line.\nHappy to approve\nAsked by the Home Office\n",
            "<table><tr><td>Happy to approve</td><td>Asked by the Home Office</td></tr></table>");

    @MethodSource("uk.gov.datashare.connectors.email.reply.Harness#seeds")
    @FuzzTest(maxDuration = "20s")
    void any_bytes_come_to_one_outcome(byte[] mail) {
        Harness.within(InterpreterFuzz::interpret, mail);
    }

    static void interpret(byte[] mail) {
        Interpretation found = interpret(mail, Mails.APPROVER);
        assertThat(interpret(mail, Mails.APPROVER)).isEqualTo(found);
        assertThat(interpret(mail, "somebody.else@dept.example.invalid").outcome())
                .isNotIn(Outcome.DECISION, Outcome.QUERY);
        DigestReading digest = DIGESTS.read(mail, LETTER, 5);
        if (digest instanceof DigestReading.Answers(_, var items, _)) {
            assertThat(items.keySet()).allMatch(number -> number >= 1 && number <= 5);
        }
    }

    private static Interpretation interpret(byte[] mail, String approver) {
        return INTERPRETER.interpret(mail, SURE,
                _ -> new Sent(LETTER, Set.of(approver), 1, "a".repeat(64), Standing.CURRENT));
    }
}
