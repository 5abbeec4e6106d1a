package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.Sample;

/** A department's case system: a plain Kafka producer that knows the contract, and may break it. */
record Department(String id, Outside outside) {

    static final String SUBMITTED = "uk.gov.datashare.case.submitted.v1";
    static final String WITHDRAWN = "uk.gov.datashare.case.withdrawn.v1";

    Department {
        requireNonNull(id);
        requireNonNull(outside);
    }

    /** Who asks in {@link #good}. */
    static Department ofTransport(Outside outside) {
        return new Department("department-for-transport", outside);
    }

    String requests() {
        return "datashare." + id + ".requests.v1";
    }

    String errors() {
        return "datashare." + id + ".errors.v1";
    }

    String status() {
        return "datashare." + id + ".status.v1";
    }

    /** A request about places that is in order, under this reference. */
    static Sample good(String reference) {
        return Sample.of("a-postcode-data").with("/externalRef/id", "\"" + reference + "\"");
    }

    /** A request as a record. */
    ProducerRecord<byte[], byte[]> request(Sample sample) {
        String reference = sample.json().at("/externalRef/id").asString();
        return record(reference, headers(reference, SUBMITTED), JsonMapper.shared().writeValueAsBytes(sample.json()));
    }

    ProducerRecord<byte[], byte[]> record(String key, Map<String, String> headers, byte[] value) {
        var record = new ProducerRecord<>(requests(), key.getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    /** What a CloudEvent in binary mode needs. */
    Map<String, String> headers(String messageId, String type) {
        return new HashMap<>(Map.of("ce_specversion", "1.0", "ce_id", messageId, "ce_source", "urn:test:" + id,
                "ce_type", type, "content-type", "application/json"));
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return outside.send(List.of(record)).getFirst();
    }
}
