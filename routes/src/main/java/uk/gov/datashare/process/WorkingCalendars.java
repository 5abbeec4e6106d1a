package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation.Calendar;

/** The working calendars of the United Kingdom, from the list of bank holidays that the hub ships. */
public final class WorkingCalendars {

    private static final String SHIPPED = "/calendars/bank-holidays.json";

    private final Map<Calendar, WorkingCalendar> calendars;

    private WorkingCalendars(BankHolidays known) {
        this.calendars = known.holidays()
                .entrySet()
                .stream()
                .collect(toUnmodifiableMap(Entry::getKey, entry -> calendar(entry.getValue())));
    }

    /** The shipped list. Beyond its last year, only weekends are known. */
    public static WorkingCalendars shipped() {
        try (InputStream list = requireNonNull(WorkingCalendars.class.getResourceAsStream(SHIPPED))) {
            return new WorkingCalendars(MessageJson.read(list.readAllBytes(), BankHolidays.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of bank holidays cannot be read", unreadable);
        }
    }

    /** The calendar of an organisation that keeps these bank holidays. */
    public WorkingCalendar of(Calendar whose) {
        return requireNonNull(calendars.get(whose));
    }

    private static WorkingCalendar calendar(List<BankHoliday> holidays) {
        return new WorkingCalendar(holidays.stream().map(BankHoliday::date).collect(toUnmodifiableSet()));
    }

    /**
     * The list of bank holidays.
     *
     * @param source   where it was taken from
     * @param asAt     on which day
     * @param holidays by part of the United Kingdom
     */
    record BankHolidays(String source, LocalDate asAt, Map<Calendar, List<BankHoliday>> holidays) {}

    /** One day, and why nobody is at work on it. */
    record BankHoliday(LocalDate date, String title) {}
}
