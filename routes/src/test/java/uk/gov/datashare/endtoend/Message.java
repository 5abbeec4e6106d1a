package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record as somebody reads it who knows only the contract: topic, key, headers and JSON. */
record Message(String topic, int partition, long offset, String key, Map<String, String> headers,
        Optional<byte[]> value) {

    Message {
        requireNonNull(topic);
        requireNonNull(key);
        headers = Map.copyOf(headers);
        requireNonNull(value);
    }

    static Message of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
        return new Message(record.topic(), record.partition(), record.offset(),
                record.key() == null ? "" : new String(record.key(), UTF_8), headers,
                Optional.ofNullable(record.value()));
    }

    /** Its bytes; none where it says that nothing is left under its key. */
    byte[] bytes() {
        return value.orElseGet(() -> new byte[0]);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(bytes());
    }

    /** What it is, without prefix and version: {@code approval.decided}. */
    String type() {
        String type = headers.getOrDefault("ce_type", "");
        return type.replaceFirst("^uk\\.gov\\.datashare\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    /** The text at a pointer; empty where there is none. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** Where it stands. */
    String place() {
        return topic + "-" + partition + "@" + offset;
    }

    /** What it is and where; its content would fill pages. */
    @Override
    public String toString() {
        return place() + " " + type() + " " + key;
    }
}
