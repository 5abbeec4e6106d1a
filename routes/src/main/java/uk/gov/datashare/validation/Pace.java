package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.process.WorkingCalendar;
import uk.gov.datashare.process.WorkingCalendars;

/**
 * How long agreement takes where everybody uses the working days that they have, and nobody asks back: stage after stage,
 * each person on their own organisation's calendar.
 */
final class Pace {

    private final WorkingCalendars calendars;

    Pace(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    /** The day in London on which the last signature is due, if the request comes in now. */
    LocalDate agreedBy(ApprovalPlan plan, Instant now) {
        Instant at = now;
        for (Stage stage : Stage.values()) {
            at = endOf(stage, plan, at);
        }
        return LocalDate.ofInstant(at, WorkingCalendar.LONDON);
    }

    /** What is found where the data is needed before that day; nothing where that is not said, or is past anyhow. */
    Stream<Finding> tooSlow(ShareRequest request, ApprovalPlan plan, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.LONDON);
        return request.neededBy().filter(day -> day.isAfter(today)).stream().flatMap(day -> {
            LocalDate agreed = agreedBy(plan, now);
            return warning(TermRules.NEEDED_BY,
                    "The data is needed by " + day
                            + ". Where everybody uses the working days that they have, it is agreed by "
                            + agreed + ".",
                    "Tell those who are asked in good time, plan for a later day, or say in the purpose why it is urgent.")
                    .when(day.isBefore(agreed));
        });
    }

    private Instant endOf(Stage stage, ApprovalPlan plan, Instant from) {
        return plan.tasks().stream()
                .filter(task -> task.stage() == stage && task.mode() != Mode.NOTIFY_ONLY)
                .map(task -> calendars.of(task.calendar()).endOfDay(from, task.slaWorkingDays()))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }
}
