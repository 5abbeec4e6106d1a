package uk.gov.datashare.contracts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.Problem.Severity;

/** What a keyword of a schema found, in plain words, and what to do about it. */
final class SchemaWords {

    private SchemaWords() {}

    /** Where the finding belongs; for a field that should not be there, the field itself. */
    static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties") ? at + "/" + escaped(error.getProperty()) : at;
    }

    /** The finding as a problem. */
    static Problem problem(Error error) {
        JsonNode found = error.getInstanceNode();
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> missing(error);
            case "additionalProperties" -> unknownField(error);
            case "type" -> said(error, "This must be %s, and is %s.".formatted(JsonKind.wanted(wanted),
                    JsonKind.of(found)), JsonKind.remedy(wanted, found));
            case "enum" -> said(error, "%s is not one of the values allowed here: %s.".formatted(Quote.of(found),
                    listed(wanted)), Nearest.of(found.asString(""), strings(wanted)).map(SchemaWords::didYouMean));
            case "const" -> said(error, "%s must be %s here.".formatted(Quote.of(found), Quote.of(wanted)),
                    Optional.empty());
            case "pattern" -> said(error, "%s does not have the form asked for here. %s".formatted(Quote.of(found),
                    around(error).path("description").asString("")), example(error));
            case "format" -> said(error, "%s is not %s.".formatted(Quote.of(found), format(wanted)), example(error));
            case "maxLength" -> said(error, "This text has %d characters; at most %s are allowed.".formatted(
                    length(found), wanted), Optional.of("Shorten it by %d.".formatted(length(found) - wanted.asInt())));
            case "minLength" -> said(error, length(found) == 0
                    ? "This text is empty."
                    : "This text has %d characters; at least %s are needed.".formatted(length(found), wanted),
                    Optional.empty());
            case "minimum" -> said(error, "%s is too small; the least allowed is %s.".formatted(Quote.of(found),
                    wanted), Optional.empty());
            case "maximum" -> said(error, "%s is too large; the most allowed is %s.".formatted(Quote.of(found),
                    wanted), Optional.empty());
            case "minItems" -> said(error, "This list has %d entries; at least %s is needed.".formatted(found.size(),
                    wanted), Optional.of("Add what it lists: " + Quote.small(around(error)) + "."));
            case "maxItems" -> said(error, "This list has %d entries; at most %s are allowed.".formatted(found.size(),
                    wanted), Optional.of("Shorten the list, or split the request."));
            case "maxProperties" -> said(error, "This object has %d fields; at most %s are allowed.".formatted(
                    found.size(), wanted), Optional.empty());
            case "uniqueItems" -> said(error, "The same entry stands in this list more than once.",
                    Optional.of("Name each entry once."));
            default -> said(error, "This is not what the schema asks for (%s).".formatted(error.getKeyword()),
                    Optional.empty());
        };
    }

    /** A type that no message of the hub has. */
    static Problem unknownType(String type) {
        Optional<String> near = Nearest.of(type, SchemaFiles.types().toList());
        return new Problem(Schemas.RULE, Severity.ERROR, "",
                "The hub knows no message of type %s.".formatted(Quote.of(type)),
                Optional.of(near.map(SchemaWords::didYouMean)
                        .orElse("Set the CloudEvents attribute type (header ce_type) to the type of a message, such as "
                                + MessageTypes.of(ShareRequest.class) + ".")));
    }

    private static Problem missing(Error error) {
        String name = error.getProperty();
        String description = Quote.small(around(error).at("/properties/" + escaped(name)));
        return said(error, "The field %s is missing: %s".formatted(name, description),
                Optional.of("Add the field %s.".formatted(name)));
    }

    private static Problem unknownField(Error error) {
        List<String> known = List.copyOf(around(error).path("properties").propertyNames());
        String fix = Nearest.of(error.getProperty(), known).map(SchemaWords::didYouMean)
                .orElse("Take it out, or put it under extensions at the top of a request. Fields known here: "
                        + String.join(", ", known) + ".");
        return said(error, "%s is not a field of this part of the message.".formatted(Quote.of(error.getProperty())),
                Optional.of(fix));
    }

    private static Problem said(Error error, String message, Optional<String> fix) {
        return new Problem(Schemas.RULE, Severity.ERROR, pointer(error), message.strip(), fix);
    }

    private static String didYouMean(String near) {
        return "Did you mean %s?".formatted(near);
    }

    private static String format(JsonNode format) {
        return switch (format.asString()) {
            case "date" -> "a date of the calendar, written year-month-day";
            case "date-time" -> "a moment, written as date, T, time and Z for UTC";
            case "uri" -> "a full web address";
            default -> "of the format " + format.asString();
        };
    }

    private static Optional<String> example(Error error) {
        return around(error).path("examples").valueStream().findFirst()
                .map(example -> "Write it like this: %s".formatted(example.asString()));
    }

    private static JsonNode around(Error error) {
        return SchemaFiles.around(error.getSchemaLocation());
    }

    private static String listed(JsonNode values) {
        return String.join(", ", strings(values));
    }

    private static List<String> strings(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).collect(Collectors.toList());
    }

    private static int length(JsonNode text) {
        String value = text.asString();
        return value.codePointCount(0, value.length());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
