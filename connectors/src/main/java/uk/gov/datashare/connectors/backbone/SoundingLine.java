package uk.gov.datashare.connectors.backbone;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import uk.gov.datashare.connectors.backbone.Sounding.Depth;
import uk.gov.datashare.connectors.backbone.Sounding.Reader;

/** Takes one sounding after the other, and remembers what has not moved since the one before. */
final class SoundingLine {

    private static final String OURS = "datashare.";
    /** Topics of the hub end so; those that Kafka Streams keeps for itself do not. */
    private static final String TOPIC = ".v1";

    /** A place that something stands at, and since when. */
    private record Mark(long offset, long since) {}

    private final Admin brokers;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<String, Mark> marks = new HashMap<>();

    SoundingLine(Admin brokers, Duration patience, LongSupplier nanoTime) {
        this.brokers = brokers;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** One sounding, fresh from the brokers. */
    Sounding cast() throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = nanoTime.getAsLong() + patience.toNanos();
        List<TopicPartition> partitions = partitions(deadline);
        var written = ends(partitions, IsolationLevel.READ_UNCOMMITTED, deadline);
        var stable = ends(partitions, IsolationLevel.READ_COMMITTED, deadline);
        return new Sounding(Duration.ZERO, readers(stable, deadline), depths(written, stable));
    }

    private List<TopicPartition> partitions(long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> topics = get(brokers.listTopics().names(), deadline).stream()
                .filter(topic -> topic.startsWith(OURS) && topic.endsWith(TOPIC)).toList();
        return get(brokers.describeTopics(topics).allTopicNames(), deadline).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = partitions.stream()
                .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return get(brokers.listOffsets(latest, new ListOffsetsOptions(level)).all(), deadline).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<Reader> readers(Map<TopicPartition, Long> ends, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        Collection<GroupListing> groups = get(brokers.listGroups().all(), deadline);
        Map<String, ListConsumerGroupOffsetsSpec> ours = groups.stream().map(GroupListing::groupId)
                .filter(group -> group.startsWith(OURS))
                .collect(toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        if (ours.isEmpty()) {
            return List.of();
        }
        var committed = get(brokers.listConsumerGroupOffsets(ours).all(), deadline);
        List<Reader> readers = new ArrayList<>();
        new TreeMap<>(committed).forEach((group, places) -> readers.add(reader(group, places, ends)));
        return readers;
    }

    private Reader reader(String group, Map<TopicPartition, OffsetAndMetadata> places,
            Map<TopicPartition, Long> ends) {
        long lag = 0;
        Duration stuck = Duration.ZERO;
        for (var each : places.entrySet()) {
            // A partition in which nothing has been committed comes without a place.
            Optional<OffsetAndMetadata> place = Optional.ofNullable(each.getValue());
            long offset = place.map(OffsetAndMetadata::offset).orElse(Long.MAX_VALUE);
            long end = ends.getOrDefault(each.getKey(), 0L);
            lag += Math.max(0, end - offset);
            stuck = longer(stuck, still(group + " " + each.getKey(), offset, end));
        }
        return new Reader(group, lag, stuck);
    }

    private List<Depth> depths(Map<TopicPartition, Long> written, Map<TopicPartition, Long> stable) {
        Map<String, Depth> depths = new TreeMap<>();
        written.forEach((partition, end) -> {
            Duration open = still(partition.toString(), stable.getOrDefault(partition, end), end);
            depths.merge(partition.topic(), new Depth(partition.topic(), end, open), (one, other) -> new Depth(
                    one.topic(), one.records() + other.records(), longer(one.openFor(), other.openFor())));
        });
        return List.copyOf(depths.values());
    }

    /** For how long something has been at this place, short of where it wants to get to. */
    private Duration still(String what, long offset, long end) {
        if (offset >= end) {
            marks.remove(what);
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        Mark mark = marks.get(what);
        if (mark == null || mark.offset() != offset) {
            mark = new Mark(offset, now);
            marks.put(what, mark);
        }
        return Duration.ofNanos(now - mark.since());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private <T> T get(KafkaFuture<T> answer, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(Math.max(1, deadline - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
    }
}
