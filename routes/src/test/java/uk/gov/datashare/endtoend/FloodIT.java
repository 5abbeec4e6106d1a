package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.Sample;

/** Thousands of messages at once, most of which should not have been sent: every one is accounted for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodIT {

    private static final int DUPLICATES = 10_000;
    private static final int EACH = 1_000;
    private static final int REPEATED = 100;
    private static final int REFUSED = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final String RECEIVED_ALREADY = "Nothing has changed, because this message was received already.";

    private RunningHub hub;
    private Outside outside;
    private Department transport;
    private Department home;
    private Department statistics;
    private Listener heard;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.at(Place.in(folder));
        outside = Outside.of(hub.place());
        transport = Department.ofTransport(outside);
        home = new Department("home-office", outside);
        statistics = new Department("office-for-national-statistics", outside);
        heard = Listener.to(outside, transport.errors(), transport.status(), home.status(), Books.EVENTS,
                Books.DEAD_LETTERS);
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

    @Test
    void ten_thousand_copies_are_one_case_and_each_is_answered_alike() {
        outside.send(Collections.nCopies(DUPLICATES, transport.request(Department.good("copied"))));
        long sent = System.nanoTime();
        outside.send(List.of(transport.request(Department.good("after-the-copies"))));
        statistics
                .send(statistics.request(Sample.of("l-workforce-statistics").with("/externalRef/id", "\"of-others\"")));
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> submitted("of-others") == 1);
        Duration others = since(sent);
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> submitted("after-the-copies") == 1);
        Duration next = since(sent);
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> heard.heard(transport.status()).size() >= DUPLICATES);
        System.out.println("Flood: after " + DUPLICATES + " copies another department's request was handled within "
                + others.toMillis() + " ms, the same department's next within " + next.toMillis()
                + " ms, and all were answered within " + since(sent).toMillis() + " ms");
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> answers("copied").size() == DUPLICATES - 1);
        Set<String> alike = answers("copied").stream().map(answer -> String.join(" ", answer.at("/requestId"),
                answer.at("/version"), answer.at("/state"), answer.at("/detail"))).collect(toSet());
        assertThat(alike).hasSize(1).first().asString().contains(" 1 TRIAGE ");
        assertThat(submitted("copied")).isEqualTo(1);
        assertThat(next).isLessThan(PATIENCE.dividedBy(2));
        assertThat(others).as("others need not wait for the end of the flood").isLessThanOrEqualTo(next);
    }

    @Test
    void good_and_bad_in_one_heap_all_come_to_their_end_and_the_counts_agree() {
        List<BadInput> kinds = BadInput.all();
        List<ProducerRecord<byte[], byte[]>> good = IntStream.range(0, EACH)
                .mapToObj(number -> transport.request(Department.good("heap-" + number))).toList();
        List<ProducerRecord<byte[], byte[]>> bad = IntStream.range(0, EACH)
                .mapToObj(number -> bad(kinds.get(number % kinds.size()), number)).toList();
        List<ProducerRecord<byte[], byte[]>> refused = IntStream.range(0, REFUSED)
                .mapToObj(number -> home.request(Sample.of("i-secret-court-papers")
                        .with("/externalRef/id", "\"heap-secret-" + number + "\"")))
                .toList();
        List<ProducerRecord<byte[], byte[]>> heap = new ArrayList<>(good);
        heap.addAll(bad);
        heap.addAll(refused);
        Collections.shuffle(heap, new Random(20_270_401));
        List<RecordMetadata> places = outside.send(heap);
        outside.send(good.subList(0, REPEATED));
        Set<String> wrong = IntStream.range(0, heap.size()).filter(number -> isBad(heap.get(number)))
                .mapToObj(number -> places.get(number).partition() + "@" + places.get(number).offset())
                .collect(toSet());

        await().atMost(PATIENCE).pollInterval(POLL)
                .until(() -> accepted() + errors(wrong).size() + refused() + repeated() >= heap.size()
                        + REPEATED);
        System.out.println("Flood: " + (heap.size() + REPEATED) + " messages = " + accepted() + " accepted + "
                + refused() + " refused + " + repeated() + " repeats + " + errors(wrong).size() + " errors + "
                + heard.heard(Books.DEAD_LETTERS).size() + " dead letters");
        assertThat(accepted()).isEqualTo(EACH);
        assertThat(refused()).isEqualTo(REFUSED);
        assertThat(repeated()).isEqualTo(REPEATED);
        assertThat(errors(wrong)).hasSize(EACH).doesNotHaveDuplicates();
        assertThat(heard.heard(Books.DEAD_LETTERS)).isEmpty();
    }

    private ProducerRecord<byte[], byte[]> bad(BadInput kind, int number) {
        return transport.record("heap-bad-" + number,
                kind.headers().apply(transport.headers("heap-bad-" + number, Department.SUBMITTED)), kind.value());
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static boolean isBad(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8).startsWith("heap-bad-");
    }

    private long accepted() {
        return heard.heard(Books.EVENTS).stream().filter(event -> event.type().equals("request.submitted")
                && event.at("/event/externalRef/id").startsWith("heap-")).count();
    }

    private long refused() {
        return heard.heard(Books.EVENTS).stream().filter(event -> event.type().equals("request.refused")).count();
    }

    private long repeated() {
        return heard.heard(transport.status()).stream().filter(status -> status.at("/headline").equals(RECEIVED_ALREADY)
                && status.at("/externalRef/id").startsWith("heap-")).count();
    }

    private List<String> errors(Set<String> places) {
        return heard.heard(transport.errors()).stream()
                .map(report -> report.at("/partition") + "@" + report.at("/offset"))
                .filter(places::contains).toList();
    }

    private long submitted(String reference) {
        return heard.heard(Books.EVENTS).stream().filter(event -> event.type().equals("request.submitted")
                && event.at("/event/externalRef/id").equals(reference)).count();
    }

    private List<Message> answers(String reference) {
        return heard.heard(transport.status()).stream().filter(status -> status.at("/headline").equals(RECEIVED_ALREADY)
                && status.at("/externalRef/id").equals(reference)).toList();
    }
}
