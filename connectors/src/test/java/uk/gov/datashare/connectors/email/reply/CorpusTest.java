package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;

/** What people and machines really send, read as it must be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorpusTest {

    static List<Corpus.Case> mails() {
        return Corpus.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void each_mail_is_read_as_it_must_be(Corpus.Case mail) {
        Reading reading = Mails.read(mail.mail());
        assertThat(reading.getClass().getSimpleName() + " " + reading.provenance().rule())
                .isEqualTo(mail.expects("expect").orElseThrow());
        mail.expects("text").ifPresent(text -> assertThat(words(reading)).isEqualTo(text));
        mail.expects("until").ifPresent(
                day -> assertThat(((Reading.AutomaticReply) reading).returnDate()).contains(LocalDate.parse(day)));
        mail.expects("permanent")
                .ifPresent(kind -> assertThat(((Reading.Bounce) reading).permanent()).isEqualTo(Boolean.valueOf(kind)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void each_mail_is_traced_to_its_task(Corpus.Case mail) {
        Purpose purpose = mail.mail().contains("Delivered-To: bounces") ? Purpose.BOUNCES : Purpose.APPROVALS;
        assertThat(Mails.read(mail.mail()).provenance().about())
                .contains(new ReplyAddress(purpose, "DSR-7K3M-9QPX-2ABC", "T7", "abcdefghijklmnopqrstuvwxyz",
                        Mails.DOMAIN));
    }

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(mails()).hasSizeGreaterThanOrEqualTo(80).map(Corpus.Case::name).doesNotHaveDuplicates();
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
