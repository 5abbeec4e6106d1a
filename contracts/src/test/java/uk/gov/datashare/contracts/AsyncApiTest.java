package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document says of topics and messages what the code says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AsyncApiTest {

    private final JsonNode document = new YAMLMapper().readTree(
            AsyncApiTest.class.getResourceAsStream("/asyncapi/datashare-hub.asyncapi.yaml"));
    private final Map<String, JsonNode> channels = document.path("channels").valueStream()
            .collect(toMap(channel -> channel.path("address").asString(), channel -> channel));

    @Test
    void every_topic_is_a_channel_and_no_other() {
        assertThat(channels.keySet()).isEqualTo(topics().map(AsyncApiTest::address).collect(toSet()));
    }

    @Test
    void every_channel_is_kept_as_its_topic_is() {
        assertThat(topics()).allSatisfy(topic -> {
            JsonNode kafka = requireNonNull(channels.get(address(topic))).at("/bindings/kafka");
            assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asString())
                    .isEqualTo(topic.cleanup() == Topic.Cleanup.COMPACT ? "compact" : "delete");
            assertThat(kafka.at("/topicConfiguration/retention.ms").asLong())
                    .isEqualTo(topic.retention().map(Duration::toMillis).orElse(-1L));
            assertThat(kafka.has("partitions")).isEqualTo(topic.partitions() == Topic.Spread.SINGLE);
        });
    }

    @Test
    void every_message_has_its_type_and_its_schema_and_travels_on_a_channel() {
        JsonNode messages = document.at("/components/messages");
        assertThat(messages.valueStream().map(message -> message.path("name").asString()).collect(toSet()))
                .isEqualTo(Stream.concat(SchemaFiles.types(), Stream.of(MessageTypes.MAIL_RECEIVED)).collect(toSet()));
        assertThat(messages.valueStream().filter(message -> message.path("payload").has("$ref")))
                .allMatch(message -> message.at("/payload/$ref").asString()
                        .equals("../schemas/v1/" + MessageTypes.schemaFile(message.path("name").asString())));
        Set<String> travelling = channels.values().stream()
                .flatMap(channel -> channel.path("messages").propertyNames().stream()).collect(toSet());
        assertThat(travelling).isEqualTo(new HashSet<>(messages.propertyNames()));
    }

    @Test
    void every_operation_is_about_a_channel() {
        assertThat(document.path("operations").valueStream().map(one -> one.at("/channel/$ref").asString()))
                .allMatch(reference -> document.at(reference.substring(1)).isObject());
    }

    private static Stream<Topic> topics() {
        return Stream.concat(Topics.central().stream(), Topics.of("org").stream());
    }

    private static String address(Topic topic) {
        return topic.name().replace(".org.", ".{organisation}.");
    }
}
