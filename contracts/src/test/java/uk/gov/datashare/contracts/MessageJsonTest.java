package uk.gov.datashare.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a message becomes JSON and stops being it: strictly, and always as the same bytes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MessageJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"system\":\"s\",\"system\":\"t\",\"id\":\"1\"}", "{\"system\":\"s\",\"id\":\"1\"} 2",
            "{\"system\":\"s\",\"id\":\"1\",\"more\":true}", "{\"system\":\"s\"}", "{\"system\":\"s\",\"id\":null}",
            "[]", "null", "", "{\"system\":\"s\",\"id\":\"1\""})
    void only_exactly_such_a_message_is_read(String json) {
        assertThatThrownBy(() -> MessageJson.read(json.getBytes(UTF_8), ShareRequest.ExternalRef.class).id())
                .isInstanceOfAny(JacksonException.class, NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"java.lang.Runtime\",\"requestId\":\"r\"}",
            "{\"type\":\"request.triaged.v1\"}", "{\"requestId\":\"r\"}"})
    void no_type_is_taken_from_a_message_but_one_of_the_sealed_kinds(String json) {
        assertThatThrownBy(() -> MessageJson.read(json.getBytes(UTF_8), ShareCommand.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void what_is_absent_is_not_written_and_what_is_empty_text_is() {
        var problem = new Problem("V01", Problem.Severity.ERROR, "", "m", Optional.empty());
        String json = new String(MessageJson.write(problem), UTF_8);
        assertThat(json).isEqualTo("{\"rule\":\"V01\",\"severity\":\"ERROR\",\"pointer\":\"\",\"message\":\"m\"}");
        assertThat(MessageJson.read(json.getBytes(UTF_8), Problem.class)).isEqualTo(problem);
    }

    @Test
    void a_proposal_from_before_a_field_existed_keeps_its_hash() {
        Proposal proposal = MessageJson.read(Samples.bytes("a-postcode-data.json"), ShareRequest.class).proposal();
        assertThat(MessageJson.hash(proposal))
                .isEqualTo("3a45c6c9a4dc7540d4a1776e3bfe67d56103f4a8914b16c2563801d00c9caa9c");
    }

    @Test
    void a_no_that_is_left_out_is_read_as_no_and_not_written() {
        String json = "{\"description\":\"d\",\"includesChildren\":false}";
        var subjects = MessageJson.read(json.getBytes(UTF_8), Data.Subjects.class);
        assertThat(subjects.vulnerable()).isFalse();
        assertThat(new String(MessageJson.write(subjects), UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "\"true\"", "[true]", "{}"})
    void what_is_neither_yes_nor_no_is_not_read_as_either(String vulnerable) {
        String json = "{\"description\":\"d\",\"includesChildren\":false,\"vulnerable\":" + vulnerable + "}";
        assertThatThrownBy(() -> MessageJson.read(json.getBytes(UTF_8), Data.Subjects.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void canonical_form_writes_numbers_and_texts_as_RFC_8785_section_3_2_2_does() {
        JsonNode input = MessageJson.tree("""
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""".getBytes(UTF_8));
        assertThat(new String(MessageJson.canonical(input), UTF_8)).isEqualTo(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void canonical_form_sorts_names_as_RFC_8785_section_3_2_3_does() {
        JsonNode input = MessageJson.tree("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""".getBytes(UTF_8));
        assertThat(MessageJson.tree(MessageJson.canonical(input)).valueStream().map(JsonNode::asString))
                .containsExactly("Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis",
                        "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh");
    }

    static Iterable<String> requests() {
        return Samples.requests();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void the_hash_does_not_depend_on_the_order_of_fields(String sample) {
        JsonNode proposal = Samples.tree(sample).path("proposal");
        Proposal read = MessageJson.read(proposal, Proposal.class);
        Proposal shuffled = MessageJson.read(shuffled(proposal, new Random(8785)), Proposal.class);

        assertThat(MessageJson.hash(read)).isEqualTo(MessageJson.hash(shuffled)).isEqualTo(MessageJson.hash(proposal))
                .hasSize(64);
    }

    /** Whoever changes this line changes what every approver has approved. */
    @Test
    void the_hash_of_a_known_proposal_stays_as_it_was() {
        JsonNode submitted = Samples.tree("messages/request.submitted.json").path("event");
        assertThat(MessageJson.hash(MessageJson.read(submitted.path("proposal"), Proposal.class)))
                .isEqualTo(submitted.path("contentHash").asString());
        JsonNode issued = Samples.tree("messages/arrangement.issued.json").path("event");
        assertThat(MessageJson.hash(MessageJson.read(issued.path("memorandum"), Memorandum.class)))
                .isEqualTo(issued.path("documentHash").asString());
    }

    @Test
    void each_event_of_a_case_bears_the_hash_of_the_one_before() {
        RecordedEvent signed = event("arrangement.signed");
        RecordedEvent activated = event("arrangement.activated");
        RecordedEvent expired = event("arrangement.expired");

        assertThat(activated.previousHash()).isEqualTo(MessageJson.hash(signed));
        assertThat(expired.previousHash()).isEqualTo(MessageJson.hash(activated));
        assertThat(event("request.submitted").previousHash()).isEqualTo(RecordedEvent.FIRST);
    }

    private static RecordedEvent event(String name) {
        return MessageJson.read(Samples.tree("messages/" + name + ".json"), RecordedEvent.class);
    }

    private static JsonNode shuffled(JsonNode node, Random order) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var names = new ArrayList<>(object.propertyNames());
        Collections.shuffle(names, order);
        ObjectNode copy = object.objectNode();
        names.forEach(name -> copy.set(name, shuffled(object.path(name), order)));
        return copy;
    }
}
