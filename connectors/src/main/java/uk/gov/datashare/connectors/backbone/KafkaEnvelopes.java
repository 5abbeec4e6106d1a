package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;

/** Envelopes to and from the {@code ce_*} headers of a record: CloudEvents 1.0.2, Kafka protocol binding, binary mode. */
final class KafkaEnvelopes {

    private KafkaEnvelopes() {}

    static Read read(Received record) {
        List<String> problems = Attributes.problemsOf(record);
        if (!problems.isEmpty()) {
            return new Read.NotAnEvent(problems);
        }
        try {
            byte[] data = record.value().orElseThrow();
            return new Read.Understood(
                    envelope(record, KafkaMessageFactory.createReader(asHeaders(record), data).toEvent(), data));
        } catch (CloudEventRWException | IllegalStateException notAnEvent) {
            return new Read.NotAnEvent(List.of(
                    "The record is not a CloudEvent: " + Text.oneLine(String.valueOf(notAnEvent.getMessage()), 200)));
        }
    }

    /** What the sender may leave out is taken from the record: time from its timestamp, subject from its key, correlation from its id. */
    private static Envelope<byte[]> envelope(Received record, CloudEvent event, byte[] data) {
        return new Envelope<>(event.getId(), event.getSource(), event.getType(),
                Optional.ofNullable(event.getSubject()).or(record::key).orElseThrow(),
                Optional.ofNullable(event.getTime()).map(OffsetDateTime::toInstant).orElse(record.timestamp()),
                extension(event, "correlationid").orElse(event.getId()), extension(event, "causationid"),
                extension(event, "traceparent").filter(Attributes::isTraceparent), data);
    }

    private static Optional<String> extension(CloudEvent event, String name) {
        return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
    }

    private static Headers asHeaders(Received record) {
        Headers headers = new RecordHeaders();
        record.headers().forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return headers;
    }

    static Headers headers(String key, Envelope<byte[]> envelope) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(envelope.source())
                .withType(envelope.type())
                .withSubject(envelope.subject())
                .withTime(atUtc(envelope.time()))
                .withData(Attributes.contentTypeOf(envelope.type()), envelope.data())
                .withExtension("partitionkey", key)
                .withExtension("correlationid", envelope.correlationId());
        if (!envelope.type().equals(MessageTypes.MAIL_RECEIVED)) {
            event.withDataSchema(MessageTypes.schemaOf(envelope.type()));
        }
        envelope.causationId().ifPresent(cause -> event.withExtension("causationid", cause));
        envelope.traceparent().ifPresent(trace -> event.withExtension("traceparent", trace));
        return KafkaMessageFactory.<String>createWriter("unused", "unused").writeBinary(event.build()).headers();
    }

    private static OffsetDateTime atUtc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
