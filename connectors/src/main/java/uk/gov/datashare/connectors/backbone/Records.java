package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Kafka's records to ours and back: the one place where headers are let in, and where ours are written. */
final class Records {

    /** Headers that mean something to the hub. Any other is dropped, whoever sent it: Camel and mail act on the names of some. */
    private static final Set<String> ADMITTED = Set.of("content-type", "ce_specversion", "ce_id", "ce_source",
            "ce_type", "ce_subject", "ce_time",
            "ce_dataschema", "ce_partitionkey", "ce_sequence", "ce_correlationid", "ce_causationid", "ce_traceparent");

    private Records() {}

    static Received received(ConsumerRecord<byte[], byte[]> record) {
        return received(record.topic(), record.partition(), record.offset(), record.timestamp(),
                Optional.ofNullable(record.key()),
                record.headers(), Optional.ofNullable(record.value()));
    }

    static Received received(String topic, int partition, long offset, long timestamp, Optional<byte[]> key,
            Headers headers,
            Optional<byte[]> value) {
        return new Received(topic, partition, offset, Instant.ofEpochMilli(timestamp),
                key.map(bytes -> new String(bytes, UTF_8)),
                admitted(headers), value);
    }

    private static Map<String, String> admitted(Headers headers) {
        Map<String, String> admitted = new HashMap<>();
        for (Header header : headers) {
            String name = header.key().toLowerCase(Locale.ROOT);
            if (header.value() != null && (ADMITTED.contains(name) || name.startsWith(DeadLetter.PREFIX))) {
                admitted.put(name, new String(header.value(), UTF_8));
            }
        }
        return admitted;
    }

    static ProducerRecord<byte[], byte[]> toSend(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Event(var topic, var key, var envelope) ->
                record(topic, Optional.of(key), Optional.of(envelope.data()),
                        KafkaEnvelopes.headers(key, envelope));
            case Outgoing.Tombstone(var topic, var key) ->
                record(topic, Optional.of(key), Optional.empty(), new RecordHeaders());
            case DeadLetter letter ->
                record(letter.topic(), letter.original().key(), letter.original().value(), headers(letter.headers()));
        };
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Optional<String> key, Optional<byte[]> value,
            Headers headers) {
        return new ProducerRecord<>(topic, null, null, key.map(text -> text.getBytes(UTF_8)).orElse(null),
                value.orElse(null), headers);
    }

    private static Headers headers(Map<String, String> texts) {
        Headers headers = new RecordHeaders();
        texts.forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return headers;
    }
}
