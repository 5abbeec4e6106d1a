package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.contracts.Organisation.Calendar.ENGLAND_AND_WALES;
import static uk.gov.datashare.contracts.Organisation.Calendar.NORTHERN_IRELAND;
import static uk.gov.datashare.contracts.Organisation.Calendar.SCOTLAND;
import static uk.gov.datashare.process.Case.london;

import java.time.LocalDate;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.contracts.Organisation.Calendar;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingCalendarTest {

    private final WorkingCalendars calendars = WorkingCalendars.shipped();

    @ParameterizedTest
    @CsvSource({"ENGLAND_AND_WALES, 2025-04-18", "ENGLAND_AND_WALES, 2025-04-21", "ENGLAND_AND_WALES, 2026-04-06",
            "ENGLAND_AND_WALES, 2026-08-31", "ENGLAND_AND_WALES, 2026-12-28", "ENGLAND_AND_WALES, 2027-12-27",
            "ENGLAND_AND_WALES, 2027-12-28", "ENGLAND_AND_WALES, 2028-01-03", "SCOTLAND, 2026-01-02",
            "SCOTLAND, 2025-12-01", "SCOTLAND, 2026-11-30", "SCOTLAND, 2026-08-03", "SCOTLAND, 2026-06-15",
            "SCOTLAND, 2027-01-04", "SCOTLAND, 2028-01-04", "SCOTLAND, 2030-12-02", "NORTHERN_IRELAND, 2026-03-17",
            "NORTHERN_IRELAND, 2025-07-14", "NORTHERN_IRELAND, 2026-07-13", "NORTHERN_IRELAND, 2029-03-19",
            "NORTHERN_IRELAND, 2030-03-18", "NORTHERN_IRELAND, 2027-03-29"})
    void nobody_works_on(Calendar whose, LocalDate holiday) {
        assertThat(calendars.of(whose).isWorkingDay(holiday)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ENGLAND_AND_WALES, 2026-01-02", "ENGLAND_AND_WALES, 2026-11-30", "ENGLAND_AND_WALES, 2026-03-17",
            "ENGLAND_AND_WALES, 2026-08-03", "SCOTLAND, 2026-04-06", "SCOTLAND, 2026-08-31", "SCOTLAND, 2027-03-29",
            "NORTHERN_IRELAND, 2026-01-02", "NORTHERN_IRELAND, 2026-11-30", "NORTHERN_IRELAND, 2026-06-15"})
    void people_work_on(Calendar whose, LocalDate day) {
        assertThat(calendars.of(whose).isWorkingDay(day)).isTrue();
    }

    @Test
    void a_working_day_ends_at_five_in_summer_and_in_winter() {
        var calendar = calendars.of(ENGLAND_AND_WALES);
        assertThat(calendar.endOfDay(london("2026-06-01T10:00"), 1)).isEqualTo("2026-06-02T16:00:00Z");
        assertThat(calendar.endOfDay(london("2026-01-05T10:00"), 1)).isEqualTo("2026-01-06T17:00:00Z");
    }

    @Test
    void days_are_counted_on_the_organisations_own_calendar() {
        var thursdayBeforeEaster = london("2026-04-02T10:00");
        assertThat(calendars.of(ENGLAND_AND_WALES).endOfDay(thursdayBeforeEaster, 2))
                .isEqualTo(london("2026-04-08T17:00"));
        assertThat(calendars.of(SCOTLAND).endOfDay(thursdayBeforeEaster, 2)).isEqualTo(london("2026-04-07T17:00"));
    }

    @Test
    void days_between_leave_out_the_first_and_count_the_last() {
        var calendar = calendars.of(NORTHERN_IRELAND);
        assertThat(calendar.between(london("2026-07-10T10:00"), london("2026-07-14T17:00"))).isEqualTo(1);
        assertThat(calendar.between(london("2026-07-10T10:00"), london("2026-07-10T17:00"))).isZero();
        assertThat(calendar.between(london("2026-07-10T10:00"), london("2026-07-01T17:00"))).isZero();
    }

    @Test
    void a_shift_keeps_the_time_of_day_and_goes_both_ways() {
        var calendar = calendars.of(ENGLAND_AND_WALES);
        var friday = london("2026-06-05T17:00");
        assertThat(calendar.shift(friday, 1)).isEqualTo(london("2026-06-08T17:00"));
        assertThat(calendar.shift(calendar.shift(friday, 7), -7)).isEqualTo(friday);
        assertThat(calendar.shift(friday, 0)).isEqualTo(friday);
    }
}
