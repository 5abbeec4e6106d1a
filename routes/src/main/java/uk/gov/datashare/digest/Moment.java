package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What time it is.
 *
 * @param hub     for people and their calendars: the sandbox makes it run faster
 * @param machine for what programs wait for one another
 */
record Moment(Instant hub, Instant machine) {
    Moment {
        requireNonNull(hub);
        requireNonNull(machine);
    }
}
