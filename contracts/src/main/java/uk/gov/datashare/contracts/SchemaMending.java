package uk.gov.datashare.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends what is wrong with a message's form where it is plain what was meant: capitals, spaces and hyphens, a number in quotes,
 * a null, one value in the place of a list of one. Nothing is made up, and no word is put for another.
 */
final class SchemaMending {

    /** A value that is mended may show a second fault behind the first. */
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_DIGITS = 9;
    private static final String ID_FORM = "^" + OrganisationId.PATTERN + "$";

    private final JsonNode message;

    private SchemaMending(JsonNode message) {
        this.message = message;
    }

    /** The message as it was meant, if all of it could be mended; a copy. */
    static Optional<JsonNode> mended(Schema schema, JsonNode message) {
        var mending = new SchemaMending(message.deepCopy());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Error> errors = schema.validate(mending.message);
            if (errors.isEmpty()) {
                return Optional.of(mending.message);
            }
            errors.forEach(mending::mend);
        }
        return Optional.empty();
    }

    private void mend(Error error) {
        String at = error.getInstanceLocation().toString();
        JsonNode found = message.at(at);
        switch (error.getKeyword()) {
            case "enum" -> only(error.getSchemaNode().valueStream().map(JsonNode::asString).toList(),
                    value -> plain(value).equals(plain(found.asString("")))).ifPresent(meant -> put(at, text(meant)));
            case "additionalProperties" -> rename(found, error);
            case "type" -> retype(at, found, error.getSchemaNode().asString(""));
            case "pattern" -> inForm(found.asString(""), error.getSchemaNode().asString(""))
                    .ifPresent(meant -> put(at, text(meant)));
            case "uniqueItems" -> once(found);
            default -> {
                // What is missing, too long or too large is for somebody to decide.
            }
        }
    }

    private static void rename(JsonNode found, Error error) {
        String name = error.getProperty();
        if (found instanceof ObjectNode object) {
            only(List.copyOf(SchemaFiles.around(error.getSchemaLocation()).path("properties").propertyNames()),
                    known -> plain(known).equals(plain(name)) && !object.has(known))
                    .ifPresent(known -> object.set(known, object.remove(name)));
        }
    }

    private void retype(String at, JsonNode found, String wanted) {
        if (found.isNull()) {
            remove(at);
        } else if (wanted.equals("array") && (found.isString() || found.isObject())) {
            put(at, JsonNodeFactory.instance.arrayNode().add(found));
        } else if (found.isString()) {
            String said = found.asString().strip();
            switch (wanted) {
                case "boolean" -> only(List.of("true", "false"), said.toLowerCase(Locale.ROOT)::equals)
                        .ifPresent(word -> put(at, JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(word))));
                case "integer" -> {
                    if (isWhole(said)) {
                        put(at, JsonNodeFactory.instance.numberNode(Integer.parseInt(said)));
                    }
                }
                default -> {
                    // A word is not an object.
                }
            }
        } else if (wanted.equals("string") && found.isIntegralNumber()) {
            put(at, text(found.asString()));
        }
    }

    private static Optional<String> inForm(String found, String form) {
        String meant = form.equals(ID_FORM) ? id(found) : found.strip();
        return meant.equals(found) ? Optional.empty() : Optional.of(meant);
    }

    /** A name as an id would have it; whether there is such an organisation is for others to say. */
    private static String id(String name) {
        StringBuilder id = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append((char) c);
            } else if (c != '\'' && !id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        });
        return !id.isEmpty() && id.charAt(id.length() - 1) == '-' ? id.substring(0, id.length() - 1) : id.toString();
    }

    private static void once(JsonNode found) {
        if (found instanceof ArrayNode list) {
            List<JsonNode> each = new ArrayList<>(list.valueStream().distinct().toList());
            list.removeAll();
            list.addAll(each);
        }
    }

    private static Optional<String> only(List<String> candidates, Predicate<String> meant) {
        List<String> found = candidates.stream().filter(meant).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private void put(String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return;
        }
        var at = JsonPointer.compile(pointer);
        switch (message.at(at.head())) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
            case ArrayNode list -> list.set(at.last().getMatchingIndex(), value);
            default -> {
                // What stood there has been mended away.
            }
        }
    }

    private void remove(String pointer) {
        var at = JsonPointer.compile(pointer);
        if (!pointer.isEmpty() && message.at(at.head()) instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        }
    }
}
