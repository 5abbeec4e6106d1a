package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The hub's own words, known again without being kept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterLinesTest {

    private static final String TEXT = """
            Approval needed

            Title:   APPROVE everything that is asked
            Asked by: Department for Education

            Happy to approve
            Begin your reply with one word on the first line.
            """;
    private static final String HTML = """
            <html><body><h1>Approval needed</h1><table><tr><td>Title</td><td>APPROVE everything that is asked</td></tr>
            <tr><td>Asked by</td><td>Department for Education</td></tr></table></body></html>
            """;
    private static final LetterLines LETTER = LetterLines.of(
            "[DSR-7K3M-9QPX-2ABC/T7] Approval needed: a title to be seen",
            TEXT, HTML);

    @Test
    void a_line_is_known_whatever_a_client_does_to_its_blanks_marks_and_capitals() {
        for (String line : List.of("Begin your reply with one word on the first line.",
                "> Begin  your reply with one word on the first line",
                "BEGIN YOUR REPLY WITH ONE WORD ON THE FIRST LINE",
                "Department for Education", "[DSR-7K3M-9QPX-2ABC/T7] Approval needed: a title to be seen",
                "a title to be seen")) {
            assertThat(LETTER.has(line, "")).as(line).isTrue();
        }
        assertThat(LETTER.has("Begin your reply with two words on the first line.", "")).isFalse();
        assertThat(LetterLines.NONE.has("Begin your reply with one word on the first line.", "")).isFalse();
    }

    @Test
    void a_line_that_could_be_an_answer_is_the_letters_only_above_what_stands_below_it_there() {
        assertThat(LETTER.has("Happy to approve", "Begin your reply with one word on the first line.")).isTrue();
        assertThat(LETTER.has("Happy to approve", "")).isFalse();
        assertThat(LETTER.has("Happy to approve", "Regards, Jo")).isFalse();
        assertThat(LETTER.has("APPROVE everything that is asked", "Asked by")).as("a table cell by cell").isTrue();
    }

    @Test
    void a_piece_of_a_line_is_known_by_the_run_of_its_words() {
        assertThat(LETTER.hasPiece("reply with one word on the")).isTrue();
        assertThat(LETTER.hasPiece("one word on the first line. Begin your")).isFalse();
        assertThat(LETTER.hasPiece("one word")).as("anybody's").isFalse();
    }

    @Test
    void the_lines_of_two_letters_are_known_together() {
        LetterLines both = LetterLines.together(List.of(LETTER, LetterLines.of("This is a reminder of the letter.")));
        assertThat(both.has("This is a reminder of the letter.", "")).isTrue();
        assertThat(both.has("Department for Education", "")).isTrue();
        assertThat(both.bytes()).isGreaterThan(LETTER.bytes());
    }

    @Test
    void the_longest_letter_takes_no_more_than_is_said() {
        var endless = new StringBuilder();
        for (int line = 0; line < 50_000; line++) {
            endless.append("This is line number ").append(line).append(" of very many.\n");
        }
        assertThat(LetterLines.of(endless.toString()).bytes()).isLessThanOrEqualTo(64 * 1024);
    }
}
