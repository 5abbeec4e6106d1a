package uk.gov.datashare.journey;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set: what happens meanwhile happens at that time. */
final class StillClock implements InstantSource {

    private volatile Instant now;

    StillClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant to) {
        this.now = to;
    }
}
