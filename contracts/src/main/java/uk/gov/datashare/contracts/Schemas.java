package uk.gov.datashare.contracts;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.Problem.Severity;

/** Holds a message against its schema and says everything that is wrong with it at once, in words its sender understands. */
public final class Schemas {

    /** The rule that every problem of {@link #check} names. */
    public static final String RULE = "SCHEMA";
    /** The rule that a problem of {@link #read} names. */
    public static final String UNREADABLE = "JSON";
    /** How many problems of one message are told; a last one says how many more there are. */
    public static final int MOST_PROBLEMS = 100;

    /** Keywords that find fault with a single value, the plainest first. */
    private static final List<String> OF_ONE_VALUE = List.of("type", "const", "enum", "minLength", "maxLength",
            "pattern", "format");

    private Schemas() {}

    /** What bytes turned out to be. */
    public sealed interface Parsed {

        /** JSON within the limits of {@link MessageJson}. */
        record Tree(JsonNode json) implements Parsed {}

        /** Bytes that are no message, and why not. */
        record Unreadable(Problem problem) implements Parsed {}
    }

    /** Bytes as JSON, or the one reason why they cannot be read, with its line and column (both from 1). */
    public static Parsed read(byte[] json) {
        if (json.length > MessageJson.MOST_BYTES) {
            return new Parsed.Unreadable(JsonFaults.tooLarge(json.length));
        }
        try {
            JsonNode tree = MessageJson.tree(json);
            return tree.isMissingNode()
                    ? new Parsed.Unreadable(JsonFaults.empty())
                    : new Parsed.Tree(tree);
        } catch (JacksonException e) {
            return new Parsed.Unreadable(JsonFaults.inWords(e));
        }
    }

    /** Everything that keeps a message from being one of this CloudEvents type; empty when it is one. */
    public static List<Problem> check(String type, JsonNode message) {
        Optional<Schema> schema = SchemaFiles.of(type);
        if (schema.isEmpty()) {
            return List.of(SchemaWords.unknownType(type));
        }
        var problems = new ArrayList<>(Characters.check(message));
        problems.addAll(inWords(schema.get().validate(message)));
        return atMost(problems);
    }

    /**
     * A message as it was meant, where it is plain what was: it has no problem left. Empty where anything is for its sender to
     * decide.
     */
    public static Optional<JsonNode> mended(String type, JsonNode message) {
        return SchemaFiles.of(type).filter(_ -> Characters.check(message).isEmpty())
                .flatMap(schema -> SchemaMending.mended(schema, message));
    }

    /** Of a single value one fault is told, the plainest: who gets its type wrong need not hear about its form. */
    private static List<Problem> inWords(List<Error> errors) {
        Map<String, Integer> plainest = errors.stream()
                .filter(error -> rank(error) >= 0)
                .collect(toMap(SchemaWords::pointer, Schemas::rank, Math::min));
        return errors.stream()
                .filter(error -> rank(error) <= plainest.getOrDefault(SchemaWords.pointer(error), rank(error)))
                .map(SchemaWords::problem)
                .distinct()
                .toList();
    }

    private static int rank(Error error) {
        return OF_ONE_VALUE.indexOf(error.getKeyword());
    }

    private static List<Problem> atMost(List<Problem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return List.copyOf(problems);
        }
        var told = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        told.add(new Problem(RULE, Severity.ERROR, "",
                "There are %d more problems that are not listed here.".formatted(problems.size() - MOST_PROBLEMS),
                Optional.of("Correct these first, and send the message again.")));
        return List.copyOf(told);
    }
}
