package uk.gov.datashare.process;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjuster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import uk.gov.datashare.contracts.Organisation.Calendar;

/**
 * The bank holidays that come every year: those of the Banking and Financial Dealings Act 1971, Schedule 1, the ones that are
 * proclaimed each year, and those of custom. One that falls on a weekend is kept on the next working day.
 */
final class BankHolidayRules {

    private BankHolidayRules() {}

    /** One day, and why nobody is at work on it. */
    record BankHoliday(LocalDate date, String title) {}

    /** The bank holidays of a year in the order of the calendar, without days that were proclaimed for that year alone. */
    static List<BankHoliday> of(int year, Calendar whose) {
        Map<LocalDate, String> kept = new TreeMap<>();
        List<BankHoliday> displaced = new ArrayList<>();
        for (BankHoliday day : named(year, whose)) {
            if (isWeekend(day.date())) {
                displaced.add(day);
            } else {
                kept.put(day.date(), day.title());
            }
        }
        // Only once all others stand: Christmas on a Sunday does not take the place of Boxing Day, but comes after it.
        for (BankHoliday day : displaced) {
            kept.put(nextFree(day.date(), kept), day.title() + " (substitute day)");
        }
        return kept.entrySet().stream().map(day -> new BankHoliday(day.getKey(), day.getValue())).toList();
    }

    private static List<BankHoliday> named(int year, Calendar whose) {
        List<BankHoliday> named = new ArrayList<>(everywhere(year));
        named.addAll(switch (whose) {
            case ENGLAND_AND_WALES -> List.of(easterMonday(year), summer(year, lastInMonth(MONDAY)));
            case SCOTLAND -> List.of(on(year, JANUARY, 2, "2 January"), summer(year, firstInMonth(MONDAY)),
                    on(year, NOVEMBER, 30, "St Andrew's Day"));
            case NORTHERN_IRELAND -> List.of(easterMonday(year), summer(year, lastInMonth(MONDAY)),
                    on(year, MARCH, 17, "St Patrick's Day"),
                    on(year, JULY, 12, "Battle of the Boyne (Orangemen's Day)"));
        });
        named.sort(Comparator.comparing(BankHoliday::date));
        return named;
    }

    private static List<BankHoliday> everywhere(int year) {
        return List.of(on(year, JANUARY, 1, "New Year's Day"),
                new BankHoliday(easterSunday(year).minusDays(2), "Good Friday"),
                monday(year, MAY, firstInMonth(MONDAY), "Early May bank holiday"),
                monday(year, MAY, lastInMonth(MONDAY), "Spring bank holiday"),
                on(year, DECEMBER, 25, "Christmas Day"),
                on(year, DECEMBER, 26, "Boxing Day"));
    }

    private static BankHoliday easterMonday(int year) {
        return new BankHoliday(easterSunday(year).plusDays(1), "Easter Monday");
    }

    private static BankHoliday summer(int year, TemporalAdjuster which) {
        return monday(year, AUGUST, which, "Summer bank holiday");
    }

    private static BankHoliday monday(int year, Month month, TemporalAdjuster which, String title) {
        return new BankHoliday(LocalDate.of(year, month, 1).with(which), title);
    }

    private static BankHoliday on(int year, Month month, int day, String title) {
        return new BankHoliday(LocalDate.of(year, month, day), title);
    }

    private static LocalDate nextFree(LocalDate from, Map<LocalDate, String> kept) {
        LocalDate there = from;
        while (isWeekend(there) || kept.containsKey(there)) {
            there = there.plusDays(1);
        }
        return there;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /** Easter Sunday of a year of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int dayOfMarch = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, dayOfMarch / 31, dayOfMarch % 31 + 1);
    }
}
