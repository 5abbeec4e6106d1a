package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.SchemaAndRecord.SchemaFile;

/** A field that no sample has is one that nobody has ever seen filled in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EachFieldInASampleTest {

    @Test
    void each_field_of_a_request_is_filled_in_by_one_of_the_samples() {
        Stream<JsonNode> requests = Samples.requests().stream().map(Samples::tree);
        assertThat(fields(SchemaFile.whole("case.submitted.schema.json"), "", List.of("annexCondition",
                "devolved")))
                .isSubsetOf(seen(requests.toList()));
    }

    @Test
    void each_field_of_an_organisation_is_filled_in_by_its_sample() {
        assertThat(fields(SchemaFile.whole("organisation.updated.schema.json"), "", List.of("absence", "letters",
                "supersededBy"))).isSubsetOf(seen(List.of(Samples.tree("messages/organisation.updated.json"))));
    }

    /** The paths of every field that a schema knows, without those of these names. */
    private static Set<String> fields(SchemaFile schema, String at, List<String> without) {
        var found = new TreeSet<String>();
        for (String name : schema.schema().path("properties").propertyNames()) {
            if (!without.contains(name)) {
                SchemaFile field = schema.at("properties", name);
                SchemaFile inner = field.schema().has("items") ? field.at("items") : field;
                found.add(at + "/" + name);
                found.addAll(fields(inner, at + "/" + name, without));
            }
        }
        return found;
    }

    private static Set<String> seen(List<JsonNode> messages) {
        var seen = new TreeSet<String>();
        messages.forEach(message -> see(message, "", seen));
        return seen;
    }

    private static void see(JsonNode json, String at, Set<String> seen) {
        if (json.isArray()) {
            json.forEach(each -> see(each, at, seen));
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            seen.add(at + "/" + field.getKey());
            see(field.getValue(), at + "/" + field.getKey(), seen);
        }
    }
}
