package uk.gov.datashare.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How often a failed thread may be replaced before it is better to stop and call for help. */
final class ThreadReplacements {

    private final int most;
    private final Duration within;
    private final LongSupplier nanoTime;
    private final Deque<Long> recent = new ArrayDeque<>();

    ThreadReplacements(int most, Duration within, LongSupplier nanoTime) {
        this.most = most;
        this.within = within;
        this.nanoTime = nanoTime;
    }

    /** Whether one more is allowed; it is counted if it is. */
    synchronized boolean allowsOneMore() {
        long now = nanoTime.getAsLong();
        while (!recent.isEmpty() && now - recent.peekFirst() > within.toNanos()) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
