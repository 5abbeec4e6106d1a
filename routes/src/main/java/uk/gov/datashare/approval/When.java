package uk.gov.datashare.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days and times as a person in the United Kingdom reads them. */
final class When {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm",
            Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private When() {}

    /** A moment with its weekday: {@code Wednesday 2 December 2026 at 17:30}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(LONDON));
    }

    /** A period: {@code 2 years 6 months}. */
    static String period(Period period) {
        return Stream
                .of(part(period.getYears(), "year"), part(period.getMonths(), "month"), part(period.getDays(), "day"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining(" "),
                        parts -> parts.isEmpty() ? "no time" : parts));
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
    }

    /** A day: {@code 2 December 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
