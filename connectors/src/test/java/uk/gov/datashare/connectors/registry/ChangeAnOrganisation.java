package uk.gov.datashare.connectors.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How anybody who may write to the registry topic changes an organisation, without the hub's code. */
final class ChangeAnOrganisation {

    private ChangeAnOrganisation() {}

    static void publish(ObjectNode organisation, Producer<String, byte[]> producer)
            throws ExecutionException, InterruptedException {
        String id = organisation.path("id").asString();
        int version = organisation.path("version").asInt() + 1;
        organisation.put("version", version);
        var record = new ProducerRecord<>("datashare.registry.v1", id,
                JsonMapper.shared().writeValueAsBytes(organisation));
        Map.of("ce_specversion", "1.0",
                "ce_type", "uk.gov.datashare.organisation.updated.v1",
                "ce_source", "urn:example:staff-directory",
                "ce_id", id + "-v" + version,
                "ce_subject", id,
                "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record).get();
    }
}
