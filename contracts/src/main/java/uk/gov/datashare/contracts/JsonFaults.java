package uk.gov.datashare.contracts;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

import uk.gov.datashare.contracts.Problem.Severity;

/** Why bytes cannot be read as a message, in plain words. It never repeats what stands in them. */
final class JsonFaults {

    private JsonFaults() {}

    /** More bytes than a message may have. */
    static Problem tooLarge(int bytes) {
        return problem("", "The message has %,d bytes; at most %,d are allowed.".formatted(bytes,
                MessageJson.MOST_BYTES),
                "Send references to documents in place of the documents, or split the request.");
    }

    /** No byte but blanks. */
    static Problem empty() {
        return problem("", "The message is empty.", "Send the message as JSON, with an object at the top.");
    }

    /** What stopped the reader, and where. */
    static Problem inWords(JacksonException fault) {
        return switch (fault) {
            case StreamConstraintsException _ -> problem(pointer(fault),
                    "The message goes past a limit%s: %s.".formatted(where(fault), limit(fault)),
                    "Make it flatter and shorter; a request needs far less.");
            case UnexpectedEndOfInputException _ -> problem(pointer(fault),
                    "The message ends too early%s: a bracket or a quotation mark is still open."
                            .formatted(where(fault)),
                    "Send the whole message.");
            case JacksonException _ when says(fault, "Duplicate Object property") -> problem(pointer(fault),
                    "The same field stands twice in one object%s.".formatted(where(fault)), "Keep one of the two.");
            case JacksonException _ when says(fault, "railing token") -> problem("",
                    "Something follows after the end of the message%s.".formatted(where(fault)),
                    "Send one message in each record.");
            case JacksonException _ when says(fault, "UTF-8") -> problem(pointer(fault),
                    "The message is not UTF-8%s.".formatted(where(fault)), "Encode it in UTF-8 and send it again.");
            default -> problem(pointer(fault), "The message is not valid JSON%s.".formatted(where(fault)),
                    "Look at this place for a comma, a bracket or a quotation mark; better still, write it with a JSON library.");
        };
    }

    private static String limit(JacksonException fault) {
        if (says(fault, "nesting depth")) {
            return "it is nested too deeply (more than 32 levels)";
        }
        if (says(fault, "Number value length")) {
            return "a number has too many digits";
        }
        return says(fault, "Name length") ? "a field's name is too long" : "it has too many values";
    }

    private static boolean says(JacksonException fault, String words) {
        return fault.getOriginalMessage().contains(words);
    }

    private static String where(JacksonException fault) {
        TokenStreamLocation at = fault.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String pointer(JacksonException fault) {
        return fault.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static Problem problem(String pointer, String message, String fix) {
        return new Problem(Schemas.UNREADABLE, Severity.ERROR, pointer, message, Optional.of(fix));
    }
}
