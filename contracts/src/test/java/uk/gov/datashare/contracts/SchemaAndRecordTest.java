package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The written contract and the records say the same, in both directions, for every kind of message. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SchemaAndRecordTest {

    static Stream<String> types() {
        return SchemaFiles.types().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void each_field_of_the_record_is_in_the_schema_and_each_of_the_schema_in_the_record(String type) {
        assertThat(SchemaAndRecord.differences(type, recordOf(type))).isEmpty();
    }

    @Test
    void a_difference_would_be_noticed() {
        assertThat(SchemaAndRecord.differences("uk.gov.datashare.case.withdrawn.v1", CaseMessage.Answer.class))
                .anyMatch(words -> words.contains("taskId"))
                .anyMatch(words -> words.contains("reason"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void the_sample_keeps_to_its_schema(String type) {
        assertThat(Schemas.check(type, sample(type))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void the_sample_becomes_its_record_and_the_same_json_again(String type) {
        Class<?> whole = ShareEvent.class.isAssignableFrom(recordOf(type)) ? RecordedEvent.class : recordOf(type);
        Object message = MessageJson.read(sample(type), whole);
        assertThat(MessageJson.tree(MessageJson.write(message))).isEqualTo(sample(type));
    }

    static List<String> requests() {
        return Samples.requests();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void each_sample_request_keeps_to_the_schema_and_comes_back_as_it_was(String sample) {
        JsonNode request = Samples.tree(sample);
        assertThat(Schemas.check(MessageTypes.of(ShareRequest.class), request)).isEmpty();
        assertThat(MessageJson.tree(MessageJson.write(MessageJson.read(request, ShareRequest.class))))
                .isEqualTo(request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void the_schema_stands_at_the_address_that_dataschema_names(String type) {
        JsonNode schema = SchemaFiles.tree(MessageTypes.schemaFile(type));
        assertThat(schema.path("$id").asString()).isEqualTo(MessageTypes.schemaOf(type).toString());
    }

    @Test
    void a_command_and_an_event_are_told_apart_by_their_type_alone() throws IOException {
        ShareCommand command = MessageJson.read(Samples.bytes("messages/command.approve.json"), ShareCommand.class);
        RecordedEvent event = MessageJson.read(Samples.bytes("messages/request.triaged.json"), RecordedEvent.class);

        assertThat(command).isInstanceOf(ShareCommand.Approve.class);
        assertThat(event.event()).isInstanceOf(ShareEvent.RequestTriaged.class);
    }

    private static Class<?> recordOf(String type) {
        return MessageTypes.named(type).orElse(Arrangement.class);
    }

    private static JsonNode sample(String type) {
        return Samples.tree("messages/" + MessageTypes.schemaFile(type).replace(".schema.json", ".json"));
    }
}
