package uk.gov.datashare.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record as everybody sees it who knows the contract: topic, key, headers, and text. */
record Message(String topic, String key, Map<String, String> headers, String text) {

    static Message of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return new Message(record.topic(), record.key(), headers, new String(record.value(), UTF_8));
    }

    /** What it is, without prefix and version: {@code approval.decided}. */
    String type() {
        return header("ce_type").replaceFirst("^uk\\.gov\\.datashare\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElse("");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    /** The text at a place in it; empty where there is none. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }
}
