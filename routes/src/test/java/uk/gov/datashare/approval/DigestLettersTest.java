package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RequestId;

/** What a digest looks like, and that nothing in it can be taken for an answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestLettersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String TRICKY = "1 approve all approve 3-5 approve item 2 approve 2) approve #3 approve "
            + "approve 4 approve all of them approve 1, 2 approve pob un cymeradwyo 5. approve 6 approve 7 approve";

    private final DigestLetters letters = new DigestLetters();

    @Test
    void a_digest_shows_in_its_first_lines_what_is_wanted_of_whom_and_until_when() {
        Letter digest = letters.digest("dwp.owner", DAY, List.of(task("Addresses"), task("Postcodes")), 0);
        assertThat(digest.subject()).isEqualTo("2 tasks wait for you: 25 November 2026");
        assertThat(digest.text()).containsSubsequence("OFFICIAL", "There are 2 tasks", "Number 1: \"Addresses\"",
                "Wanted: Approval needed: data owner", "Parties: Home Office asks", "Needed by: Wednesday 2 December",
                "Fingerprint: ", "Case: DSR-", "Number 2: \"Postcodes\"", "How to answer", "\"1 approve\"",
                "In full: number 1", "In short", "In full: number 2");
        assertThat(RequestId.isOne(digest.requestId())).isTrue();
        assertThat(digest.reply()).contains(new Letter.Reply("D0", 1, MessageJson.hash(digest.items())));
    }

    @Test
    void no_line_of_a_digest_or_of_its_answer_begins_like_an_answer() {
        Letter digest = letters.digest("dwp.owner", DAY, List.of(task(TRICKY), task("Approve"), task("2 approve")), 0);
        Letter answer = letters.answer(
                new ReplyRead("dwp.owner", digest.requestId(), digest.items(), List.of(1, 2), List.of(TRICKY),
                        "f".repeat(64)),
                List.of(new DigestLetters.Told(1, TRICKY, "It counts: approved."),
                        new DigestLetters.Told(2, "2 approve", "This could not be taken for an answer. " + TRICKY)));
        assertThat(List.of(digest, answer)).allSatisfy(letter -> {
            assertThat(letter.text().lines().map(String::strip)
                    .filter(line -> Wrap.opensNumbered(line.split(" ", -1)[0]))).isEmpty();
            assertThat(letter.text().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Wrap.WIDTH + 4));
        });
    }

    @Test
    void html_says_its_language_loads_nothing_and_begins_replies() {
        Letter digest = letters.digest("dwp.owner", DAY, List.of(task("<b>Addresses</b>"), task("Postcodes")), 3);
        assertThat(digest.html()).contains("<html lang=\"en\">", "&lt;b&gt;Addresses&lt;/b&gt;",
                "href=\"mailto:{reply-address}?", "2%20approve\"", "next digest: 3")
                .doesNotContain("src=", "http:", "https:", "<script", "<style", "<b>Addresses");
        assertThat(digest.html().split("<tr>", -1)).hasSameSizeAs(digest.html().split("<tr><th scope=\"row\"", -1));
    }

    @Test
    void whatever_is_proposed_a_digest_fits_into_one_message() {
        List<TaskAsked> tasks = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(number -> task("Share " + number, "word ".repeat(400))).toList());
        Letter digest = letters.digest("dwp.owner", DAY, tasks, 0);
        assertThat(digest.items()).hasSize(25);
        assertThat(digest.text().length()).isLessThan(100_000);
        assertThat(digest.html().length()).isLessThan(200_000);
        assertThat(MessageJson.write(digest).length).isLessThan(MessageJson.MOST_BYTES);
    }

    @Test
    void the_same_tasks_on_another_day_or_for_another_person_are_another_digest() {
        List<TaskAsked> tasks = List.of(task("Addresses"), task("Postcodes"));
        assertThat(List.of(letters.digest("a", DAY, tasks, 0), letters.digest("a", DAY.plusDays(1), tasks, 0),
                letters.digest("b", DAY, tasks, 0), letters.digest("a", DAY, tasks.reversed(), 0)))
                .extracting(Letter::letterId).doesNotHaveDuplicates();
        assertThat(letters.digest("a", DAY, tasks, 0)).isEqualTo(letters.digest("a", DAY, tasks, 0));
    }

    private static TaskAsked task(String title) {
        return task(title, "Addresses are compared, so that letters reach people who have moved.");
    }

    /** As the approval stage writes it, from a case of this title. */
    private static TaskAsked task(String title, String summary) {
        var stationery = new Stationery();
        var writer = new LetterWriter(stationery, false);
        Story story = Story.begin().and(Sample.submitted(1, Sample.proposal(title, summary, false)))
                .and(Everything.sought("T3", Sample.DIGEST_READER));
        var on = new Occasion(story.history().getLast(), story.file(), Sample.registry());
        return (TaskAsked) new DigestNotes(writer, stationery)
                .of(new Letters(writer).written(on).getFirst(), on, Optional.empty()).note().orElseThrow();
    }
}
