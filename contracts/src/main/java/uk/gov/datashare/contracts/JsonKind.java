package uk.gov.datashare.contracts;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** The kinds of value that JSON has, as one calls them in a sentence. */
final class JsonKind {

    private JsonKind() {}

    /** What kind of value this is. */
    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number with a fraction";
            default -> "something else";
        };
    }

    /** The kind that a schema's {@code type} names. */
    static String wanted(JsonNode type) {
        return switch (type.asString("")) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "array" -> "a list (in square brackets)";
            case "object" -> "an object (in curly brackets)";
            case "integer" -> "a whole number";
            default -> "of type " + type;
        };
    }

    /** What the writer of this value probably has to change, where that can be guessed. */
    static Optional<String> remedy(JsonNode type, JsonNode found) {
        if (found.isNull()) {
            return Optional.of("Give it a value, or leave the field out if it is optional.");
        }
        return Optional.ofNullable(switch (type.asString("")) {
            case "string" -> found.isNumber() || found.isBoolean() ? "Put it in quotation marks." : null;
            case "boolean", "integer" -> found.isString() ? "Write it without quotation marks." : null;
            case "array" -> "Put it in square brackets, even where there is one entry only.";
            default -> null;
        });
    }
}
