package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/** What the routes promise of what they read and write, on a real broker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackboneRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Backbone backbone = SharedBroker.backbone();
    private final Raw raw = Raw.shared();
    private final Topic in = SharedBroker.newTopic("in");
    private final Topic out = SharedBroker.newTopic("out");
    private final String name = SharedBroker.uniqueName("stage");

    @Test
    void each_answer_goes_to_its_own_topic_under_its_own_key_in_the_order_of_the_key() {
        Topic other = SharedBroker.newTopic("other");
        publish(60);
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in),
                batch -> batch.stream().flatMap(one -> List.of(answer(one, out), answer(one, other)).stream())
                        .toList())) {

            assertThat(idsByKey(raw.read(out, 60))).isEqualTo(idsByKey(raw.read(in, 60))).hasSize(6);
            assertThat(idsByKey(raw.read(other, 60))).isEqualTo(idsByKey(raw.read(in, 60)));
        }
    }

    @Test
    void every_partition_is_committed_to_its_end() {
        publish(60);
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), this::answers)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)).hasSize(3));
        }
    }

    @Test
    void a_stage_that_fails_twice_and_heals_loses_nothing_and_nothing_is_committed_past_the_failure() {
        publish(200);
        List<Map<TopicPartition, Long>> committedAtFailure = new CopyOnWriteArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        Map<TopicPartition, Long> done = new HashMap<>();
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in).withMaxBatch(50), batch -> {
            int call = calls.incrementAndGet();
            if (call == 2 || call == 3) {
                committedAtFailure.add(raw.committed(name));
                throw new IllegalStateException("the mail server is away");
            }
            if (call == 1) {
                batch.forEach(one -> done.merge(new TopicPartition(one.topic(), one.partition()), one.offset() + 1,
                        Math::max));
            }
            return answers(batch);
        })) {
            assertThat(ids(raw.read(out, 200))).containsExactlyInAnyOrderElementsOf(ids(raw.read(in, 200)));
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
        assertThat(committedAtFailure).hasSize(2).allSatisfy(committed -> assertThat(committed).isEqualTo(done));
    }

    @Test
    void a_stage_that_stays_broken_for_long_still_loses_nothing() {
        publish(30);
        AtomicInteger calls = new AtomicInteger();
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), batch -> {
            if (calls.incrementAndGet() <= 6) {
                throw new IllegalStateException("the mail server is away");
            }
            return answers(batch);
        })) {
            assertThat(ids(raw.read(out, 30))).containsExactlyInAnyOrderElementsOf(ids(raw.read(in, 30)));
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
    }

    @Test
    void a_restart_goes_on_where_it_stopped() {
        publish(30);
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), this::answers)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
        publish(5);
        List<Received> second = new CopyOnWriteArrayList<>();
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), keeping(second))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
        assertThat(second).hasSize(5);
    }

    @Test
    void one_at_a_time_means_a_commit_before_the_next() {
        publish(20);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<Long> committed = new CopyOnWriteArrayList<>();
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in).oneAtATime(), batch -> {
            sizes.add(batch.size());
            committed.add(raw.committed(name).values().stream().mapToLong(Long::longValue).sum());
            return answers(batch);
        })) {
            raw.read(out, 20);
        }
        assertThat(sizes).hasSize(20).containsOnly(1);
        assertThat(committed).isEqualTo(IntStream.range(0, 20).mapToObj(Long::valueOf).toList());
    }

    @Test
    void a_topic_that_is_made_later_is_read_within_seconds_when_it_matches() {
        String prefix = SharedBroker.uniqueName("late").replace('.', '-');
        Topic first = SharedBroker.newTopic("late");
        List<Received> seen = new CopyOnWriteArrayList<>();
        var pattern = Pattern.compile("test\\.(" + prefix + "(?:-[a-z]{1,9})?)\\.\\d+");
        try (var _ = RunningRoutes.start(backbone, Subscription.toEvery(name, pattern), keeping(seen))) {
            Topic late = SharedBroker.newTopic(prefix + "-later");
            publish(late, 3);
            publish(first, 3);

            await().atMost(Duration.ofSeconds(15)).until(() -> seen.size() >= 3);
            assertThat(seen).hasSize(3).allMatch(one -> one.topic().equals(late.name()));
        }
    }

    @Test
    void a_department_that_nobody_has_entered_in_the_registry_is_answered_too() {
        Topic errors = Topics.errors("newcomer");
        publish(3);
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in),
                batch -> batch.stream().map(one -> answer(one, errors)).toList())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
        assertThat(raw.read(errors, 3)).hasSize(3);
    }

    @Test
    void what_a_transaction_aborted_is_never_seen() {
        raw.begin(name + "-aborted",
                List.of(Raw.record(in, "k", "{\"id\":\"aborted\"}", Samples.headers())))
                .abortTransaction();
        publish(3);
        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), this::answers)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(raw.committed(name)).isEqualTo(raw.ends(in)));
        }
        assertThat(ids(raw.read(out, 3))).containsExactlyInAnyOrder("0", "1", "2");
    }

    private void publish(int number) {
        publish(in, number);
    }

    private void publish(Topic topic, int number) {
        try (Publisher publisher = backbone.publisher()) {
            publisher.send(IntStream.range(0, number)
                    .mapToObj(i -> Samples.event(topic, "key-" + i % 6, Integer.toString(i))).toList());
        }
    }

    private List<Outgoing> answers(List<Received> batch) {
        return batch.stream().map(one -> answer(one, out)).toList();
    }

    private static Function<List<Received>, List<Outgoing>> keeping(List<Received> seen) {
        return batch -> {
            seen.addAll(batch);
            return List.of();
        };
    }

    private static Outgoing answer(Received one, Topic to) {
        return Samples.event(to, one.key().orElseThrow(), one.headers().getOrDefault("ce_id", ""));
    }

    private static List<String> ids(List<ConsumerRecord<byte[], byte[]>> records) {
        return new ArrayList<>(records.stream().map(one -> Raw.headers(one).get("ce_id")).toList());
    }

    private static Map<String, List<String>> idsByKey(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().collect(groupingBy(one -> new String(one.key(), UTF_8),
                mapping(one -> Raw.headers(one).get("ce_id"), toList())));
    }
}
