package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import uk.gov.datashare.contracts.Topic;

/**
 * A stage's wish to be handed what arrives on topics. The backbone calls {@code direct:entry} with a
 * {@code List<Received>}, and takes the records as done when that call has returned without an exception: a stage ends
 * by sending what follows, and only what can be mended by waiting may leave it as an exception.
 *
 * @param name     names the consumer group and the route that reads
 * @param source   the topics
 * @param entry    the {@code direct:} endpoint that is called
 * @param maxBatch how many records one call brings at most; 1 where each record is an act of its own, such as a mail
 * @param session  how long a reader may be silent before the group takes it for dead and gives what it read to another
 * @param handover told, before any record of it is handed over, that a partition is now read here
 */
public record Subscription(String name, Source source, String entry, int maxBatch, Duration session,
        Handover handover) {

    private static final int USUAL_BATCH = 500;
    private static final Duration USUAL_SESSION = Duration.ofSeconds(8);
    private static final Handover NOBODY_CARES = (_, _) -> {
    };

    /** Hears that a partition is now read here, be it for the first time or again. */
    @FunctionalInterface
    public interface Handover {

        /** From now on records of this partition come from where its group last committed, whoever read it before. */
        void partitionIsOurs(String topic, int partition);
    }

    /** Which topics are read. */
    public sealed interface Source {

        /** These topics, by name. */
        record Named(Set<String> topics) implements Source {

            public Named {
                topics = Set.copyOf(topics);
                if (topics.isEmpty()) {
                    throw new IllegalArgumentException("A subscription needs a topic");
                }
            }
        }

        /** Every topic whose whole name matches; a new one is picked up within seconds. */
        record Matching(Pattern names) implements Source {

            public Matching {
                requireNonNull(names);
            }
        }
    }

    public Subscription {
        requireNonNull(name);
        requireNonNull(source);
        requireNonNull(entry);
        requireNonNull(session);
        requireNonNull(handover);
        if (maxBatch < 1) {
            throw new IllegalArgumentException("A batch holds at least one record");
        }
    }

    /** Named topics, handed in batches to the direct endpoint of the subscription's own name. */
    public static Subscription to(String name, Topic... topics) {
        return new Subscription(name,
                new Source.Named(Arrays.stream(topics).map(Topic::name).collect(Collectors.toSet())), name,
                USUAL_BATCH, USUAL_SESSION, NOBODY_CARES);
    }

    /** Every topic that matches, now or later, handed in batches to the direct endpoint of the subscription's own name. */
    public static Subscription toEvery(String name, Pattern topics) {
        return new Subscription(name, new Source.Matching(topics), name, USUAL_BATCH, USUAL_SESSION, NOBODY_CARES);
    }

    /** The same with each record handed over alone, in a list of one, and taken as done before the next. */
    public Subscription oneAtATime() {
        return withMaxBatch(1);
    }

    /** The same with at most so many records in a call. */
    public Subscription withMaxBatch(int records) {
        return new Subscription(name, source, entry, records, session, handover);
    }

    /** The same, handed to another direct endpoint than that of its name. */
    public Subscription enteringAt(String endpoint) {
        return new Subscription(name, source, endpoint, maxBatch, session, handover);
    }

    /** The same for a reader that does what cannot be undone, and must not be replaced before it has surely stopped. */
    public Subscription givenUpAfter(Duration silence, Handover whenOurs) {
        return new Subscription(name, source, entry, maxBatch, silence, whenOurs);
    }

    /** The id of the route that reads for this subscription. */
    public String routeId() {
        return "backbone.read-for-" + name;
    }

    /** The topics as a person would write them, and as the route's endpoint shows them. */
    String topics() {
        return switch (source) {
            case Source.Named(var topics) -> String.join(",", new TreeSet<>(topics));
            case Source.Matching(var names) -> names.pattern().replaceAll("\\(.*\\)", "*").replace("\\.", ".");
        };
    }
}
