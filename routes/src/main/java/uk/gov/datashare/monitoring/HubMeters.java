package uk.gov.datashare.monitoring;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;

import uk.gov.datashare.connectors.backbone.Sounding;
import uk.gov.datashare.connectors.backbone.Sounding.Depth;
import uk.gov.datashare.connectors.backbone.Sounding.Reader;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader.State;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.process.ProcessStreams;

/** What a hub measures of itself besides what its stages count, set anew at every sounding. */
final class HubMeters {

    private static final double A_SECOND = 1000.0;

    /** Where it looks. */
    record Sources(OpenTasks tasks, DeadLetterBook deadLetters, MailboxReader mailboxes, Registry registry,
            List<ProcessStreams> streams) {
        Sources {
            requireNonNull(tasks);
            requireNonNull(deadLetters);
            requireNonNull(mailboxes);
            requireNonNull(registry);
            streams = List.copyOf(streams);
        }
    }

    private final Gauges gauges;
    private final Sources sources;
    private final InstantSource clock;

    HubMeters(Gauges gauges, Sources sources, InstantSource clock) {
        this.gauges = requireNonNull(gauges);
        this.sources = requireNonNull(sources);
        this.clock = requireNonNull(clock);
    }

    /** Sets all of it. */
    void take(Sounding sounding) {
        backbone(sounding);
        streams();
        cases();
        deadLetters();
        gauges.ages("hub.mail.inbound.last.look.age", "How long ago each mailbox that is read here was looked into",
                "mailbox", sources.mailboxes().states().stream().filter(State::readHere)
                        .collect(toMap(State::mailbox, state -> state.lastLook().map(this::age).orElse(Double.NaN))));
        Registry registry = sources.registry().now();
        gauges.numbers("hub.registry.version", "How many changes the registry has seen", "part",
                Map.of("registry", registry.version()));
        gauges.numbers("hub.registry.organisations", "How many organisations the registry has", "part",
                Map.of("registry", registry.organisations().size()));
    }

    private void backbone(Sounding sounding) {
        gauges.ages("hub.kafka.silent", "How long ago all brokers last answered", "part",
                Map.of("kafka", seconds(sounding.silentFor())));
        gauges.numbers("hub.consumer.lag", "Records that a part of the hub has still to read", "group",
                sounding.readers().stream().collect(toMap(Reader::group, Reader::lag)));
        gauges.ages("hub.partition.stuck.age", "For how long a part of the hub has not moved though it has to read",
                "group", sounding.readers().stream().collect(toMap(Reader::group, each -> seconds(each.stuckFor()))));
        // One label for each central topic: those of organisations would be hundreds.
        List<Depth> central = sounding.topics().stream().filter(HubMeters::isCentral).toList();
        gauges.numbers("hub.topic.records", "Records that have been written to a topic", "topic",
                central.stream().collect(toMap(Depth::topic, Depth::records)));
        gauges.ages("hub.txn.lso.lag.age", "For how long an open transaction has kept back what is behind it", "topic",
                central.stream().collect(toMap(Depth::topic, each -> seconds(each.openFor()))));
    }

    private static boolean isCentral(Depth depth) {
        return depth.topic().chars().filter(each -> each == '.').count() == 2;
    }

    private void streams() {
        gauges.numbers("hub.streams.running", "1 where a part on Kafka Streams handles what comes, else 0", "part",
                sources.streams().stream().collect(toMap(ProcessStreams::name, part -> part.handles() ? 1 : 0)));
        gauges.numbers("hub.streams.restore.remaining", "Records of its state that a part has still to take up", "part",
                sources.streams().stream().collect(toMap(ProcessStreams::name, ProcessStreams::toRestore)));
    }

    private void cases() {
        List<OpenTasks.Open> tasks = sources.tasks().tasks();
        Instant now = clock.instant();
        gauges.numbers("hub.cases", "Open cases by where they stand", "state", sources.tasks().states().stream()
                .collect(groupingBy(state -> state.name(), counting())));
        gauges.numbers("hub.outcomes", "Cases that have ended, by how", "outcome", sources.tasks().ends().entrySet()
                .stream().collect(toMap(end -> end.getKey().name(), Map.Entry::getValue)));
        gauges.numbers("hub.tasks.open", "Tasks that wait for somebody", "org",
                tasks.stream().collect(groupingBy(OpenTasks.Open::organisation, counting())));
        gauges.numbers("hub.tasks.overdue", "Tasks whose time is over", "org",
                tasks.stream().collect(groupingBy(OpenTasks.Open::organisation,
                        reducing(0L, task -> task.due().isBefore(now) ? 1L : 0L, Long::sum))));
        gauges.ages("hub.tasks.oldest.age", "How long the oldest open task has waited", "org", tasks.stream()
                .collect(groupingBy(OpenTasks.Open::organisation, oldest(OpenTasks.Open::since))));
    }

    private void deadLetters() {
        List<DeadLetterBook.Open> open = sources.deadLetters().open();
        gauges.numbers("hub.dlq.size", "Dead letters that nobody has dealt with, by the route that gave up", "route",
                open.stream().collect(groupingBy(DeadLetterBook.Open::route, counting())));
        gauges.ages("hub.dlq.oldest.age", "How long the oldest of them has lain there", "route", open.stream()
                .collect(groupingBy(DeadLetterBook.Open::route, oldest(DeadLetterBook.Open::since))));
    }

    private <T> Collector<T, ?, Double> oldest(Function<T, Instant> since) {
        return mapping(one -> age(since.apply(one)), reducing(0.0, identity(), Math::max));
    }

    private double age(Instant since) {
        return seconds(Duration.between(since, clock.instant()));
    }

    private static double seconds(Duration span) {
        return Math.max(0, span.toMillis()) / A_SECOND;
    }
}
