package uk.gov.datashare.process;

import java.util.List;

/**
 * The hub's own choices about silence.
 *
 * @param reminders             at how many per cent of the time for an answer a silent holder is reminded, ascending
 * @param lapseAfterWorkingDays working days of silence of everybody, after the last who could be asked was, that end a case
 */
public record ProcessPolicy(List<Integer> reminders, int lapseAfterWorkingDays) {

    /** Reminders at half and at four fifths of the time, an end after twenty working days. */
    public static final ProcessPolicy USUAL = new ProcessPolicy(List.of(50, 80), 20);

    public ProcessPolicy {
        reminders = List.copyOf(reminders);
        if (lapseAfterWorkingDays < 1 || reminders.stream().anyMatch(percent -> percent < 1 || percent > 99)) {
            throw new IllegalArgumentException("Reminders come between 1 and 99 per cent, and a case lasts a day");
        }
    }
}
