package uk.gov.datashare.intake;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.intake.Reading.NotUnderstood;
import uk.gov.datashare.intake.Reading.Understood;

/** Reads a record as a message about a case: CloudEvent, then JSON, then schema, then record. It never throws for what a sender did. */
final class CaseReader {

    /** The rule that a problem with the CloudEvent around a message names. */
    static final String CLOUD_EVENT = "CLOUDEVENT";

    private CaseReader() {}

    static Reading read(Received record) {
        return switch (record.read()) {
            case Read.NotAnEvent(var reasons) ->
                new NotUnderstood(Optional.empty(), Optional.empty(),
                        reasons.stream().map(CaseReader::ofTheEvent).toList(), Optional.empty());
            case Read.Understood(var envelope) -> MessageTypes.named(envelope.type())
                    .filter(CaseMessage.class::isAssignableFrom)
                    .map(kind -> read(envelope, kind.asSubclass(CaseMessage.class)))
                    .orElseGet(() -> unreadable(envelope, Optional.empty(), List.of(unknownType(envelope.type()))));
        };
    }

    private static Reading read(Envelope<byte[]> envelope, Class<? extends CaseMessage> kind) {
        return switch (Schemas.read(envelope.data())) {
            case Schemas.Parsed.Unreadable(var problem) -> unreadable(envelope, Optional.empty(), List.of(problem));
            case Schemas.Parsed.Tree(var json) -> {
                List<Problem> problems = Schemas.check(envelope.type(), json);
                yield problems.isEmpty()
                        ? asRecord(envelope, json, kind)
                        : new NotUnderstood(Optional.of(envelope), reference(json), problems,
                                kind == ShareRequest.class ? meant(envelope.type(), json) : Optional.empty());
            }
        };
    }

    private static Reading asRecord(Envelope<byte[]> envelope, JsonNode json, Class<? extends CaseMessage> kind) {
        try {
            CaseMessage message = MessageJson.read(json, kind);
            return new Understood(envelope.map(_ -> message));
        } catch (JacksonException fault) {
            return unreadable(envelope, reference(json), List.of(impossible(fault)));
        }
    }

    private static NotUnderstood unreadable(Envelope<byte[]> envelope, Optional<String> reference,
            List<Problem> problems) {
        return new NotUnderstood(Optional.of(envelope), reference, problems, Optional.empty());
    }

    private static Optional<ShareRequest> meant(String type, JsonNode json) {
        try {
            return Schemas.mended(type, json).map(mended -> MessageJson.read(mended, ShareRequest.class));
        } catch (JacksonException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<String> reference(JsonNode json) {
        return Optional.of(json.at("/externalRef/id")).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Problem ofTheEvent(String reason) {
        return new Problem(CLOUD_EVENT, ERROR, "", reason,
                Optional.of(
                        "Send a CloudEvent 1.0 in binary mode: its attributes as headers, the message as the record's value."));
    }

    private static Problem unknownType(String type) {
        return new Problem(CLOUD_EVENT, ERROR, "",
                "Header ce_type is " + type + ", which is nothing that a department sends.",
                Optional.of("Use " + MessageTypes.of(ShareRequest.class) + ", "
                        + MessageTypes.of(CaseMessage.Withdrawal.class)
                        + ", " + MessageTypes.of(CaseMessage.Answer.class)
                        + " or " + MessageTypes.of(CaseMessage.Decision.class) + "."));
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
