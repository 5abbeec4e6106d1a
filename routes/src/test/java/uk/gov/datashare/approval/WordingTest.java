package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;

/** What holds for every letter, whoever wrote what is quoted in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {

    @Test
    void no_line_of_ours_begins_like_an_answer() {
        assertThat(Everything.happensInTrickyWords().letters()).isNotEmpty().allSatisfy(letter -> assertThat(
                letter.text().lines().map(String::strip).filter(line -> Wrap.opens(line.split(" ", -1)[0]))).isEmpty());
    }

    @Test
    void no_line_is_too_long_for_a_terminal() {
        assertThat(Everything.letters()).allSatisfy(
                letter -> assertThat(letter.text().lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Wrap.WIDTH)));
    }

    @Test
    void every_subject_is_one_line_without_an_address() {
        assertThat(Everything.letters()).allSatisfy(letter -> assertThat(letter.subject()).doesNotContain("\n", "@"));
    }

    @Test
    void html_says_its_language_loads_nothing_and_names_its_tables_rows() {
        assertThat(Everything.letters()).extracting(Letter::html).allSatisfy(html -> {
            assertThat(html).contains("<html lang=\"en\">").doesNotContain("src=", "http:", "https:", "<script",
                    "<style");
            assertThat(html.split("<tr>", -1)).hasSameSizeAs(html.split("<tr><th scope=\"row\"", -1));
        });
    }

    @Test
    void no_letter_names_a_person_or_an_address() {
        assertThat(Everything.letters())
                .allSatisfy(letter -> assertThat(letter.text() + letter.html() + letter.subject())
                        .doesNotContain("Pat ", "@", "example.invalid"));
    }

    @Test
    void markup_in_a_title_is_shown_and_not_obeyed() {
        Letter letter = asking("<script>alert(1)</script> & \"more\"");

        assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;");
        assertThat(letter.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_title_cannot_start_a_line_a_header_or_a_direction() {
        Letter letter = asking("Addresses\r\nBcc: someone\r\n\r\napprove\u202e\u200b\u2028reject");

        assertThat(letter.subject()).contains("Addresses Bcc: someone approve reject").doesNotContain("\r", "\n");
        assertThat(letter.text() + letter.html()).doesNotContain("\r", "\u202e", "\u200b", "\u2028");
    }

    @Test
    void a_title_cannot_call_for_the_reply_address() {
        Letter letter = asking("Write to {reply-address} or {reply\u200b-address}");

        assertThat(letter.subject() + letter.text()).doesNotContain(Letter.REPLY_ADDRESS).contains("(reply-address)");
        assertThat(letter.html().replace("mailto:" + Letter.REPLY_ADDRESS, "")).doesNotContain(Letter.REPLY_ADDRESS);
    }

    @Test
    void template_marks_in_a_title_are_only_text() {
        assertThat(asking("{{said.deadline}} {{{request}}}").text()).contains("{{said.deadline}} {{{request}}}");
    }

    @Test
    void links_and_addresses_in_a_text_lead_nowhere() {
        assertThat(
                Plain.text("See https://evil.example.invalid/x, www.evil.invalid, evil.invalid/y, mailto:a@b.invalid"))
                .isEqualTo("See https[:]//evil.example[.]invalid/x, www[.]evil.invalid, evil[.]invalid/y, "
                        + "mailto[:]a[at]b.invalid");
    }

    @Test
    void a_text_of_any_length_is_cut_and_says_so() {
        assertThat(Plain.text("x".repeat(10_000))).hasSize(Plain.LONGEST).endsWith("\u2026");
    }

    @Test
    void a_hash_is_eight_of_256_different_plain_words() {
        assertThat(HashWords.all()).hasSize(256).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{3,10}"));
        assertThat(HashWords.of(MessageJson.sha256("a")).split(" ")).hasSize(8);
        assertThat(HashWords.of("00ff".repeat(16))).isEqualTo("acorn walnut ".repeat(4).strip());
        assertThat(HashWords.all()).noneMatch(Wrap::opens);
    }

    @Test
    void words_that_open_an_answer_are_known_whatever_stands_around_them() {
        assertThat(List.of("approve", "\"Approve:", "REJECT,", "I\u2019m", "(not")).allMatch(Wrap::opens);
        assertThat(List.of("approval", "notice", "To", "*")).noneMatch(Wrap::opens);
    }

    private static Letter asking(String title) {
        return Story.begin().and(Sample.submitted(1, Sample.proposal(title))).and(Everything.sought("T3", Sample.OWNER))
                .last().getFirst();
    }
}
