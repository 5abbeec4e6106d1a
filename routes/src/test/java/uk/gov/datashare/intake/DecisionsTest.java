package uk.gov.datashare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.CaseMessage.Decision;
import uk.gov.datashare.contracts.CaseMessage.Decision.Said;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/** What somebody decided in their department's own system. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionsTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";
    private static final String ADDRESS = "approvals+7k3m9qpx2abc-t7-" + TOKEN + "@hub.example.invalid";
    private static final Registry REGISTRY = Sample.registry();
    private static final Organisation OURS = REGISTRY.organisation("ordnance-survey").orElseThrow();
    private static final String PERSON = OURS.people().getFirst().personId();

    private final Decisions decisions = new Decisions("hub.example.invalid");

    private Decisions.Read read(String organisation, String replyTo, String person, Said outcome, String comment) {
        return decisions.read(organisation, "datashare." + organisation + ".requests.v1", "m-1", "a".repeat(64),
                new Decision(new ExternalRef("os-casework", "1"), replyTo, person, outcome,
                        Optional.of(comment).filter(text -> !text.isEmpty())),
                REGISTRY);
    }

    @ParameterizedTest
    @CsvSource({"APPROVE,''", "APPROVE,by all means", "SIGN,''", "REJECT,''", "REJECT,no power",
            "APPROVE_WITH_CONDITIONS,for a year", "RETURN_FOR_CHANGES,say more"})
    void it_becomes_the_reply_that_they_would_have_written(Said outcome, String comment) {
        assertThat(read(OURS.id(), ADDRESS, PERSON, outcome, comment)).isInstanceOfSatisfying(
                Decisions.Read.Command.class, read -> {
                    assertThat(read.command()).isInstanceOf(FromReply.class);
                    var reply = ((FromReply) read.command()).reply();
                    assertThat(read.command().requestId()).isEqualTo("DSR-7K3M-9QPX-2ABC");
                    assertThat(reply.taskId()).isEqualTo("T7");
                    assertThat(reply.by()).contains(PERSON);
                    assertThat(reply.tokenDigest()).isEqualTo(ReplyTokens.digest(TOKEN));
                    assertThat(reply.evidence()).isEqualTo(new Evidence(Evidence.Channel.TOPIC, "m-1", "a".repeat(64),
                            "case.decided", Evidence.Assurance.HIGH,
                            Optional.of("mode=topic datashare.ordnance-survey.requests.v1")));
                });
    }

    @Test
    void a_department_speaks_for_its_own_people_only() {
        isWrong(read("department-for-transport", ADDRESS, PERSON, Said.APPROVE, ""), "/personId");
        isWrong(read(OURS.id(), ADDRESS, "nobody", Said.APPROVE, ""), "/personId");
    }

    @Test
    void without_the_letters_reply_address_nobody_knows_what_was_decided() {
        isWrong(read(OURS.id(), ADDRESS.replace("hub.", "other."), PERSON, Said.APPROVE, ""), "/replyTo");
        isWrong(read(OURS.id(), "approvals@hub.example.invalid", PERSON, Said.APPROVE, ""), "/replyTo");
        isWrong(read(OURS.id(), ADDRESS.replace("-t7-", "-t0-"), PERSON, Said.APPROVE, ""), "/replyTo");
    }

    @Test
    void conditions_and_changes_must_be_said() {
        isWrong(read(OURS.id(), ADDRESS, PERSON, Said.APPROVE_WITH_CONDITIONS, ""), "/comment");
        isWrong(read(OURS.id(), ADDRESS, PERSON, Said.RETURN_FOR_CHANGES, ""), "/comment");
    }

    private static void isWrong(Decisions.Read read, String pointer) {
        assertThat(read).isInstanceOfSatisfying(Decisions.Read.Wrong.class,
                wrong -> assertThat(wrong.problems()).singleElement()
                        .satisfies(problem -> assertThat(problem.pointer()).isEqualTo(pointer)));
    }
}
