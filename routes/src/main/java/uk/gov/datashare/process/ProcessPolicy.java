package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The hub's own choices about silence, and about what a mail may decide.
 *
 * @param reminders             at how many per cent of the time for an answer a silent holder is reminded, ascending
 * @param lapseAfterWorkingDays working days of silence of everybody, after the last who could be asked was, that end a case
 * @param byMail                what may be decided by mail
 */
public record ProcessPolicy(List<Integer> reminders, int lapseAfterWorkingDays, ApprovalsByMail byMail) {

    /** Reminders at half and at four fifths of the time, an end after twenty working days, and everything by mail. */
    public static final ProcessPolicy USUAL = new ProcessPolicy(List.of(50, 80), 20, ApprovalsByMail.USUAL);

    public ProcessPolicy {
        reminders = List.copyOf(reminders);
        requireNonNull(byMail);
        if (lapseAfterWorkingDays < 1 || reminders.stream().anyMatch(percent -> percent < 1 || percent > 99)) {
            throw new IllegalArgumentException("Reminders come between 1 and 99 per cent, and a case lasts a day");
        }
    }

    /** The same choices about silence, and these about mail. */
    ProcessPolicy with(ApprovalsByMail table) {
        return new ProcessPolicy(reminders, lapseAfterWorkingDays, table);
    }
}
