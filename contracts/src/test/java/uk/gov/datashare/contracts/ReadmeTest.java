package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The README of this module tells the truth. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadmeTest {

    private static final Path SNIPPET = Path.of("src/test/java/uk/gov/datashare/contracts/ReadArrangements.java");
    private static final TopicPartition PLACE = new TopicPartition(Topics.ARRANGEMENTS.name(), 0);

    private final String readme = text(Path.of("README.md"));

    @Test
    void it_names_every_topic() {
        Stream<Topic> topics = Stream.concat(Topics.central().stream(), Topics.of("org").stream());
        assertThat(topics.map(topic -> topic.name().replace(".org.", ".{organisation}."))).allMatch(readme::contains);
    }

    @Test
    void it_names_every_sample_request_and_each_file_it_points_to_is_there() {
        assertThat(Samples.requests()).allMatch(readme::contains);
        List<String> links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme).results().map(link -> link.group(1))
                .toList();
        assertThat(links).isNotEmpty().allMatch(link -> Files.exists(Path.of(link)));
    }

    @Test
    void its_consumer_is_the_one_that_is_compiled_here() {
        String source = text(SNIPPET);
        String shown = source.substring(source.indexOf("    static Consumer"), source.lastIndexOf("}\n"));
        assertThat(readme).contains(shown.stripTrailing().stripIndent());
    }

    @Test
    void its_consumer_keeps_the_newest_of_each_arrangement_and_forgets_the_removed() {
        Map<String, JsonNode> catalogue = new HashMap<>();
        try (var consumer = new MockConsumer<String, byte[]>("earliest")) {
            consumer.schedulePollTask(() -> {
                consumer.rebalance(Set.of(PLACE));
                consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
                arrangement(consumer, 0, "A", 2);
                arrangement(consumer, 1, "A", 1);
                arrangement(consumer, 2, "B", 1);
                consumer.addRecord(new ConsumerRecord<>(PLACE.topic(), 0, 3, "B", null));
            });
            ReadArrangements.read(consumer, () -> consumer.committed(Set.of(PLACE)).isEmpty(), catalogue);
        }
        assertThat(catalogue.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().path("version").asInt())))
                .isEqualTo(Map.of("A", 2));
    }

    private static void arrangement(MockConsumer<String, byte[]> consumer, long offset, String key, int version) {
        var message = (ObjectNode) Samples.tree("messages/arrangement.published.json");
        message.put("version", version).put("aFieldOfNextYear", true);
        consumer.addRecord(new ConsumerRecord<>(PLACE.topic(), 0, offset, key, MessageJson.write(message)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
