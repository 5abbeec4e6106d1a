package uk.gov.datashare.connectors.email.reply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day on which an absent person says they are back; day before month, as in Britain. */
final class ReturnDate {

    private static final String CUE = "(?i)\\b(until|till|back|return(?:ing|s)?|through to|hyd|tan|yn ôl)\\b.{0,40}?";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwe|maw|ebr|mai|meh|gor|aws|med|hyd|tac|rha)[a-z]*\\.?,?";
    private static final Pattern DAY_MONTH = Pattern
            .compile(CUE + "\\b(\\d{1,2})(?:st|nd|rd|th|ain|af|ydd|eg)? (?:of )?" + MONTH + "(?: (\\d{4}))?\\b");
    private static final Pattern MONTH_DAY = Pattern
            .compile(CUE + "\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?\\b");
    private static final Pattern NUMBERS = Pattern
            .compile(CUE + "\\b(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?\\b");
    private static final Pattern ISO = Pattern.compile(CUE + "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern SENT = Pattern
            .compile("(?i)\\b(\\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\\d{4})\\b");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final List<String> WELSH = List.of("ion", "chwe", "maw", "ebr", "mai", "meh", "gor", "aws", "med",
            "hyd", "tac", "rha");
    private static final int FARTHEST_YEARS = 2;

    private ReturnDate() {}

    /** The day, if the text names one that lies after the mail's own date; a year that is left out is the next that fits. */
    static Optional<LocalDate> in(String text, Headers headers) {
        Optional<LocalDate> sent = sent(headers);
        return iso(text).or(() -> dayMonth(text, sent)).or(() -> monthDay(text, sent)).or(() -> numbers(text, sent))
                .filter(date -> sent.map(day -> !date.isBefore(day) && date.isBefore(day.plusYears(FARTHEST_YEARS)))
                        .orElse(true));
    }

    private static Optional<LocalDate> sent(Headers headers) {
        Matcher matcher = SENT.matcher(headers.first("date").orElse(""));
        return matcher.find() ? date(matcher.group(3), month(matcher.group(2)), matcher.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> iso(String text) {
        Matcher matcher = ISO.matcher(text);
        return matcher.find()
                ? date(matcher.group(2), Integer.parseInt(matcher.group(3)), matcher.group(4))
                : Optional.empty();
    }

    private static Optional<LocalDate> dayMonth(String text, Optional<LocalDate> sent) {
        Matcher matcher = DAY_MONTH.matcher(text);
        return matcher.find()
                ? next(matcher.group(4), month(matcher.group(3)), matcher.group(2), sent)
                : Optional.empty();
    }

    private static Optional<LocalDate> monthDay(String text, Optional<LocalDate> sent) {
        Matcher matcher = MONTH_DAY.matcher(text);
        return matcher.find()
                ? next(matcher.group(4), month(matcher.group(2)), matcher.group(3), sent)
                : Optional.empty();
    }

    private static Optional<LocalDate> numbers(String text, Optional<LocalDate> sent) {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.find()
                ? next(matcher.group(4), Integer.parseInt(matcher.group(3)), matcher.group(2), sent)
                : Optional.empty();
    }

    private static Optional<LocalDate> next(@Nullable String year, int month, String day, Optional<LocalDate> sent) {
        if (year != null) {
            return date(year.length() == 2 ? "20" + year : year, month, day);
        }
        return sent.flatMap(from -> date(Integer.toString(from.getYear()), month, day)
                .map(date -> date.isBefore(from) ? date.plusYears(1) : date));
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Math.max(MONTHS.indexOf(lower), WELSH.indexOf(lower)) + 1;
    }
}
