package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import com.networknt.schema.SchemaLocation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.SchemaAndRecord.SchemaFile;

/** How a schema of the hub is written, so that any tool can read it and no message can tire it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SchemaStyleTest {

    private static final Set<String> INBOUND = Set.of("case.submitted.schema.json", "case.withdrawn.schema.json",
            "case.answered.schema.json", "case.decided.schema.json", "proposal.schema.json");

    static Stream<String> files() {
        return Stream.concat(SchemaFiles.shared(), SchemaFiles.types().map(MessageTypes::schemaFile)).sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_field_says_what_it_is_for(String file) {
        assertThat(found(file, (schema, out) -> schema.path("properties").properties().stream()
                .filter(field -> field.getValue().path("description").asString("").length() < 4)
                .forEach(field -> out.add(field.getKey())))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_text_and_each_list_has_a_greatest_length(String file) {
        assertThat(endless(SchemaFile.whole(file), "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void only_keywords_are_used_that_every_tool_knows(String file) {
        Set<String> tooNew = Set.of("unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$dynamicAnchor",
                "prefixItems", "oneOf", "anyOf", "allOf", "if", "not", "dependentSchemas");
        assertThat(found(file, (schema, out) -> schema.propertyNames().stream().filter(tooNew::contains)
                .forEach(out::add))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_pattern_runs_in_linear_time_and_fits_its_examples(String file) {
        found(file, (schema, _) -> {
            if (schema.path("pattern").isString()) {
                Pattern pattern = Pattern.compile(schema.path("pattern").asString());
                assertThat(schema.path("examples").valueStream().map(JsonNode::asString)).allMatch(
                        example -> pattern.matcher(example).find());
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void what_comes_in_is_closed_and_what_goes_out_is_open(String file) {
        assertThat(found(file, (schema, out) -> {
            boolean closed = schema.path("additionalProperties").isBoolean();
            if (schema.has("properties") && closed != INBOUND.contains(file)) {
                out.add(schema.path("description").asString());
            }
        })).isEmpty();
    }

    @Test
    void the_carried_proposal_is_the_submitted_one_left_open() {
        JsonNode submitted = SchemaFiles.tree("proposal.schema.json").deepCopy();
        each(submitted, schema -> {
            if (schema.path("additionalProperties").isBoolean()) {
                ((ObjectNode) schema).remove("additionalProperties");
            }
        });
        ObjectNode carried = (ObjectNode) SchemaFiles.tree("carried-proposal.schema.json").deepCopy();
        carried.set("$id", submitted.path("$id"));
        carried.set("title", submitted.path("title"));
        assertThat(carried).isEqualTo(submitted);
    }

    @Test
    void an_organisation_id_is_the_same_in_schema_and_code() {
        assertThat(SchemaFiles.tree("common.schema.json").at("/$defs/organisationId/pattern").asString())
                .isEqualTo("^" + OrganisationId.PATTERN + "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/a.schema.json", "https://example.invalid/a.schema.json",
            "file:///etc/hostname", "classpath:/schemas/v1/common.schema.json",
            "classpath:schemas/v1/common.schema.json"})
    void a_reference_to_anywhere_else_is_never_followed(String elsewhere) {
        String own = MessageTypes.schemasAt() + "own.schema.json";
        var registry = SchemaFiles.registry(Map.of(own, "{\"$id\":\"" + own + "\",\"$ref\":\"" + elsewhere + "\"}"));

        assertThatThrownBy(() -> registry.getSchema(SchemaLocation.of(own)).initializeValidators())
                .hasMessageContaining(elsewhere);
    }

    /** Texts and lists below here that may grow without end. */
    private static List<String> endless(SchemaFile here, String at) {
        var endless = new ArrayList<String>();
        JsonNode schema = here.schema();
        boolean text = schema.path("type").asString("").equals("string") && !schema.has("enum");
        boolean list = schema.path("type").asString("").equals("array");
        if ((text && !schema.has("maxLength")) || (list && !schema.has("maxItems"))) {
            endless.add(at);
        }
        schema.path("properties").propertyNames()
                .forEach(name -> endless.addAll(endless(here.at("properties", name), at + "/" + name)));
        if (list) {
            endless.addAll(endless(here.at("items"), at + "/0"));
        }
        return endless;
    }

    private static List<String> found(String file, BiConsumer<JsonNode, List<String>> search) {
        var found = new ArrayList<String>();
        each(SchemaFiles.tree(file), schema -> search.accept(schema, found));
        return found;
    }

    private static void each(JsonNode schema, Consumer<JsonNode> visit) {
        visit.accept(schema);
        for (String holder : List.of("properties", "$defs")) {
            schema.path(holder).valueStream().forEach(part -> each(part, visit));
        }
        for (String part : List.of("items", "additionalProperties")) {
            if (schema.path(part).isObject()) {
                each(schema.path(part), visit);
            }
        }
    }
}
