package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.gov.datashare.connectors.backbone.Samples.NOON;
import static uk.gov.datashare.connectors.backbone.Samples.TYPE;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaEnvelopesTest {

    @Test
    void an_event_travels_in_binary_mode_with_exactly_these_headers() {
        ProducerRecord<byte[], byte[]> sent = Records.toSend(Samples.event(Topics.COMMANDS, "DSR-1", "id-1"));

        assertThat(headers(sent)).containsExactlyInAnyOrderEntriesOf(
                Map.ofEntries(Map.entry("ce_specversion", "1.0"), Map.entry("ce_id", "id-1"),
                        Map.entry("ce_source", "urn:department:cases"), Map.entry("ce_type", TYPE),
                        Map.entry("ce_subject", "CASE-1"),
                        Map.entry("ce_time", "2026-05-01T12:00:00Z"),
                        Map.entry("ce_dataschema", MessageTypes.schemaOf(TYPE).toString()),
                        Map.entry("ce_partitionkey", "DSR-1"), Map.entry("ce_correlationid", "corr-1"),
                        Map.entry("ce_causationid", "cause-1"),
                        Map.entry("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                        Map.entry("content-type", "application/json")));
        assertThat(new String(sent.key(), UTF_8)).isEqualTo("DSR-1");
        assertThat(new String(sent.value(), UTF_8)).isEqualTo("{\"id\":\"id-1\"}");
    }

    @Test
    void what_was_written_is_read_back_the_same() {
        Envelope<byte[]> envelope = Samples.envelope("id-1", "{}");
        Map<String, String> headers = headers(Records.toSend(Outgoing.event(Topics.COMMANDS, "DSR-1", envelope)));

        assertThat(understood(Samples.received(headers, Samples.json()))).usingRecursiveComparison()
                .isEqualTo(envelope);
    }

    @Test
    void a_mail_travels_as_it_came() {
        Envelope<byte[]> mail = new Envelope<>("1", URI.create("urn:mailbox"), MessageTypes.MAIL_RECEIVED, "1", NOON,
                "1", Optional.empty(), Optional.empty(),
                "Subject: x".getBytes(UTF_8));
        Map<String, String> headers = headers(Records.toSend(Outgoing.event(Topics.MAIL_IN, "1", mail)));

        assertThat(headers).containsEntry("content-type", "message/rfc822").doesNotContainKey("ce_dataschema");
        assertThat(understood(Samples.received(headers, Optional.of(mail.data()))).type())
                .isEqualTo(MessageTypes.MAIL_RECEIVED);
    }

    @Test
    void what_the_sender_may_leave_out_is_taken_from_the_record() {
        Envelope<byte[]> envelope = understood(Samples.received(Samples.headers(), Samples.json()));

        assertThat(envelope.subject()).isEqualTo("HO/1");
        assertThat(envelope.time()).isEqualTo(NOON);
        assertThat(envelope.correlationId()).isEqualTo("id-1");
        assertThat(envelope.causationId()).isEmpty();
    }

    @Test
    void a_trace_that_is_none_is_left_behind() {
        assertThat(
                understood(Samples.received(with("ce_traceparent", "forged\r\nBcc: x"), Samples.json())).traceparent())
                .isEmpty();
    }

    @Test
    void a_record_without_headers_hears_of_everything_that_is_missing() {
        assertThat(problems(new Received("t", 0, 0, NOON, Optional.empty(), Map.of(), Optional.empty())))
                .containsExactlyInAnyOrder(
                        "Header ce_specversion is missing.", "Header ce_id is missing.", "Header ce_source is missing.",
                        "Header ce_type is missing.",
                        "Header ce_subject is missing, and the record has no key to take in its place.",
                        "The record has no data.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ce_specversion | 0.3 | ce_specversion must be 1.0",
            "ce_source | not a uri | ce_source must be a URI",
            "ce_time | yesterday | ce_time must be a time with its zone",
            "ce_time | 2026-05-01T12:00:00 | ce_time must be a time with its zone",
            "content-type | text/xml | content-type must be application/json",
            "content-type | application/cloudevents+json | structured mode"})
    void a_malformed_attribute_is_named(String header, String value, String problem) {
        assertThat(problems(Samples.received(with(header, value), Samples.json()))).singleElement().asString()
                .contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_correlationid", "ce_causationid"})
    void an_attribute_with_a_control_character_is_refused(String header) {
        for (String value : List.of("a\r\nBcc: x", "a\u0000b", "a\u202eb", "\ud800", " ", "x".repeat(513))) {
            assertThat(problems(Samples.received(with(header, value), Samples.json()))).as(header).singleElement()
                    .asString().contains(header);
        }
    }

    @Test
    void what_cannot_be_written_is_refused_when_it_is_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.event(Topics.COMMANDS, "a\nb", "id-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.event(Topics.COMMANDS, "a", "id\u0007"));
        assertThatIllegalArgumentException().isThrownBy(() -> Outgoing.tombstone(Topics.REGISTRY, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outgoing.event(Topics.COMMANDS, "a", Samples.envelope("id-1", "x".repeat(1_000_001))))
                .withMessageContaining("datashare.commands.v1").withMessageContaining("1000001");
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(Samples.headers());
        headers.put(header, value);
        return headers;
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> sent) {
        return Arrays.stream(sent.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }

    private static Envelope<byte[]> understood(Received record) {
        return switch (record.read()) {
            case Read.Understood(var envelope) -> envelope;
            case Read.NotAnEvent(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> problems(Received record) {
        return switch (record.read()) {
            case Read.Understood _ -> List.of();
            case Read.NotAnEvent(var problems) -> problems;
        };
    }
}
