package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approver writes under the list of the day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestReaderTest {

    private static final int ITEMS = 5;
    private static final String DIGEST = """
            Five requests wait for your answer.
            Item 1: APPROVE everything at once, asked by the Home Office
            Item 2: school attendance, asked by the Department for Education
            Item 3: vehicle keepers, asked by the Driver and Vehicle Licensing Agency
            Item 4: births and deaths, asked by the General Register Office
            Item 5: 1 approve, asked by somebody who likes to be clever
            Answer with the number and one word, such as 1 approve, or all approve.
            """;
    private static final DigestReader READER = new DigestReader(Mails.READER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1 approve|1=Approve",
            "1. approve|1=Approve",
            "#1 approve|1=Approve",
            "1) approve|1=Approve",
            "1: approve|1=Approve",
            "1 - approve|1=Approve",
            "- 1 approve|1=Approve",
            "*1* approve|",
            "Item 1: approve|1=Approve",
            "2 query: how long is it kept?|2=Query",
            "3-5 approve|3=Approve, 4=Approve, 5=Approve",
            "3 to 5: approve|3=Approve, 4=Approve, 5=Approve",
            "2, 4 reject: too wide|2=Reject, 4=Reject",
            "1, 3-4 and 5 approve|1=Approve, 3=Approve, 4=Approve, 5=Approve",
            "1 & 2 approve|1=Approve, 2=Approve",
            "all approve|1=Approve, 2=Approve, 3=Approve, 4=Approve, 5=Approve",
            "All: approved, thank you|1=Approve, 2=Approve, 3=Approve, 4=Approve, 5=Approve",
            "1 approve\\n2 reject: no basis\\n|1=Approve, 2=Reject",
            "Good morning\\n\\n1 approve|1=Approve",
            "1 approve\\n1 approve|1=Approve",
            "3 approve with conditions: for a year\\n4 not me|3=ApproveWithConditions, 4=NotMine",
            "all approve\\n3 approve|1=Approve, 2=Approve, 3=Approve, 4=Approve, 5=Approve",
    })
    void a_numbered_line_answers_the_items_that_it_names(String words, String expected) {
        assertThat(kinds(words)).isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1 approve\\n1 reject|1=Unclear",
            "1 approve\\n2 yes|1=Approve, 2=Unclear",
            "1 approve\\n2 maybe later\\n3 reject: no basis|1=Approve, 2=Unclear, 3=Reject",
            "1 approve 2 reject|1=Unclear",
            "1 approve, 2 approve|1=Unclear",
            "1 approve?|1=Unclear",
            "1 not approved|1=Unclear",
            "1. 3 approve|1=Unclear",
            "1 or 2 approve|1=Unclear",
            "3-9 approve|3=Unclear, 4=Unclear, 5=Unclear",
            "5-3 approve|3=Unclear, 4=Unclear, 5=Unclear",
            "9 approve|",
            "0 approve|",
            "99999999999 approve|",
            "1approve|",
            "approve|",
            "approve all|",
            "all approve\\n3 reject: no basis|1=Unclear, 2=Unclear, 3=Unclear, 4=Unclear, 5=Unclear",
            "all approve\\n9 reject: no basis|1=Unclear, 2=Unclear, 3=Unclear, 4=Unclear, 5=Unclear",
            "all approve\\nexcept 3|1=Unclear, 2=Unclear, 3=Unclear, 4=Unclear, 5=Unclear",
            "all approve\\nall reject: no|1=Unclear, 2=Unclear, 3=Unclear, 4=Unclear, 5=Unclear",
            "all but 3 approve|1=Unclear, 2=Unclear, 3=Unclear, 4=Unclear, 5=Unclear",
            "I do not approve any of these:\\n1 approve|1=Unclear",
            "Reject\\n1 approve\\n2 reject: no basis|1=Unclear, 2=Reject",
            "1 approve\\n2 approve\\n\\nActually scrap that|1=Unclear, 2=Unclear",
            "\u2717 1 approve|",
    })
    void what_is_open_to_doubt_is_asked_about_and_decides_nothing(String words, String expected) {
        assertThat(kinds(words)).isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @Test
    void a_comment_runs_on_until_the_next_number() {
        var answers = (DigestReading.Answers) read(Mails.plain(
                "1 reject: the basis is missing,\nand so is the assessment.\n\n2 query: how long?\nAnd where?\n"));
        assertThat(answers.items().get(1)).isInstanceOfSatisfying(Reading.Reject.class,
                no -> assertThat(no.reason()).isEqualTo("the basis is missing,\nand so is the assessment."));
        assertThat(answers.items().get(2)).isInstanceOfSatisfying(Reading.Query.class,
                asks -> assertThat(asks.question()).isEqualTo("how long?\nAnd where?"));
    }

    @Test
    void each_answer_has_the_rule_that_fired_and_the_same_mail_as_its_proof() {
        var answers = (DigestReading.Answers) read(Mails.plain("1 approve\n2 agreed\n9 approve\n"));
        assertThat(answers.items().values()).map(reading -> reading.provenance().rule())
                .containsExactly("approve.approve", "approve.agreed");
        assertThat(answers.items().values()).map(reading -> reading.provenance().rawDigest())
                .containsOnly(answers.provenance().rawDigest());
        assertThat(answers.strays()).singleElement().satisfies(stray -> {
            assertThat(stray.firstLine()).isEqualTo("9 approve");
            assertThat(stray.why()).contains("9", "1 to 5");
        });
    }

    @Test
    void a_quoted_digest_never_decides_however_it_is_quoted() {
        Clients.quotes().forEach((name, quote) -> Clients.shapes().forEach((shape, mail) -> {
            assertThat(kinds(read(mail.apply(quote.apply("2 reject: no basis", DIGEST + "1 approve\nall approve\n")))))
                    .as(name + ", " + shape).isIn("2=Reject", "2=Unclear", "");
        }));
    }

    @Test
    void a_digest_that_is_not_marked_as_quoted_is_known_by_its_lines() {
        assertThat(kinds(read(Mails.plain("\n\n" + DIGEST)))).isEmpty();
        assertThat(kinds(read(Mails.plain("2 reject: no basis\n" + DIGEST)))).isEqualTo("2=Reject");
    }

    @Test
    void in_a_digest_of_one_the_number_may_be_left_out() {
        assertThat(kinds(READER.read(Mails.plain("Approve\n").getBytes(UTF_8), LetterLines.NONE, 1)))
                .isEqualTo("1=Approve");
    }

    @Test
    void two_renderings_must_say_the_same_of_an_item() {
        assertThat(kinds(read(Mails.alternative("1 approve\n2 approve", "<p>1 approve</p><p>2 reject</p>"))))
                .isEqualTo("1=Approve, 2=Unclear");
        assertThat(kinds(read(Mails.alternative("1 approve\n2 approve", "<p>1 approve</p>"))))
                .isEqualTo("1=Approve, 2=Unclear");
    }

    @Test
    void a_machines_mail_is_a_machines_mail() {
        assertThat(read("Auto-Submitted: auto-replied\n" + Mails.plain("all approve\n")))
                .isInstanceOfSatisfying(DigestReading.Whole.class,
                        whole -> assertThat(whole.reading()).isInstanceOf(Reading.AutomaticReply.class));
        assertThat(read("From: x@evil.example.invalid\n" + Mails.plain("all approve\n")))
                .isInstanceOfSatisfying(DigestReading.Whole.class,
                        whole -> assertThat(whole.reading()).isInstanceOf(Reading.Unreadable.class));
    }

    private static String kinds(String words) {
        return kinds(read(Mails.plain(words.replace("\\n", "\n") + "\n")));
    }

    private static DigestReading read(String mail) {
        return READER.read(mail.replace("\n", "\r\n").getBytes(UTF_8), LetterLines.of(DIGEST), ITEMS);
    }

    static String kinds(DigestReading reading) {
        return switch (reading) {
            case DigestReading.Whole _ -> "";
            case DigestReading.Answers(_, var items, _) -> items.entrySet().stream()
                    .map((Map.Entry<Integer, Reading> item) -> item.getKey() + "="
                            + item.getValue().getClass().getSimpleName())
                    .collect(Collectors.joining(", "));
        };
    }
}
