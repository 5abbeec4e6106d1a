package uk.gov.datashare.post;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/** An errand while a courier is out with it: it may be called back at any time, and after that its outcome no longer counts. */
final class Trip {

    private final Errand errand;
    private final Semaphore counters;
    private volatile boolean begun;
    private boolean calledBack;
    private @Nullable Outcome outcome;

    Trip(Errand errand, Semaphore counters) {
        this.errand = errand;
        this.counters = counters;
    }

    Errand errand() {
        return errand;
    }

    /** Waits for a free counter; false when there is no need to hand in anything any more. */
    boolean begin() {
        counters.acquireUninterruptibly();
        synchronized (this) {
            begun = !calledBack;
        }
        if (!begun) {
            counters.release();
        }
        return begun;
    }

    /** Whether something was or is being handed in. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** The courier is back; false when it was too late. */
    synchronized boolean end(Outcome result) {
        if (begun) {
            counters.release();
        }
        if (!calledBack) {
            outcome = result;
        }
        return !calledBack;
    }

    /** The outcome; empty for a courier who is not back and is waited for no longer. */
    synchronized Optional<Outcome> outcome() {
        calledBack = outcome == null;
        return Optional.ofNullable(outcome);
    }
}
