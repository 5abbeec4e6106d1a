package uk.gov.datashare.process.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.BiPredicate;

import uk.gov.datashare.contracts.Organisation.Calendar;

/** Working days, counted one by one on the fingers. */
final class Days {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final BiPredicate<Calendar, LocalDate> isHoliday;

    Days(BiPredicate<Calendar, LocalDate> isHoliday) {
        this.isHoliday = isHoliday;
    }

    static LocalDate day(Instant at) {
        return at.atZone(LONDON).toLocalDate();
    }

    static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LONDON).toInstant();
    }

    private boolean works(Calendar calendar, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday.test(calendar, day);
    }

    /** Five o'clock, so many working days later. */
    Instant fiveOClock(Calendar calendar, Instant from, int workingDays) {
        return walk(calendar, day(from), workingDays).atTime(LocalTime.of(17, 0)).atZone(LONDON).toInstant();
    }

    /** The same time of day so many working days later, or earlier. */
    Instant sameTime(Calendar calendar, Instant from, int workingDays) {
        var time = from.atZone(LONDON);
        return time.with(walk(calendar, time.toLocalDate(), workingDays)).toInstant();
    }

    private LocalDate walk(Calendar calendar, LocalDate from, int workingDays) {
        LocalDate day = from;
        int walked = 0;
        while (walked < Math.abs(workingDays)) {
            day = workingDays > 0 ? day.plusDays(1) : day.minusDays(1);
            if (works(calendar, day)) {
                walked++;
            }
        }
        return day;
    }

    /** How many working days begin after one time and are not later than another's day. */
    int between(Calendar calendar, Instant from, Instant to) {
        int count = 0;
        for (LocalDate day = day(from).plusDays(1); !day.isAfter(day(to)); day = day.plusDays(1)) {
            if (works(calendar, day)) {
                count++;
            }
        }
        return count;
    }

    /** Nine o'clock on the first working day that is not before this day. */
    Instant nineOClock(Calendar calendar, LocalDate from) {
        LocalDate day = from;
        while (!works(calendar, day)) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.of(9, 0)).atZone(LONDON).toInstant();
    }
}
