package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

import uk.gov.datashare.process.WorkingCalendar;

/**
 * What counts of a person for their digest.
 *
 * @param digest   whether they want one, now
 * @param calendar the working days of their organisation
 * @param hour     at what time of such a day, in London
 */
record Reader(boolean digest, WorkingCalendar calendar, LocalTime hour) {

    Reader {
        requireNonNull(calendar);
        requireNonNull(hour);
    }

    /** When the first digest after this moment is due; never a second one on the day of the last. */
    Instant next(Instant after, Optional<LocalDate> last) {
        ZonedDateTime then = after.atZone(WorkingCalendar.LONDON);
        return then.toLocalDate().datesUntil(then.toLocalDate().plusYears(1))
                .filter(calendar::isWorkingDay)
                .filter(day -> last.isEmpty() || day.isAfter(last.get()))
                .map(day -> day.atTime(hour).atZone(WorkingCalendar.LONDON).toInstant())
                .filter(moment -> moment.isAfter(after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A year without a working day"));
    }

    /** The day of a digest that is written now. */
    static LocalDate day(Instant now) {
        return now.atZone(WorkingCalendar.LONDON).toLocalDate();
    }
}
