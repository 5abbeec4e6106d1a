package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A holder's absence, as their mailbox told of it.
 *
 * @param since when it was told
 * @param until the day of return; empty where none was named, or one that was over by then
 */
public record Away(Instant since, Optional<LocalDate> until) {

    public Away {
        requireNonNull(since);
        requireNonNull(until);
    }

    /** A day of return that has passed says nothing: their mailbox still says that they are away. */
    static Away told(Optional<LocalDate> until, Instant now) {
        return new Away(now, until.filter(day -> !day.isBefore(WorkingCalendar.day(now))));
    }

    /** When they are back at their desk: not on the day of the automatic reply, and on a working day. */
    Optional<Instant> back(WorkingCalendar calendar) {
        LocalDate tomorrow = WorkingCalendar.day(since).plusDays(1);
        return until.map(day -> calendar.opening(day.isBefore(tomorrow) ? tomorrow : day));
    }
}
