package uk.gov.datashare.connectors.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;

/** What differs between two records of an organisation, place by place: people, roles and assets are known by their ids. */
public final class RecordDifferences {

    private static final List<String> NAMES = List.of("personId", "assetId", "role", "id", "item");
    private static final int MUCH = 200;

    private RecordDifferences() {}

    /**
     * One place.
     *
     * @param place  where, such as {@code people/p-dwp-01/email}
     * @param before what stands there; empty for nothing
     * @param after  what is to stand there; empty for nothing
     */
    public record Difference(String place, Optional<String> before, Optional<String> after) {

        /** In a line for a person, with both values. */
        public String inWords() {
            return place + ": " + before.orElse("(nothing)") + " -> " + after.orElse("(nothing)");
        }
    }

    /** Every place that differs, in the order of their names; for an organisation that joins, everything in its record. */
    public static List<Difference> between(Optional<Organisation> before, Organisation after) {
        List<Difference> found = new ArrayList<>();
        compare("", before.map(one -> MessageJson.tree((Object) one)).orElse(JsonNodeFactory.instance.objectNode()),
                MessageJson.tree((Object) after), found);
        return List.copyOf(found);
    }

    private static void compare(String place, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.equals(after)) {
            return;
        }
        Map<String, JsonNode> old = parts(before);
        Map<String, JsonNode> changed = parts(after);
        if (old.isEmpty() && changed.isEmpty()) {
            found.add(new Difference(place, text(before), text(after)));
            return;
        }
        var names = new TreeSet<>(old.keySet());
        names.addAll(changed.keySet());
        for (String name : names) {
            compare(place.isEmpty() ? name : place + "/" + name,
                    old.getOrDefault(name, JsonNodeFactory.instance.missingNode()),
                    changed.getOrDefault(name, JsonNodeFactory.instance.missingNode()), found);
        }
    }

    /** The parts of an object or of a list, by a name that stays theirs when others come or go before them. */
    private static Map<String, JsonNode> parts(JsonNode whole) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        whole.properties().forEach(field -> parts.put(field.getKey(), field.getValue()));
        for (int at = 0; whole.isArray() && at < whole.size(); at++) {
            JsonNode one = whole.get(at);
            parts.put(NAMES.stream().map(one::path).filter(JsonNode::isString).map(JsonNode::asString).findFirst()
                    .orElse(one.isString() ? one.asString() : Integer.toString(at)), one);
        }
        return parts;
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = (value.isString() ? value.asString() : value.toString()).replaceAll("\\p{Cntrl}", " ");
        return Optional.of(text.length() > MUCH ? text.substring(0, MUCH) + "..." : text);
    }
}
