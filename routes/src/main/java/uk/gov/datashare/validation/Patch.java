package uk.gov.datashare.validation;

import static java.util.Objects.requireNonNull;

import java.util.List;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One change to a message that mends it: as much of JSON Patch (RFC 6902) as safe corrections need. */
sealed interface Patch {

    /** Sets a field, whether it is there or not, or what stands at an index. */
    record Put(String pointer, JsonNode value) implements Patch {
        public Put {
            requireNonNull(pointer);
            requireNonNull(value);
        }
    }

    /** Adds an element at the end of a list. */
    record Append(String pointer, JsonNode value) implements Patch {
        public Append {
            requireNonNull(pointer);
            requireNonNull(value);
        }
    }

    /** Takes away what stands there. */
    record Remove(String pointer) implements Patch {
        public Remove {
            requireNonNull(pointer);
        }
    }

    static Patch put(String pointer, String text) {
        return new Put(pointer, JsonNodeFactory.instance.stringNode(text));
    }

    static Patch put(String pointer, boolean yes) {
        return new Put(pointer, JsonNodeFactory.instance.booleanNode(yes));
    }

    static Patch append(String pointer, String text) {
        return new Append(pointer, JsonNodeFactory.instance.stringNode(text));
    }

    /** Changes a message in place; what is taken away goes last and from the back, so that no index moves before its turn. */
    static JsonNode apply(List<Patch> patches, JsonNode message) {
        List<Patch> once = patches.stream().distinct().toList();
        once.stream().filter(patch -> !(patch instanceof Remove)).forEach(patch -> patch.change(message));
        once.reversed().stream().filter(Remove.class::isInstance).forEach(patch -> patch.change(message));
        return message;
    }

    private void change(JsonNode message) {
        switch (this) {
            case Put(var pointer, var value) -> put(message, JsonPointer.compile(pointer), value);
            case Append(var pointer, var value) -> {
                if (message.at(pointer) instanceof ArrayNode list) {
                    list.add(value);
                }
            }
            case Remove(var pointer) -> remove(message, JsonPointer.compile(pointer));
        }
    }

    private static void put(JsonNode message, JsonPointer at, JsonNode value) {
        switch (message.at(at.head())) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
            case ArrayNode list when list.has(at.last().getMatchingIndex()) ->
                list.set(at.last().getMatchingIndex(), value);
            default -> throw new IllegalArgumentException("Nothing stands at " + at.head());
        }
    }

    private static void remove(JsonNode message, JsonPointer at) {
        switch (message.at(at.head())) {
            case ObjectNode object -> object.remove(at.last().getMatchingProperty());
            case ArrayNode list -> list.remove(at.last().getMatchingIndex());
            default -> throw new IllegalArgumentException("Nothing stands at " + at.head());
        }
    }
}
