package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.process.BankHolidayRules.BankHoliday;

/**
 * The working calendars of the three parts of the United Kingdom that keep bank holidays of their own: the days of every
 * year are computed, and those that were proclaimed for one year alone are in a list that the hub ships.
 */
public final class WorkingCalendars {

    private static final String SHIPPED = "/calendars/bank-holidays.json";

    private final Proclaimed proclaimed;
    private final Map<Calendar, WorkingCalendar> calendars = new EnumMap<>(Calendar.class);

    private WorkingCalendars(Proclaimed proclaimed) {
        this.proclaimed = proclaimed;
        for (Calendar whose : Calendar.values()) {
            calendars.put(whose, new WorkingCalendar(year -> dates(year, whose)));
        }
    }

    /** The calendars by the shipped list. */
    public static WorkingCalendars shipped() {
        try (InputStream list = requireNonNull(WorkingCalendars.class.getResourceAsStream(SHIPPED))) {
            return new WorkingCalendars(MessageJson.read(list.readAllBytes(), Proclaimed.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of bank holidays cannot be read", unreadable);
        }
    }

    /** The calendar of an organisation that keeps these bank holidays. */
    public WorkingCalendar of(Calendar whose) {
        return requireNonNull(calendars.get(whose));
    }

    /** The bank holidays of a year in their order, as far as they are {@linkplain #caution known}. */
    List<BankHoliday> holidays(int year, Calendar whose) {
        List<OneOff> changes = proclaimed.days().stream()
                .filter(day -> day.date().getYear() == year && day.calendars().contains(whose)).toList();
        Set<LocalDate> moved = changes.stream().map(OneOff::insteadOf).flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return Stream
                .concat(BankHolidayRules.of(year, whose).stream().filter(day -> !moved.contains(day.date())),
                        changes.stream().map(day -> new BankHoliday(day.date(), day.title())))
                .sorted((one, other) -> one.date().compareTo(other.date()))
                .toList();
    }

    /**
     * What must be said of a count of days that goes from one day to another, if it leaves the years that the list covers:
     * there, weekends and the bank holidays of every year are counted, and a day proclaimed for one year alone is missed.
     */
    public Optional<String> caution(LocalDate from, LocalDate to) {
        return from.getYear() >= proclaimed.firstYear() && to.getYear() <= proclaimed.lastYear()
                ? Optional.empty()
                : Optional.of("Bank holidays proclaimed for one year alone are listed from " + proclaimed.firstYear()
                        + " to " + proclaimed.lastYear() + "; between " + from + " and " + to
                        + " only those of every year are counted outside these years");
    }

    private Set<LocalDate> dates(int year, Calendar whose) {
        return holidays(year, whose).stream().map(BankHoliday::date).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The list of days that no rule gives.
     *
     * @param source    where it was taken from
     * @param asAt      on which day
     * @param firstYear the first year that it covers
     * @param lastYear  the last
     * @param days      the days
     */
    record Proclaimed(String source, LocalDate asAt, int firstYear, int lastYear, List<OneOff> days) {}

    /**
     * A bank holiday of one year alone.
     *
     * @param date      the day
     * @param title     why
     * @param calendars where it was kept
     * @param insteadOf the day of every year whose place it took, if it did
     */
    record OneOff(LocalDate date, String title, List<Calendar> calendars, Optional<LocalDate> insteadOf) {}
}
