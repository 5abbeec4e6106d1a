package uk.gov.datashare.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.LetterChannel.Lease;

/**
 * Knows which letters of a lane somebody else may have handed in before, and how long this hub may hand letters in. Whoever
 * read a partition before has committed all but its last batch. So when a partition comes here, the first
 * {@value #UNDER_WAY} records past the commit are in doubt, and no others can be.
 */
final class Desk implements Subscription.Handover {

    /** The most letters of a batch. It may be made smaller only while no hub runs: what is in doubt follows from it. */
    static final int UNDER_WAY = 64;
    /** For how long letters of a batch may be handed in. */
    static final Duration LEASE = Duration.ofSeconds(30);
    /**
     * How long the group waits for a silent hub before another gets its partitions: longer than the lease, the time between
     * two heartbeats and the time to hand in one letter. So a hub that was stopped and goes on finds its lease over.
     */
    static final Duration SESSION = Duration.ofSeconds(45);

    private static final long NEVER = -1;

    /**
     * A partition that is read here.
     *
     * @param ours  since when
     * @param first the first record that came from it
     * @param batch the first record of the batch that is in hand
     * @param began when that batch came, in nanoseconds
     */
    private record Place(Instant ours, long first, long batch, long began) {

        boolean mayHaveBeenHandedIn(long offset) {
            return offset < first + UNDER_WAY;
        }
    }

    private final Fates fates;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<String, Place> places = new HashMap<>();

    Desk(Fates fates, InstantSource clock, LongSupplier nanoTime) {
        this.fates = fates;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * A partition that was read here a moment ago cannot have been lost to a hub that has died since: that would have taken a
     * {@link #SESSION} to notice.
     */
    @Override
    public synchronized void partitionIsOurs(String topic, int partition) {
        Place before = places.get(topic + partition);
        if (before != null && before.batch() != NEVER && age(before).compareTo(LEASE) < 0) {
            places.put(topic + partition, new Place(before.ours(), before.first(), NEVER, nanoTime.getAsLong()));
        } else {
            places.put(topic + partition, new Place(clock.instant(), NEVER, NEVER, nanoTime.getAsLong()));
            fates.forgetWhatWasNotTaken();
        }
    }

    /**
     * A batch comes to the counter, for the first time or again.
     *
     * @return the right to hand its letters in, which ends some time after the batch came first
     */
    synchronized Lease open(List<Received> batch) {
        batch.stream().collect(HashMap<String, Received>::new,
                (firsts, record) -> firsts.putIfAbsent(key(record), record), HashMap::putAll)
                .forEach(this::comes);
        long began = batch.stream().mapToLong(record -> place(record).began()).min().orElseGet(nanoTime);
        return () -> nanoTime.getAsLong() - began < LEASE.toNanos();
    }

    private void comes(String key, Received first) {
        Place before = place(first);
        if (before.batch() != first.offset()) {
            long from = before.first() == NEVER ? first.offset() : before.first();
            places.put(key, new Place(before.ours(), from, first.offset(), nanoTime.getAsLong()));
        }
    }

    /** Until when another hub may have handed this letter in; empty when none can have. */
    synchronized Optional<Instant> doubt(Received record) {
        Place place = place(record);
        return place.mayHaveBeenHandedIn(record.offset()) ? Optional.of(place.ours()) : Optional.empty();
    }

    private Place place(Received record) {
        return places.computeIfAbsent(key(record), _ -> new Place(clock.instant(), NEVER, NEVER, 0));
    }

    private static String key(Received record) {
        return record.topic() + record.partition();
    }

    private Duration age(Place place) {
        return Duration.ofNanos(nanoTime.getAsLong() - place.began());
    }
}
