package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;

/** What people and machines really send, read as it must be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorpusTest {

    private static final Logger LOG = LoggerFactory.getLogger(CorpusTest.class);

    static List<Corpus.Case> mails() {
        return Corpus.all();
    }

    private static Reading read(Corpus.Case mail) {
        return Mails.read(mail.mail(), mail.letter());
    }

    private static String kind(Reading reading) {
        return reading.getClass().getSimpleName();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void each_mail_is_read_as_it_must_be(Corpus.Case mail) {
        Reading reading = read(mail);
        assertThat(kind(reading) + " " + reading.provenance().rule()).isEqualTo(mail.expects("expect").orElseThrow());
        mail.expects("text").ifPresent(text -> assertThat(words(reading)).isEqualTo(text));
        mail.expects("delegate")
                .ifPresent(address -> assertThat(((Reading.Delegate) reading).address()).isEqualTo(address));
        mail.expects("until").ifPresent(
                day -> assertThat(((Reading.AutomaticReply) reading).returnDate()).contains(LocalDate.parse(day)));
        mail.expects("away").ifPresent(
                away -> assertThat(((Reading.AutomaticReply) reading).away()).isEqualTo(Boolean.valueOf(away)));
        mail.expects("cover").ifPresent(address -> assertThat(((Reading.AutomaticReply) reading).cover())
                .isEqualTo(Optional.of(address).filter(given -> !given.isEmpty())));
        mail.expects("permanent")
                .ifPresent(kind -> assertThat(((Reading.Bounce) reading).permanent()).isEqualTo(Boolean.valueOf(kind)));
        mail.expects("from").ifPresent(from -> assertThat(reading.provenance().from()).contains(from));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void each_mail_is_traced_to_its_task(Corpus.Case mail) {
        Purpose purpose = mail.mail().contains("Delivered-To: bounces") ? Purpose.BOUNCES : Purpose.APPROVALS;
        Optional<String> about = read(mail).provenance().about()
                .map(address -> address.requestId() + " " + address.taskId());
        assertThat(about.orElse("none")).isEqualTo(mail.expects("about").orElse("DSR-7K3M-9QPX-2ABC T7"));
        if (mail.expects("about").isEmpty()) {
            assertThat(read(mail).provenance().about()).contains(new ReplyAddress(purpose, "DSR-7K3M-9QPX-2ABC", "T7",
                    "abcdefghijklmnopqrstuvwxyz", Mails.DOMAIN));
        }
    }

    /** The one figure that matters most, counted over all mails and not one by one. */
    @Test
    void no_decision_is_wrong_and_none_is_turned_round() {
        List<Corpus.Case> wrong = mails().stream().filter(mail -> read(mail) instanceof Reading.Said)
                .filter(mail -> !mail.expects("expect").orElseThrow().startsWith(kind(read(mail)) + " ")).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(mails()).hasSizeGreaterThanOrEqualTo(300).map(Corpus.Case::toString).doesNotHaveDuplicates();
        var counts = new TreeMap<String, Map<String, Integer>>();
        for (Corpus.Case mail : mails()) {
            counts.computeIfAbsent(kind(read(mail)), _ -> new TreeMap<>()).merge(mail.shape(), 1, Integer::sum);
        }
        var table = new StringBuilder("The corpus: %s mails%n".formatted(mails().size()));
        counts.forEach((kind, shapes) -> table.append("%-22s %4d  %s%n".formatted(kind,
                shapes.values().stream().mapToInt(Integer::intValue).sum(), shapes)));
        LOG.info("{}", table);
        assertThat(counts.keySet()).contains("Approve", "ApproveWithConditions", "Reject", "Query", "Return", "Answer",
                "Delegate", "NotMine", "Sign", "Confirm", "Unclear", "AutomaticReply", "Bounce", "Unreadable");
    }

    private static String words(Reading reading) {
        return switch (reading) {
            case Reading.Approve(_, var comment) -> comment;
            case Reading.ApproveWithConditions(_, var conditions) -> conditions;
            case Reading.Reject(_, var reason) -> reason;
            case Reading.Return(_, var what) -> what;
            case Reading.Query(_, var question) -> question;
            case Reading.Answer(_, var answer) -> answer;
            case Reading.Delegate(_, _, var comment) -> comment;
            case Reading.NotMine(_, var comment) -> comment;
            case Reading.Sign(_, var comment) -> comment;
            case Reading.Confirm(_, var code) -> code;
            case Reading.Unclear(_, var line, _) -> line;
            case Reading.AutomaticReply _ -> "";
            case Reading.Bounce _ -> "";
            case Reading.Unreadable(_, var why) -> why;
        };
    }
}
