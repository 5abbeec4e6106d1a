package uk.gov.datashare.sandbox;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.StatusUpdate;

/**
 * Tells what happens as the acquiring departments hear it: each line is a message on one of their topics. One thing is told to
 * its end before the next.
 */
final class Story {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private final PrintStream out;
    private final ZonedDateTime firstDay;

    /** A story that began at this time, told on this stream. */
    Story(PrintStream out, Instant began) {
        this.out = out;
        this.firstDay = began.atZone(LONDON).truncatedTo(ChronoUnit.DAYS);
    }

    /** What became of a case. */
    synchronized void tell(String reference, StatusUpdate status) {
        Optional<String> until = status.detail().filter(detail -> detail.startsWith("Until "));
        line(status.at(), reference, status.headline() + until.map(when -> " " + when).orElse(""));
        status.detail().filter(_ -> until.isEmpty()).ifPresent(this::aside);
    }

    /** What was wrong with a message. */
    synchronized void tell(ErrorReport report) {
        line(report.receivedAt(), report.reference().orElse("?"),
                "The message was not accepted. " + report.problems().size() + " to mend:");
        report.problems().stream().map(Story::words).forEach(this::aside);
    }

    /** Something that is not on a topic. */
    synchronized void say(String words) {
        out.println(words);
    }

    /** Lines of a table, under its heading. */
    synchronized void table(String heading, List<List<String>> rows) {
        int widest = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
        out.println();
        out.println(heading);
        rows.forEach(row -> out.println(
                "  " + row.getFirst() + " ".repeat(widest - row.getFirst().length() + 2) + row.getLast()));
    }

    private void line(Instant at, String reference, String words) {
        ZonedDateTime when = at.atZone(LONDON);
        long day = ChronoUnit.DAYS.between(firstDay, when) + 1;
        out.printf(Locale.UK, "day %2d, %-16s  %-18s  %s%n", day, WHEN.format(when), reference, words);
    }

    private void aside(String words) {
        out.printf(Locale.UK, "%48s%s%n", "", words);
    }

    private static String words(Problem problem) {
        return problem.rule() + " " + problem.pointer() + ": " + problem.message()
                + problem.fix().map(fix -> " " + fix).orElse("");
    }
}
