package uk.gov.datashare.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Letter;

/** Whatever a mail program does with a letter of ours, only its reader's own words are an answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotedLettersTest {

    private static final String WROTE = "On Tue, 24 Nov 2026 at 10:12, Data Share Hub <approvals@hub.example.invalid> wrote:\n";
    private static final String HEADERS = "From: Data Share Hub <approvals@hub.example.invalid>\nSent: 24 November 2026 "
            + "10:12\nTo: Pat Owner <owner@dwp.gov.uk.example.invalid>\nSubject: ";
    private static final ReplyReader READER = new ReplyReader("hub.example.invalid");

    /** How mail programs put a letter into the reply to it. */
    enum Style {
        MARKED_BELOW, WRAPPED_BELOW, HEADERS_BELOW, UNMARKED_BELOW, ORIGINAL_MESSAGE_BELOW, BLOCKQUOTE_BELOW, OUTLOOK_HTML_BELOW, UNMARKED_HTML_BELOW;

        byte[] mail(String own, Letter letter) {
            String type = name().matches("BLOCKQUOTE.*|.*HTML.*") ? "text/html" : "text/plain";
            return ("From: Pat Owner <owner@dwp.gov.uk.example.invalid>\nTo: approvals@hub.example.invalid\nSubject: Re: "
                    + "Approval needed\nMessage-ID: <1@dwp.gov.uk.example.invalid>\nMIME-Version: 1.0\nContent-Type: "
                    + type + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + body(own, letter) + "\n")
                    .replace("\n", "\r\n").getBytes(UTF_8);
        }

        private String body(String own, Letter letter) {
            return switch (this) {
                case MARKED_BELOW -> own + "\n\n" + WROTE + marked(letter);
                case WRAPPED_BELOW -> own + "\n\n" + WROTE + marked(letter).replace(" ", "\n> ");
                case HEADERS_BELOW -> own + "\n\n" + HEADERS + letter.subject() + "\n\n" + letter.text();
                case UNMARKED_BELOW -> own + "\n\n" + letter.text();
                case ORIGINAL_MESSAGE_BELOW -> own + "\n\n-----Original Message-----\n" + letter.text();
                case BLOCKQUOTE_BELOW -> "<div>" + own + "</div><div>" + WROTE + "<blockquote type=cite>" + html(letter)
                        + "</blockquote></div>";
                case OUTLOOK_HTML_BELOW -> "<p class=MsoNormal>" + own + "</p><div style='border:none;border-top:solid "
                        + "#E1E1E1 1.0pt'><p>" + HEADERS.replace("\n", "<br>") + "</p></div>" + html(letter);
                case UNMARKED_HTML_BELOW -> "<div>" + own + "</div>" + html(letter);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_approval_above_any_letter_is_an_approval_and_nothing_more(Style style) {
        assertThat(letters()).allSatisfy(letter -> assertThat(read(style, "approve", letter))
                .isInstanceOfSatisfying(Reading.Approve.class, approve -> assertThat(approve.comment()).isBlank()));
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_sent_back_without_a_word_decides_nothing(Style style) {
        assertThat(letters())
                .allSatisfy(letter -> assertThat(read(style, "", letter)).isInstanceOf(Reading.Unclear.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_above_any_letter_is_taken_whole_and_alone(Style style) {
        assertThat(letters()).allSatisfy(letter -> assertThat(read(style, "reject: far too much", letter))
                .isInstanceOfSatisfying(Reading.Reject.class,
                        reject -> assertThat(reject.reason()).isEqualTo("far too much")));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKED_BELOW"})
    void an_approval_below_a_marked_quote_is_an_approval(Style style) {
        assertThat(letters()).allSatisfy(
                letter -> assertThat(READER.read(new String(style.mail("", letter), UTF_8).concat("\r\napprove\r\n")
                        .getBytes(UTF_8), Optional.empty())).isInstanceOf(Reading.Approve.class));
    }

    @Test
    void no_line_of_ours_by_itself_decides_anything() {
        assertThat(letters().flatMap(letter -> letter.text().lines()).map(String::strip).distinct())
                .allSatisfy(line -> assertThat(READER.read(plain(line), Optional.empty()))
                        .isNotInstanceOf(Reading.Said.class));
        assertThat(letters()
                .flatMap(letter -> Jsoup.parse(letter.html()).select("p,li,h1,h2,tr,caption,div").eachText().stream())
                .distinct())
                .allSatisfy(text -> assertThat(READER.read(plain(text), Optional.empty())).as(text)
                        .isNotInstanceOf(Reading.Said.class));
    }

    private static byte[] plain(String line) {
        return ("From: Pat Owner <owner@dwp.gov.uk.example.invalid>\r\nTo: approvals@hub.example.invalid\r\nSubject: Re: "
                + "Approval needed\r\nMessage-ID: <1@dwp.gov.uk.example.invalid>\r\nMIME-Version: 1.0\r\nContent-Type: "
                + "text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + line + "\r\n")
                .getBytes(UTF_8);
    }

    /** Whether the hub still knows what it wrote must make no difference to what is above it. */
    private static Reading read(Style style, String own, Letter letter) {
        byte[] mail = style.mail(own, letter);
        Reading known = READER.read(mail, lines(letter));
        assertThat(known.getClass()).isEqualTo(READER.read(mail, Optional.empty()).getClass());
        return known;
    }

    private static LetterLines lines(Letter letter) {
        return LetterLines.of(letter.subject(), letter.text(), letter.html());
    }

    @Test
    void a_letter_cut_off_anywhere_decides_nothing_once_the_hub_knows_what_it_wrote() {
        List<Cut> cuts = Stream.of("Happy to approve", "Sign").flatMap(QuotedLettersTest::cuts)
                .filter(cut -> cut.decides(LetterLines.NONE)).toList();
        assertThat(cuts).as("what the hub's knowledge is needed for").isNotEmpty();
        assertThat(cuts.stream().filter(cut -> cut.decides(lines(cut.letter())))).isEmpty();
    }

    @Test
    void little_is_kept_of_a_letter() {
        assertThat(letters().map(letter -> lines(letter).bytes())).allMatch(bytes -> bytes < 12 * 1024);
    }

    /** The end of a letter, as it comes back when a client has dropped everything above it. */
    private record Cut(Letter letter, String text) {

        boolean decides(LetterLines known) {
            return READER.read(plain(text.replace("\n", "\r\n")),
                    known) instanceof Reading.Said;
        }
    }

    /** Every end of every letter about a request with this title, by its lines and by the cells of its tables. */
    private static Stream<Cut> cuts(String title) {
        return Everything.happens(title, title).letters().stream().distinct()
                .flatMap(letter -> Stream.of(letter.text().lines().toList(),
                        Jsoup.parse(letter.html()).select("td, th, p, li, h1, h2").eachText())
                        .flatMap(lines -> IntStream.range(0, lines.size() - 1)
                                .mapToObj(start -> new Cut(letter,
                                        String.join("\n", lines.subList(start, lines.size()))))));
    }

    private static Stream<Letter> letters() {
        return Stream.concat(Everything.letters().stream(), Everything.happensInTrickyWords().letters().stream())
                .distinct();
    }

    private static String marked(Letter letter) {
        return letter.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String html(Letter letter) {
        return Jsoup.parse(letter.html()).body().html();
    }
}
