package uk.gov.datashare.process.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.Role;

/**
 * What the hub was set up with.
 *
 * @param tokens    makes the tokens' digests
 * @param codes     makes the codes' digests
 * @param ways      how far a mail goes
 * @param isHoliday whether a day is a bank holiday
 * @param reminders at how many per cent of their time a silent holder is reminded, ascending
 * @param silence   after how many working days of silence a case lapses
 */
public record Rules(Digests tokens, Digests codes, Ways ways, BiPredicate<Calendar, LocalDate> isHoliday,
        List<Integer> reminders, int silence) {

    /** A digest by case, version, task, person and what it is bound to. */
    @FunctionalInterface
    public interface Digests {

        /** The digest. */
        String of(String requestId, int version, String taskId, String person, String boundTo);
    }

    /** How far a mail goes, in the words of the settings: {@code PLAIN}, {@code CONFIRMED}, {@code REFUSAL_ONLY}. */
    @FunctionalInterface
    public interface Ways {

        /** The way for a role, for a request that is sensitive or is not. */
        String on(boolean sensitive, Role role);
    }
}
