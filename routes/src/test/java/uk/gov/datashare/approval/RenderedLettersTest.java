package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Letter;

/**
 * Every letter as a mail program or a screen reader meets it; and, to be looked at by people, all of them as pages in
 * {@code target/letters}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RenderedLettersTest {

    /** What Outlook for Windows, which lays out with Word, drops or gets wrong. */
    private static final Pattern NOT_IN_OUTLOOK = Pattern
            .compile("(?i)position:|float:|display:(flex|grid|inline-block)"
                    + "|background-image|<(video|audio|svg|form|input|button|iframe|object)\\b|url\\(|calc\\(|var\\(--");
    private static final Path PAGES = Path.of("target/letters");

    @Test
    void each_template_is_written_once_as_a_page_to_look_at() throws IOException {
        Files.createDirectories(PAGES);
        for (Letter letter : Everything.letters()) {
            Files.writeString(PAGES.resolve(letter.letterId() + ".html"), letter.html());
            Files.writeString(PAGES.resolve(letter.letterId() + ".txt"), letter.text());
        }
        assertThat(Everything.letters()).hasSizeGreaterThan(Template.values().length);
    }

    @Test
    void it_has_one_first_heading_no_level_left_out_and_a_language() {
        assertThat(pages()).allSatisfy(page -> {
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("h3,h4,h5,h6")).isEmpty();
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.title()).isNotBlank();
        });
    }

    @Test
    void no_meaning_hangs_on_what_outlook_drops() {
        assertThat(Everything.letters()).extracting(Letter::html)
                .noneMatch(html -> NOT_IN_OUTLOOK.matcher(html).find());
    }

    @Test
    void tables_hold_data_and_name_their_rows_and_nothing_is_laid_out_with_them() {
        assertThat(pages().stream().flatMap(page -> page.select("tr").stream()))
                .allSatisfy(row -> assertThat(row.select("th[scope=row]")).hasSize(1));
        assertThat(pages().stream().flatMap(page -> page.select("table table").stream())).isEmpty();
    }

    @Test
    void every_link_has_words_that_say_where_it_goes_and_no_picture_needs_seeing() {
        assertThat(pages().stream().flatMap(page -> page.select("a").stream()))
                .allSatisfy(link -> assertThat(link.text()).isNotBlank().doesNotContainIgnoringCase("click here"));
        assertThat(pages().stream().flatMap(page -> page.select("img").stream())).isEmpty();
    }

    @Test
    void what_is_shown_beside_the_subject_is_the_message_and_says_what_the_page_says() {
        assertThat(pages()).allSatisfy(page -> {
            String preview = shownBesideSubject(page);
            assertThat(preview).isNotBlank().doesNotContain("reply above", "OFFICIAL");
            assertThat(preview.length()).isGreaterThan(40);
        });
    }

    @Test
    void the_first_two_lines_of_a_text_say_what_it_is_about() {
        assertThat(Everything.letters())
                .allSatisfy(letter -> assertThat(body(letter).limit(2).collect(Collectors.joining(" ")))
                        .hasSizeGreaterThan(60)
                        .containsAnyOf("data share", "data-share", "role", "This has come to you", "passed this to you",
                                "memorandum", "Department for Work and Pensions"));
    }

    private static Stream<String> body(Letter letter) {
        return letter.text().lines().filter(line -> !line.isBlank()).skip(2);
    }

    private static String shownBesideSubject(Document page) {
        return page.body().children().stream().findFirst().map(Element::text).orElse("");
    }

    private static List<Document> pages() {
        return Everything.letters().stream().map(letter -> Jsoup.parse(letter.html())).toList();
    }
}
