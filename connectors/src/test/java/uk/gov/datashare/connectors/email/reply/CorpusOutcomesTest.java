package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Never;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Sent;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.interpretation.Interpretation;
import uk.gov.datashare.connectors.email.interpretation.Outcome;
import uk.gov.datashare.connectors.email.interpretation.ReplyInterpreter;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** What every mail of the corpus comes to, at a hub that has asked one person about one task. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorpusOutcomesTest {

    private static final Logger LOG = LoggerFactory.getLogger(CorpusOutcomesTest.class);
    private static final Verdict SURE = Verdict.of(Assurance.HIGH, "dkim=pass");
    private static final ReplyInterpreter INTERPRETER = new ReplyInterpreter(new ReplyReader(Mails.DOMAIN));

    static List<Corpus.Case> mails() {
        return Corpus.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void each_mail_comes_to_the_one_outcome_that_its_writer_and_words_allow(Corpus.Case mail) {
        Interpretation found = interpret(mail, SURE, sent(mail, Standing.CURRENT));
        assertThat(found.outcome()).as(found.rule()).isEqualTo(expected(mail, found.reading()));
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "CURRENT", mode = EnumSource.Mode.EXCLUDE)
    void none_counts_once_its_reply_address_is_no_longer_good(Standing standing) {
        assertThat(mails()).allSatisfy(
                mail -> assertThat(interpret(mail, SURE, sent(mail, standing)).outcome().counts()).isFalse());
    }

    @Test
    void none_counts_whose_token_the_hub_never_gave_or_whose_origin_is_not_proved_or_forged() {
        for (Corpus.Case mail : mails()) {
            Correspondence current = sent(mail, Standing.CURRENT);
            assertThat(interpret(mail, SURE, _ -> new Never()).outcome().counts()).as(mail.name()).isFalse();
            assertThat(interpret(mail, Verdict.of(Assurance.LOW, "dkim=fail"), current).outcome().counts())
                    .as(mail.name()).isFalse();
        }
    }

    @Test
    void each_outcome_is_in_the_corpus_but_those_that_only_the_hubs_own_memory_gives() {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        mails().forEach(
                mail -> counts.merge(interpret(mail, SURE, sent(mail, Standing.CURRENT)).outcome(), 1, Integer::sum));
        LOG.info("The corpus of {} mails comes to {}", mails().size(), counts);
        assertThat(counts.keySet()).containsExactlyInAnyOrder(Outcome.values());
    }

    private static Interpretation interpret(Corpus.Case mail, Verdict origin, Correspondence sent) {
        return INTERPRETER.interpret(mail.mail().getBytes(UTF_8), origin, sent);
    }

    private static Correspondence sent(Corpus.Case mail, Standing standing) {
        LetterLines lines = mail.letter().map(LetterLines::of).orElse(LetterLines.NONE);
        return _ -> new Sent(lines, Set.of(Mails.APPROVER), 3, "0".repeat(64), standing);
    }

    /** What the corpus says of the words, and who the mail is from and about, leave one outcome. */
    private static Outcome expected(Corpus.Case mail, Reading reading) {
        String kind = mail.expects("expect").orElseThrow().split(" ", 2)[0];
        boolean theirs = reading.provenance().from().filter(Mails.APPROVER::equals).isPresent();
        Map<String, Outcome> machines = Map.of("AutomaticReply", Outcome.IGNORED, "Bounce", Outcome.BOUNCE,
                "Unreadable", Outcome.QUARANTINE);
        if (machines.containsKey(kind)) {
            return machines.get(kind);
        }
        if (mail.expects("about").equals(Optional.of("none"))) {
            return Outcome.STALE;
        }
        return !theirs ? Outcome.UNAUTHORISED : switch (kind) {
            case "Query" -> Outcome.QUERY;
            case "Unclear" -> Outcome.CLARIFY;
            default -> Outcome.DECISION;
        };
    }
}
