package uk.gov.datashare.contracts;

import tools.jackson.databind.JsonNode;

/** A part of a message or schema, made fit to stand in a sentence: short, on one line, and without any trick of the text. */
final class Quote {

    private static final int MOST = 60;

    private Quote() {}

    /** A value as it was found. */
    static String of(JsonNode value) {
        return value.isString() ? of(value.asString()) : cut(value.toString());
    }

    /** A text as it was found. */
    static String of(String text) {
        var safe = new StringBuilder("“");
        cut(text).codePoints().forEach(c -> safe.appendCodePoint(Characters.harmless(c) && c != '\n' ? c : '?'));
        return safe.append('”').toString();
    }

    /** The description of a schema, to go on after a colon: begun small, except where that would spoil a name. */
    static String small(JsonNode schema) {
        String description = schema.path("description").asString("");
        boolean name = description.length() < 2 || !Character.isLowerCase(description.charAt(1));
        String begun = name ? description : Character.toLowerCase(description.charAt(0)) + description.substring(1);
        return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
    }
}
