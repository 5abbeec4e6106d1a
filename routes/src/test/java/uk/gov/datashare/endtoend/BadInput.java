package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * A message that a department should not send.
 *
 * @param what    what is wrong with it
 * @param text    its text
 * @param charset in which its text is written
 * @param headers what is different about its headers
 * @param rule    which rule the answer names
 * @param words   words in the answer
 */
record BadInput(String what, String text, Charset charset, UnaryOperator<Map<String, String>> headers, String rule,
        String words) {

    private static final int TOO_LARGE = 300_000;

    BadInput {
        requireNonNull(what);
        requireNonNull(text);
    }

    byte[] value() {
        return text.getBytes(charset);
    }

    /** One of each kind. */
    static List<BadInput> all() {
        return Stream.concat(content(), envelope()).toList();
    }

    private static Stream<BadInput> content() {
        String good = good();
        return Stream.of(
                json("an open bracket", "{\"externalRef\": {\"system\": \"x\"", "ends too early"),
                json("no JSON at all", "Dear hub, we would like some data. Yours, the department", "not valid JSON"),
                json("a comma too many", "{\"version\": 1,, }", "not valid JSON"),
                json("a number that is none", "{\"version\": NaN}", "not valid JSON"),
                json("a field twice", "{\"version\": 1, \"version\": 2}", "stands twice"),
                json("deep nesting", "{\"x\": " + "[".repeat(40) + "]".repeat(40) + "}", "nested too deeply"),
                json("very deep nesting", "[".repeat(100_000), "limit"),
                json("something after the end", good + "{}", "follows after the end"),
                new BadInput("another character set", "{\"title\": \"é\"}", ISO_8859_1, same(), "JSON",
                        "UTF-8"),
                new BadInput("too many bytes", ("{\"title\": \"" + "x".repeat(TOO_LARGE) + "\"}"), UTF_8,
                        same(),
                        "JSON", "300,013 bytes; at most 262,144"),
                new BadInput("an unknown field", good.replaceFirst("\"requestType\"", "\"requestTyp\""), UTF_8,
                        same(), "SCHEMA", "requestTyp"),
                new BadInput("a version that is a word", good.replaceFirst("\"version\":1", "\"version\":\"one\""),
                        UTF_8, same(), "SCHEMA", ""),
                new BadInput("a list at the top", "[]", UTF_8, same(), "SCHEMA", ""));
    }

    private static Stream<BadInput> envelope() {
        return Stream.of(
                event("no id", headers -> headers.remove("ce_id"), "ce_id is missing"),
                event("no type", headers -> headers.remove("ce_type"), "ce_type is missing"),
                event("no CloudEvent at all", Map::clear, "ce_specversion is missing"),
                event("another version of CloudEvents", headers -> headers.put("ce_specversion", "0.3"), "must be 1.0"),
                event("a line break in its id", headers -> headers.put("ce_id", "x\r\nBcc: all@example.invalid"),
                        "control character"),
                event("an unknown type", headers -> headers.put("ce_type", "org.example.unknown"),
                        "org.example.unknown"),
                event("structured mode", headers -> headers.put("content-type", "application/cloudevents+json"),
                        "binary mode"),
                event("another content type", headers -> headers.put("content-type", "text/html"), "application/json"));
    }

    private static String good() {
        return JsonMapper.shared().writeValueAsString(Department.good("bad-input").json());
    }

    private static BadInput json(String what, String value, String words) {
        return new BadInput(what, value, UTF_8, same(), "JSON", words);
    }

    private static BadInput event(String what, Consumer<Map<String, String>> change, String words) {
        return new BadInput(what, good(), UTF_8, headers -> {
            change.accept(headers);
            return headers;
        }, "CLOUDEVENT", words);
    }

    private static UnaryOperator<Map<String, String>> same() {
        return UnaryOperator.identity();
    }

    @Override
    public String toString() {
        return what;
    }
}
