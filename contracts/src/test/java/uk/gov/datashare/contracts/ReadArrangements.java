package uk.gov.datashare.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A catalogue's way of reading arrangements with plain kafka-clients: it knows the contract, and nothing of the hub. */
final class ReadArrangements {

    private ReadArrangements() {}

    static Consumer<String, byte[]> connect(String bootstrapServers) {
        return new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "group.id", "my-catalogue",
                "auto.offset.reset", "earliest", "enable.auto.commit", "false", "isolation.level", "read_committed"),
                new StringDeserializer(), new ByteArrayDeserializer());
    }

    static void read(Consumer<String, byte[]> consumer, BooleanSupplier goOn, Map<String, JsonNode> catalogue) {
        var versions = new HashMap<String, Integer>();
        consumer.subscribe(List.of("datashare.arrangements.v1"));
        while (goOn.getAsBoolean()) {
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                if (record.value() == null) {
                    catalogue.remove(record.key());
                    continue;
                }
                JsonNode arrangement = JsonMapper.shared().readTree(record.value());
                int version = arrangement.path("version").asInt();
                if (version > versions.getOrDefault(record.key(), 0)) {
                    versions.put(record.key(), version);
                    catalogue.put(record.key(), arrangement);
                }
            }
            consumer.commitSync();
        }
    }
}
