package uk.gov.datashare.contracts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.Problem.Severity;

/**
 * Keeps out characters that no honest text has and that make one reader see something else than another: control
 * characters, halves of surrogate pairs, and those that turn the direction of writing (Unicode Bidi_Control).
 */
final class Characters {

    private record Place(String pointer, JsonNode value) {}

    private Characters() {}

    /** Every text of a message, and every field name, that has such a character. */
    static List<Problem> check(JsonNode message) {
        return isClean(message) ? List.of() : problems(message);
    }

    /** Nearly every message is clean; to see that takes no pointers. */
    private static boolean isClean(JsonNode message) {
        var open = new ArrayDeque<JsonNode>(List.of(message));
        while (!open.isEmpty()) {
            JsonNode value = open.pop();
            if (value.isString() && isHarmful(value.asString())) {
                return false;
            }
            if (value.isObject() && value.propertyNames().stream().anyMatch(Characters::isHarmful)) {
                return false;
            }
            value.forEach(open::push);
        }
        return true;
    }

    private static boolean isHarmful(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F;
            if (!plain) {
                return firstHarmful(text).isPresent();
            }
        }
        return false;
    }

    private static List<Problem> problems(JsonNode message) {
        var problems = new ArrayList<Problem>();
        var open = new ArrayDeque<Place>(List.of(new Place("", message)));
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.value().isString()) {
                firstHarmful(place.value().asString())
                        .ifPresent(c -> problems.add(problem(place.pointer(), "This text", c)));
            }
            place.value().properties().forEach(field -> {
                String pointer = place.pointer() + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                firstHarmful(field.getKey()).ifPresent(c -> problems.add(problem(pointer, "This field's name", c)));
                open.push(new Place(pointer, field.getValue()));
            });
            if (place.value().isArray()) {
                for (int i = 0; i < place.value().size(); i++) {
                    open.push(new Place(place.pointer() + "/" + i, place.value().get(i)));
                }
            }
        }
        return problems;
    }

    /** Whether a code point may stand in a message. */
    static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
            case Character.SURROGATE -> false;
            default -> !turnsDirection(c);
        };
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static OptionalInt firstHarmful(String text) {
        return text.codePoints().filter(c -> !harmless(c)).findFirst();
    }

    private static Problem problem(String pointer, String what, int c) {
        return new Problem(Schemas.RULE, Severity.ERROR, pointer,
                "%s contains U+%04X, an invisible character that messages must not have.".formatted(what, c),
                Optional.of("Remove it, or type the text anew instead of pasting it."));
    }
}
