package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.contracts.Organisation.Calendar.ENGLAND_AND_WALES;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.process.BankHolidayRules.BankHoliday;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BankHolidaysTest {

    private final WorkingCalendars calendars = WorkingCalendars.shipped();

    /** A list that was kept by hand before days were computed: a second opinion. */
    record Known(String source, LocalDate asAt, Map<Calendar, List<BankHoliday>> holidays) {}

    @ParameterizedTest
    @EnumSource
    void what_is_computed_is_what_was_listed_by_hand(Calendar whose) throws IOException {
        try (InputStream list = requireNonNull(getClass().getResourceAsStream("/calendars/known-bank-holidays.json"))) {
            Known known = MessageJson.read(list.readAllBytes(), Known.class);
            assertThat(IntStream.rangeClosed(2025, 2030).boxed()
                    .flatMap(year -> calendars.holidays(year, whose).stream()))
                    .isEqualTo(requireNonNull(known.holidays().get(whose)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "ENGLAND_AND_WALES; 2018; 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
            "NORTHERN_IRELAND;  2018; 01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26",
            "SCOTLAND;          2019; 01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26",
            "ENGLAND_AND_WALES; 2020; 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
            "NORTHERN_IRELAND;  2020; 01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28",
            "SCOTLAND;          2021; 01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28",
            "ENGLAND_AND_WALES; 2022; 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
            "SCOTLAND;          2022; 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
            "SCOTLAND;          2023; 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
            "NORTHERN_IRELAND;  2023; 01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
            "ENGLAND_AND_WALES; 2024; 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
            "NORTHERN_IRELAND;  2024; 01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
            "SCOTLAND;          2024; 01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"})
    void past_years_are_as_they_were_kept(Calendar whose, int year, String days) {
        assertThat(calendars.holidays(year, whose)).extracting(day -> day.date().toString().substring(5))
                .containsExactly(days.strip().split(" "));
    }

    @ParameterizedTest
    @CsvSource({"2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
            "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
            "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "1961-04-02", "2008-03-23", "2038-04-25"})
    void easter_is_on(LocalDate sunday) {
        assertThat(BankHolidayRules.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @EnumSource
    void every_year_to_2035_has_each_day_once_and_none_on_a_weekend(Calendar whose) {
        int usual = BankHolidayRules.of(2031, whose).size();
        assertThat(IntStream.rangeClosed(2018, 2035).boxed()).allSatisfy(year -> {
            List<BankHoliday> days = BankHolidayRules.of(year, whose);
            assertThat(days).hasSize(usual).doesNotHaveDuplicates().allSatisfy(day -> assertThat(day.date()
                    .getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        });
    }

    @Test
    void beyond_the_list_the_days_of_every_year_still_count_and_the_answer_says_what_may_be_missed() {
        assertThat(calendars.of(ENGLAND_AND_WALES).isWorkingDay(LocalDate.of(2036, 12, 25))).isFalse();
        assertThat(calendars.caution(LocalDate.of(2035, 12, 20), LocalDate.of(2036, 1, 4)).orElseThrow())
                .contains("from 2018 to 2035").contains("2036-01-04");
        assertThat(calendars.caution(LocalDate.of(2017, 12, 20), LocalDate.of(2018, 1, 4))).isPresent();
        assertThat(calendars.caution(LocalDate.of(2018, 1, 1), LocalDate.of(2035, 12, 31))).isEmpty();
    }
}
