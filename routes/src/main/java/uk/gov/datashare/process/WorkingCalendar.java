package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The working days of one part of the United Kingdom: Monday to Friday, without its bank holidays. Days begin and end in
 * London's time; a working day ends at five in the afternoon.
 */
public final class WorkingCalendar {

    /** The time in which the hub's days are counted. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** When a working day begins. */
    public static final LocalTime OPENING = LocalTime.of(9, 0);
    /** When a working day ends. */
    public static final LocalTime CLOSE = LocalTime.of(17, 0);

    private final Map<Integer, Set<LocalDate>> known = new ConcurrentHashMap<>();
    private final IntFunction<Set<LocalDate>> bankHolidays;

    /** The calendar with the bank holidays that this gives for a year. */
    WorkingCalendar(IntFunction<Set<LocalDate>> bankHolidays) {
        this.bankHolidays = requireNonNull(bankHolidays);
    }

    /** Whether people are at work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !known.computeIfAbsent(day.getYear(), bankHolidays::apply).contains(day);
    }

    /** The end of the working day that is so many working days after the day of {@code from}. */
    public Instant endOfDay(Instant from, int workingDays) {
        return later(day(from), workingDays).atTime(CLOSE).atZone(LONDON).toInstant();
    }

    /** The same time of day, so many working days later; negative for earlier. */
    public Instant shift(Instant from, int workingDays) {
        var there = from.atZone(LONDON);
        return there.with(later(there.toLocalDate(), workingDays)).toInstant();
    }

    /** How many working days there are after the day of {@code from}, up to and with the day of {@code to}. */
    public int between(Instant from, Instant to) {
        LocalDate last = day(to);
        return (int) day(from).plusDays(1)
                .datesUntil(last.isAfter(day(from)) ? last.plusDays(1) : day(from).plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** When the first working day from this day on begins. */
    Instant opening(LocalDate from) {
        LocalDate there = from;
        while (!isWorkingDay(there)) {
            there = there.plusDays(1);
        }
        return there.atTime(OPENING).atZone(LONDON).toInstant();
    }

    /** The day in London. */
    static LocalDate day(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    private LocalDate later(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate there = day;
        for (int left = Math.abs(workingDays); left > 0;) {
            there = there.plusDays(step);
            left -= isWorkingDay(there) ? 1 : 0;
        }
        return there;
    }
}
