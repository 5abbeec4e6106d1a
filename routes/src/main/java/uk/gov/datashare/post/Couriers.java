package uk.gov.datashare.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries letters side by side, for a mail server answers slowly, and those of one case to one reader in their order. Who is
 * not back in time is waited for no longer: one slow destination holds up nobody else.
 */
final class Couriers {

    /** How many letters of a batch are handed in side by side: well below what mail servers let one client have open. */
    private static final int COUNTERS = 16;

    private final Duration patience;

    Couriers(Duration patience) {
        this.patience = patience;
    }

    /**
     * Sends couriers out with every errand, and returns when all are back or patience is at an end.
     *
     * @param carry ends the trip
     */
    List<Trip> carry(List<Errand> errands, Consumer<Trip> carry) {
        var counters = new Semaphore(COUNTERS);
        List<Trip> trips = errands.stream().map(errand -> new Trip(errand, counters)).toList();
        Collection<List<Trip>> rounds = trips.stream()
                .collect(groupingBy(trip -> trip.errand().thread(), LinkedHashMap::new, toList())).values();
        var back = new CountDownLatch(rounds.size());
        for (List<Trip> round : rounds) {
            Thread.ofVirtual().name("courier").start(() -> {
                try {
                    round.forEach(carry);
                } finally {
                    back.countDown();
                }
            });
        }
        await(back);
        return trips;
    }

    private void await(CountDownLatch back) {
        try {
            back.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotNow("the hub is stopping");
        }
    }
}
