package uk.gov.datashare.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.Sample;

/** What departments should not send: each is answered clearly, and stops nobody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
    private static final String EVIL = "evil@example.invalid";

    private RunningHub hub;
    private Outside outside;
    private Department transport;
    private Department home;
    private Listener heard;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.at(Place.in(folder));
        outside = Outside.of(hub.place());
        transport = Department.ofTransport(outside);
        home = new Department("home-office", outside);
        heard = Listener.to(outside, transport.errors(), transport.status(), home.errors(), Books.EVENTS,
                Books.DEAD_LETTERS, "datashare.commands.v1");
    }

    @AfterAll
    void stop() {
        if (heard != null) {
            heard.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    static List<BadInput> badInput() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void what_is_not_a_message_is_answered_with_what_is_wrong(BadInput bad) {
        RecordMetadata place = transport.send(transport.record("bad-input",
                bad.headers().apply(transport.headers("bad " + bad.what(), Department.SUBMITTED)), bad.value()));
        Message answer = errorAbout(transport, place);
        assertThat(answer.at("/digest")).isEqualTo(Books.sha256(bad.value()));
        assertThat(answer.json().path("problems")).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.path("message").asString()).isNotBlank())
                .anySatisfy(problem -> {
                    assertThat(problem.path("rule").asString()).isEqualTo(bad.rule());
                    assertThat(problem.path("message").asString()).contains(bad.words());
                });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        RecordMetadata place = transport.send(transport.request(Department.good("three-faults")
                .without("/proposal/title").with("/version", "0").with("/declaration/confirmed", "\"perhaps\"")));
        assertThat(errorAbout(transport, place).json().path("problems")).hasSizeGreaterThanOrEqualTo(3)
                .extracting(problem -> problem.path("pointer").asString())
                .anyMatch(pointer -> pointer.startsWith("/proposal")).contains("/version", "/declaration/confirmed");
    }

    @Test
    void what_leaves_no_choice_comes_back_corrected_and_is_taken_when_it_is_sent() {
        RecordMetadata place = transport.send(transport.request(
                Department.good("mendable").with("/proposal/data/assets/0/supplier", "\"home-office\"")));
        JsonNode report = errorAbout(transport, place).json();
        assertThat(report.path("problems")).extracting(problem -> problem.path("rule").asString())
                .containsExactly("V17");
        transport.send(transport.request(new Sample(report.path("corrected"))));
        isSubmitted("mendable");
    }

    @Test
    void five_megabytes_never_get_in_and_their_sender_hears_why() {
        var large = transport.record("five-megabytes", transport.headers("five-megabytes", Department.SUBMITTED),
                new byte[FIVE_MEGABYTES]);
        try (KafkaProducer<byte[], byte[]> usual = outside.producer(Map.of());
                KafkaProducer<byte[], byte[]> insistent = outside
                        .producer(Map.of("max.request.size", 2 * FIVE_MEGABYTES))) {
            assertThatThrownBy(() -> usual.send(large).get()).rootCause()
                    .hasMessageMatching("The message is 52\\d{5} bytes .* larger than 1048576.*");
            assertThatThrownBy(() -> insistent.send(large).get()).rootCause()
                    .hasMessageContaining("larger than the max message size the server will accept");
        }
        isHandled("after-five-megabytes");
    }

    @Test
    void a_topic_of_nobody_who_is_registered_is_not_passed_over_in_silence() {
        var nobody = new Department("ministry-of-silly-walks", outside);
        outside.makeTopic(nobody.requests());
        nobody.send(nobody.request(Department.good("from-nobody")));
        Message letter = awaited(message -> message.topic().equals(Books.DEAD_LETTERS)
                && nobody.requests().equals(message.headers().get("deadletter-topic")));
        assertThat(letter.at("/externalRef/id")).isEqualTo("from-nobody");
        assertThat(letter.headers()).containsEntry("deadletter-cause", "UnknownOrganisation");
        assertThat(letter.headers().get("deadletter-message")).contains("ministry-of-silly-walks");
        isHandled("after-nobody");
    }

    @Test
    void nobody_asks_in_the_name_of_another() {
        RecordMetadata place = home.send(home.request(Department.good("in-another-name")));
        assertThat(errorAbout(home, place).json().path("problems"))
                .anySatisfy(problem -> assertThat(problem.path("pointer").asString())
                        .isEqualTo("/proposal/parties/acquirer"));
        isHandled("after-another-name");
        assertThat(submissions("in-another-name")).isEmpty();
    }

    @Test
    void headers_that_steer_camel_or_mail_steer_nothing() {
        Map<String, String> headers = transport.headers("hostile-headers", Department.SUBMITTED);
        Map<String, String> hostile = Map.of("To", EVIL, "Bcc", EVIL, "Subject", "evil", "CamelFileName", "evil",
                "CamelKafkaTopic", "evil", "kafka.OVERRIDE_TOPIC", "evil", "kafka.TOPIC", "evil", "contentType",
                "text/html", "CamelHttpUri", "http://127.0.0.1:1/evil", "deadletter-topic", "evil");
        headers.putAll(hostile);
        var request = transport.request(Department.good("hostile-headers"));
        transport.send(transport.record("hostile-headers", headers, request.value()));
        String requestId = isSubmitted("hostile-headers");
        await().atMost(PATIENCE).until(() -> Post.received(hub.place()).stream()
                .anyMatch(letter -> letter.isAbout(requestId)));
        assertThat(heard.heard()).filteredOn(message -> message.key().equals(requestId)).isNotEmpty()
                .allSatisfy(message -> assertThat(message.headers()).doesNotContainKeys(
                        hostile.keySet().toArray(String[]::new)));
        assertThat(outside.topics()).doesNotContain("evil");
        assertThat(Post.received(hub.place())).extracting(Post.Letter::to).doesNotContain(EVIL);
    }

    /** One request after them all is handled. */
    private void isHandled(String reference) {
        transport.send(transport.request(Department.good(reference)));
        isSubmitted(reference);
    }

    /** Waits until a case is open under this reference, and gives its id. */
    private String isSubmitted(String reference) {
        return awaited(message -> message.type().equals("request.submitted")
                && message.at("/event/externalRef/id").equals(reference)).key();
    }

    private List<Message> submissions(String reference) {
        return heard.heard(Books.EVENTS).stream().filter(message -> message.type().equals("request.submitted")
                && message.at("/event/externalRef/id").equals(reference)).toList();
    }

    private Message errorAbout(Department department, RecordMetadata place) {
        return awaited(message -> message.topic().equals(department.errors())
                && message.json().path("offset").asLong() == place.offset()
                && message.json().path("partition").asInt() == place.partition());
    }

    private Message awaited(Predicate<Message> wanted) {
        await().atMost(PATIENCE).until(() -> heard.heard().stream().anyMatch(wanted));
        return heard.heard().stream().filter(wanted).findFirst().orElseThrow();
    }
}
