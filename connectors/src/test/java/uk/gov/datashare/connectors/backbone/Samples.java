package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Topic;

/** Messages as the tests send and receive them. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final String TYPE = "uk.gov.datashare.request.submitted.v1";

    /** Headers that mean something to Camel, to a mail server or to a tracer, and nothing to the hub. */
    static final Map<String, String> FOREIGN_HEADERS = Map.ofEntries(
            Map.entry("To", "someone@elsewhere.example.invalid"), Map.entry("Bcc", "spy@elsewhere.example.invalid"),
            Map.entry("From", "minister@elsewhere.example.invalid"),
            Map.entry("Reply-To", "spy@elsewhere.example.invalid"),
            Map.entry("Subject", "changed"), Map.entry("contentType", "text/html"),
            Map.entry("Content-Type", "text/html"),
            Map.entry("Message-ID", "<forged@elsewhere.example.invalid>"), Map.entry("In-Reply-To", "<forged>"),
            Map.entry("Auto-Submitted", "auto-replied"), Map.entry("Resent-Bcc", "spy@elsewhere.example.invalid"),
            Map.entry("mail.smtp.host", "elsewhere.example.invalid"),
            Map.entry("mail.smtp.socks.host", "elsewhere.example.invalid"),
            Map.entry("kafka.OVERRIDE_TOPIC", "datashare.events.v1"), Map.entry("kafka.KEY", "another"),
            Map.entry("CamelKafkaOverrideTopic", "datashare.events.v1"), Map.entry("camelkafkakey", "another"),
            Map.entry("CAMELFileName", "../../etc/passwd"), Map.entry("CamelExecCommandExecutable", "sh"),
            Map.entry("org.apache.camel.x", "x"), Map.entry("breadcrumbId", "x"), Map.entry("traceparent", "00-forged"),
            Map.entry("ce_secret", "x"), Map.entry("Long-Running-Action", "http://elsewhere.example.invalid"),
            Map.entry("X-Split\r\nBcc", "spy@elsewhere.example.invalid"), Map.entry("${exchangeId}", "x"));

    private Samples() {}

    static Envelope<byte[]> envelope(String id, String json) {
        return new Envelope<>(id, URI.create("urn:department:cases"), TYPE, "CASE-1", NOON, "corr-1",
                Optional.of("cause-1"),
                Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), json.getBytes(UTF_8));
    }

    static Outgoing event(Topic topic, String key, String id) {
        return Outgoing.event(topic, key, envelope(id, "{\"id\":\"" + id + "\"}"));
    }

    static Received received(Map<String, String> headers, Optional<byte[]> value) {
        return new Received("datashare.home-office.requests.v1", 2, 41, NOON, Optional.of("HO/1"), headers, value);
    }

    static Map<String, String> headers() {
        return Map.of("ce_specversion", "1.0", "ce_id", "id-1", "ce_source", "urn:department:cases", "ce_type", TYPE,
                "content-type",
                "application/json; charset=utf-8");
    }

    static Optional<byte[]> json() {
        return Optional.of("{}".getBytes(UTF_8));
    }
}
