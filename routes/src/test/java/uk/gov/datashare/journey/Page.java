package uk.gov.datashare.journey;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The page that tells the journey, as it is written. */
final class Page {

    /** Stands where something was left out. */
    private static final JsonNode LEFT_OUT = JsonNodeFactory.instance.stringNode("…");
    private static final Pattern MAIL_HEADERS = Pattern.compile("^(From|To|Subject|In-Reply-To|Message-ID):");
    private static final List<String> HEADERS_OF_INTEREST = List.of("ce_specversion", "ce_id", "ce_source", "ce_type",
            "ce_subject", "ce_time", "ce_dataschema", "ce_partitionkey", "ce_correlationid", "ce_causationid",
            "ce_traceparent", "content-type");

    private final StringBuilder text = new StringBuilder();
    private int chapter;

    Page(String opening) {
        text.append(opening);
    }

    /** Begins the next chapter. */
    Page chapter(String title, String words) {
        chapter++;
        text.append("\n## ").append(chapter).append(". ").append(title).append("\n\n").append(words.strip())
                .append("\n");
        return this;
    }

    Page say(String words) {
        text.append("\n").append(words.strip()).append("\n");
        return this;
    }

    /** A record with its headers, and its JSON without what stands at these pointers. */
    Page record(Message message, String... without) {
        return block("text", headers(message)).json(message.json(), without);
    }

    /** A record that is a raw mail: the headers of it that say something, and its first lines. */
    Page mail(Message message) {
        String raw = message.text().replace("\r\n", "\n");
        int end = raw.indexOf("\n\n");
        String head = raw.substring(0, end).replaceAll(" ?\n[ \t]+", " ").lines()
                .filter(line -> MAIL_HEADERS.matcher(line).find())
                .collect(joining("\n"));
        String body = raw.substring(end + 1).lines().limit(7).collect(joining("\n"));
        return block("text", headers(message) + "\n\n" + head + "\n" + body + "\n…");
    }

    private static String headers(Message message) {
        return Stream
                .concat(Stream.of(Map.entry("topic", message.topic()), Map.entry("key", message.key())),
                        HEADERS_OF_INTEREST.stream().filter(message.headers()::containsKey)
                                .map(name -> Map.entry(name, message.header(name))))
                .map(entry -> "%-16s  %s".formatted(entry.getKey(), entry.getValue())).collect(joining("\n"));
    }

    /** JSON without what stands at these pointers; one that ends in {@code /*} keeps only the first of a list. */
    Page json(JsonNode json, String... without) {
        JsonNode copy = json.deepCopy();
        for (String pointer : without) {
            leaveOut(copy, pointer);
        }
        return block("json", JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(copy));
    }

    /** What happened, an event to a line, without their envelopes. */
    Page events(List<Message> events) {
        return block("json", events.stream()
                .map(event -> JsonMapper.shared().writeValueAsString(event.json().at("/event")))
                .collect(joining("\n")));
    }

    private static void leaveOut(JsonNode json, String pointer) {
        if (pointer.endsWith("/*")) {
            ArrayNode list = (ArrayNode) json.at(pointer.substring(0, pointer.length() - 2));
            while (list.size() > 1) {
                list.remove(1);
            }
            list.add(LEFT_OUT);
        } else {
            var at = JsonPointer.compile(pointer);
            ((ObjectNode) json.at(at.head())).set(at.last().getMatchingProperty(), LEFT_OUT);
        }
    }

    Page block(String language, String content) {
        text.append("\n```").append(language).append("\n").append(content.stripTrailing()).append("\n```\n");
        return this;
    }

    /** The page, the same at every run. */
    String written() {
        return Marks.in(text.toString());
    }
}
