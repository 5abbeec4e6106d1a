package uk.gov.datashare.intake;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.intake.Reading.NotUnderstood;
import uk.gov.datashare.intake.Reading.Understood;
import uk.gov.datashare.judgement.Form;

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
            case Schemas.Parsed.Tree(var json) -> switch (Form.of(json, kind)) {
                case Form.Right(var message) -> new Understood(envelope.<CaseMessage>map(_ -> message));
                case Form.Wrong(var problems, var meant) ->
                    new NotUnderstood(Optional.of(envelope), reference(json), problems, meant);
            };
        };
    }

    private static NotUnderstood unreadable(Envelope<byte[]> envelope, Optional<String> reference,
            List<Problem> problems) {
        return new NotUnderstood(Optional.of(envelope), reference, problems, Optional.empty());
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
}
