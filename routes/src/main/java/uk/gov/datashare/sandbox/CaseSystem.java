package uk.gov.datashare.sandbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.CaseMessage.Withdrawal;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.Topics;

/**
 * Every department's case system at once: it sends requests, and hears on its errors and status topics what it must mend.
 * Message ids are made of reference and version, so that sending all again after a restart repeats and adds nothing.
 */
final class CaseSystem {

    private final List<JsonNode> cases;
    private final Script script;
    private final InstantSource clock;

    CaseSystem(List<JsonNode> cases, Script script, InstantSource clock) {
        this.cases = List.copyOf(cases);
        this.script = script;
        this.clock = clock;
    }

    /** Every case's first message, in order; what is about an arrangement waits until there is one. */
    List<Outgoing> firstMessages() {
        return cases.stream().filter(request -> related(request).isEmpty()).map(request -> submission(request, 1))
                .toList();
    }

    /** What the department does about what the hub told it: a mended request, a withdrawal, or nothing. */
    List<Outgoing> hears(Received received) {
        if (!(received.read() instanceof Read.Understood(Envelope<byte[]> envelope))) {
            return List.of();
        }
        return MessageTypes.named(envelope.type()).stream().flatMap(type -> {
            if (type == ErrorReport.class) {
                return mended(MessageJson.read(envelope.data(), ErrorReport.class).reference(), 1).stream();
            }
            return type == StatusUpdate.class
                    ? follows(MessageJson.read(envelope.data(), StatusUpdate.class))
                    : Stream.empty();
        }).toList();
    }

    private Stream<Outgoing> follows(StatusUpdate status) {
        Optional<String> reference = status.externalRef().map(ExternalRef::id);
        return switch (status.state()) {
            case RETURNED -> mended(reference, status.version() + 1).stream();
            case APPROVING -> reference.flatMap(this::withdrawal).stream();
            case COMPLETED -> reference.stream().flatMap(_ -> about(status.arrangementId()));
            case UNKNOWN, TRIAGE, QUERIED, SIGNING, REJECTED, WITHDRAWN, LAPSED, REFUSED -> Stream.empty();
        };
    }

    /** What others have to say about an arrangement that is now in force. */
    private Stream<Outgoing> about(Optional<String> arrangementId) {
        return cases.stream().filter(request -> related(request).isPresent())
                .filter(request -> related(request).equals(arrangementId)).map(request -> submission(request, 1));
    }

    private Optional<Outgoing> mended(Optional<String> reference, int version) {
        return reference.flatMap(this::find)
                .flatMap(
                        request -> script.correction(reference(request)).map(patch -> MergePatch.apply(request, patch)))
                .filter(request -> request.path("version").asInt() == version)
                .map(request -> submission(request, 2));
    }

    private Optional<Outgoing> withdrawal(String reference) {
        return script.withdrawal(reference).flatMap(reason -> find(reference).map(request -> {
            var withdrawal = new Withdrawal(MessageJson.read(request.path("externalRef"), ExternalRef.class), reason);
            return message(request, reference + "/withdrawn", MessageTypes.of(Withdrawal.class),
                    MessageJson.write(withdrawal));
        }));
    }

    private Optional<JsonNode> find(String reference) {
        return cases.stream().filter(request -> reference(request).equals(reference)).findFirst();
    }

    private Outgoing submission(JsonNode request, int attempt) {
        return message(request, reference(request) + "/" + attempt, MessageTypes.of(ShareRequest.class),
                MessageJson.write(request));
    }

    private Outgoing message(JsonNode request, String id, String type, byte[] data) {
        String acquirer = acquirer(request);
        var source = URI.create("urn:datashare:sandbox:" + acquirer);
        return Outgoing.event(Topics.requests(acquirer), reference(request),
                new Envelope<>(id, source, type, reference(request), clock.instant(), id, Optional.empty(),
                        Optional.empty(), data));
    }

    private static Optional<String> related(JsonNode request) {
        return Optional.of(request.path("relatedArrangementId")).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    static String reference(JsonNode request) {
        return request.at("/externalRef/id").asString();
    }

    static String acquirer(JsonNode request) {
        return request.at("/proposal/parties/acquirer").asString();
    }
}
