package uk.gov.datashare.connectors.email.reply;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day on which an absent person says they are back, by the rows of {@code return-dates.txt}; day before month, as in Britain. */
final class ReturnDate {

    /** One row; the month's number, or 0 for a cue. */
    record Row(String id, int month, String pattern, String example) {

        private static Row of(List<String> columns) {
            String kind = columns.get(1);
            return new Row(columns.getFirst(), kind.equals("CUE") ? 0 : Integer.parseInt(kind.substring(6)),
                    columns.get(2), columns.get(3));
        }

        boolean names(String month) {
            return this.month > 0 && Pattern.matches("(?i)(?:" + pattern + ")", month);
        }
    }

    private static final List<Row> ROWS = DataFile.rows("return-dates.txt", 4).stream().map(Row::of).toList();
    private static final String CUE = "(?i)(?:" + patterns(true) + ")";
    private static final String MONTH = "(" + patterns(false) + ")";
    private static final Pattern DAY_MONTH = Pattern.compile(CUE
            + "\\b(\\d{1,2})(?:st|nd|rd|th|ain|af|ydd|fed|eg|er|\\.|:e)?(?: of| de| den| o)? ?" + MONTH
            + "\\.?,?(?: (?:de |del )?(\\d{4}))?(?:[^\\pL\\d]|$)");
    private static final Pattern MONTH_DAY = Pattern
            .compile(CUE + "\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?\\b");
    private static final Pattern NUMBERS = Pattern
            .compile(CUE + "\\b(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?\\b");
    private static final Pattern ISO = Pattern.compile(CUE + "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern SENT = Pattern
            .compile("(?i)\\b(\\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\\d{4})\\b");
    private static final int FARTHEST_YEARS = 2;

    private ReturnDate() {}

    static List<Row> rows() {
        return ROWS;
    }

    private static String patterns(boolean cues) {
        return ROWS.stream().filter(row -> (row.month() == 0) == cues).map(Row::pattern).collect(joining("|"));
    }

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
                ? date(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3))
                : Optional.empty();
    }

    private static Optional<LocalDate> dayMonth(String text, Optional<LocalDate> sent) {
        Matcher matcher = DAY_MONTH.matcher(text);
        return matcher.find()
                ? next(matcher.group(3), month(matcher.group(2)), matcher.group(1), sent)
                : Optional.empty();
    }

    private static Optional<LocalDate> monthDay(String text, Optional<LocalDate> sent) {
        Matcher matcher = MONTH_DAY.matcher(text);
        return matcher.find()
                ? next(matcher.group(3), month(matcher.group(1)), matcher.group(2), sent)
                : Optional.empty();
    }

    private static Optional<LocalDate> numbers(String text, Optional<LocalDate> sent) {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.find()
                ? next(matcher.group(3), Integer.parseInt(matcher.group(2)), matcher.group(1), sent)
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
        return ROWS.stream().filter(row -> row.names(name)).findFirst().map(Row::month).orElse(0);
    }
}
