package uk.gov.datashare.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox from an empty data folder, as the README starts it, and what somebody outside finds when its story is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIT {

    private static final Duration STORY = Duration.ofMinutes(4);

    private static final Pattern SUMMARY_ROW = Pattern.compile(" *(\\w+) +(\\d+)");

    private Place place;
    private HubProcess hub;
    private Books books;

    @BeforeAll
    void watch_the_story_to_its_end(@TempDir Path folder) {
        place = Place.in(folder);
        hub = HubProcess.sandboxAt(place);
        hub.awaitReady().awaitLine(SandboxStory.SUMMARY, STORY).awaitLine("  seconds", Duration.ofSeconds(10));
        books = Books.at(Outside.of(place));
        System.out.println("Sandbox: " + books + "; " + Post.received(place).size() + " letters");
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void every_sample_comes_to_the_end_that_the_script_has_for_it() {
        assertThat(books.ends()).isEqualTo(SandboxStory.ends());
    }

    @Test
    void every_department_hears_of_that_end_on_its_own_topic() {
        SandboxStory.ENDS.forEach((reference, end) -> {
            List<String> heard = Outside.of(place)
                    .read("datashare." + SandboxStory.acquirerOf(reference) + ".status.v1")
                    .stream().filter(status -> status.at("/externalRef/id").equals(reference))
                    .map(status -> status.at("/state")).toList();
            assertThat(heard).as(reference).isNotEmpty().last().isEqualTo(end);
        });
    }

    @Test
    void the_summary_says_so() {
        Map<String, String> rows = hub.output().stream()
                .dropWhile(line -> !line.startsWith(SandboxStory.SUMMARY)).skip(1).limit(8)
                .map(SUMMARY_ROW::matcher).filter(Matcher::matches)
                .collect(toMap(row -> row.group(1), row -> row.group(2)));
        assertThat(rows).containsEntry("requests", "16").containsEntry("refused", "1").containsEntry("rejected", "1")
                .containsEntry("withdrawn", "1").containsEntry("lapsed", "0").containsEntry("agreed", "13")
                .containsEntry("published", "13").containsKey("seconds");
    }

    @Test
    void every_chain_of_events_verifies_and_nobody_decided_twice() {
        books.everyChainVerifies();
        books.nobodyDecidedTwice();
        books.eachArrangementStandsOnce();
    }

    @Test
    void topic_and_web_show_the_same_arrangements() {
        Map<String, JsonNode> onTheWeb = Web.arrangements(place).stream()
                .collect(toMap(one -> one.path("arrangementId").asString(), one -> one));
        Map<String, JsonNode> onTheTopic = books.catalogue().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().json()));
        assertThat(onTheWeb).hasSize(13).isEqualTo(onTheTopic);
        onTheTopic.forEach((id, arrangement) -> assertThat(
                JsonMapper.shared().readTree(Web.bytes(place, "/arrangements/" + id))).isEqualTo(arrangement));
    }

    @Test
    void the_bytes_of_every_memorandum_have_the_hash_that_was_signed() {
        assertThat(books.catalogue()).isNotEmpty().allSatisfy((id, arrangement) -> assertThat(
                Books.sha256(Web.bytes(place, "/arrangements/" + id + "/memorandum.json")))
                .isEqualTo(arrangement.at("/documentHash"))
                .isEqualTo(Books.hash(JsonMapper.shared().writeValueAsBytes(arrangement.json().path("memorandum")))));
    }

    @Test
    void nothing_became_a_dead_letter() {
        assertThat(books.deadLetters()).isEmpty();
    }

    @Test
    void each_letter_came_once() {
        List<Post.Letter> letters = Post.received(place);
        assertThat(letters.stream().collect(groupingBy(letter -> letter.to() + " " + letter.messageId(), counting())))
                .isNotEmpty().allSatisfy((letter, times) -> assertThat(times).as(letter).isEqualTo(1));
        assertThat(letters).extracting(Post.Letter::messageId).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void whoever_was_asked_or_reminded_got_one_letter_for_it() {
        List<Post.Letter> letters = Post.received(place);
        List<Message> asked = books.events().stream()
                .filter(event -> List.of("approval.requested", "approval.reminded", "approval.escalated")
                        .contains(event.type()))
                .filter(event -> !SandboxStory.BOUNCES.contains(event.at("/event/to")))
                .toList();
        assertThat(asked).isNotEmpty().allSatisfy(event -> assertThat(letters)
                .filteredOn(letter -> SandboxStory.isOwed(letter, event)).as(event.toString()).hasSize(1));
    }
}
