package uk.gov.datashare.connectors.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How anybody who may write to the topic of changes proposes one, without the hub's code. */
final class ProposeAChange {

    private ProposeAChange() {}

    static String propose(ObjectNode organisation, String personId, String reason, Producer<String, byte[]> producer)
            throws IOException, ExecutionException, InterruptedException {
        String id = organisation.path("id").asString();
        int base = organisation.path("version").asInt();
        organisation.put("version", base + 1);
        String content = sha256(new JsonCanonicalizer(organisation.toString()).getEncodedUTF8());
        String change = id + "-v" + (base + 1) + "-"
                + sha256((content + "|" + personId).getBytes(UTF_8)).substring(0, 12);
        ObjectNode proposal = JsonMapper.shared().createObjectNode().put("type", "registry.propose-change.v1")
                .put("changeId", change).put("baseVersion", base).put("proposedBy", personId).put("reason", reason);
        proposal.set("organisation", organisation);
        var record = new ProducerRecord<>("datashare.registry-changes.v1", id,
                JsonMapper.shared().writeValueAsBytes(proposal));
        Map.of("ce_specversion", "1.0",
                "ce_type", "uk.gov.datashare.registry.propose-change.v1",
                "ce_source", "urn:example:staff-directory",
                "ce_id", change,
                "ce_subject", id,
                "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record).get();
        return change;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
