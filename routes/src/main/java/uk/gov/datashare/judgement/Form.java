package uk.gov.datashare.judgement;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;

/** Whether a tree has the form that its type promises. It never throws for what a sender did. */
public sealed interface Form<T> {

    /** It has. */
    record Right<T>(T message) implements Form<T> {}

    /**
     * It has not.
     *
     * @param problems everything that is wrong with its form
     * @param meant    the request that it was plainly meant to be, if only its form is wrong
     */
    record Wrong<T>(List<Problem> problems, Optional<ShareRequest> meant) implements Form<T> {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a message of this kind. */
    static <T> Form<T> of(JsonNode json, Class<T> kind) {
        String type = MessageTypes.of(kind);
        List<Problem> problems = Schemas.check(type, json);
        if (!problems.isEmpty()) {
            return new Wrong<>(problems, kind == ShareRequest.class ? meant(type, json) : Optional.empty());
        }
        try {
            return new Right<>(MessageJson.read(json, kind));
        } catch (JacksonException fault) {
            return new Wrong<>(List.of(impossible(fault)), Optional.empty());
        }
    }

    private static Optional<ShareRequest> meant(String type, JsonNode json) {
        try {
            return Schemas.mended(type, json).map(mended -> MessageJson.read(mended, ShareRequest.class));
        } catch (JacksonException impossible) {
            return Optional.empty();
        }
    }

    /** A value of the right shape that cannot be, such as the thirtieth of February. */
    private static Problem impossible(JacksonException fault) {
        String pointer = fault.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        return new Problem(Schemas.RULE, ERROR, pointer, "This value has the right form, but there is no such thing.",
                Optional.of("Check it: dates must be in the calendar, and periods must not be longer than a life."));
    }
}
