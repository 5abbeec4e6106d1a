package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

/**
 * An organisation's own rule for a task whose holder is away or cannot be reached.
 *
 * @param moves           who is asked in their place
 * @param waitWorkingDays an absence that ends within so many working days is waited out, where at least one working day is
 *                        left after it; 0 to {@value #MOST_WAITED}
 */
public record Absence(Moves moves, int waitWorkingDays) {

    /** The longest absence that can be waited out, in working days. */
    public static final int MOST_WAITED = 20;

    /** The registered backups first; absences of up to three working days are waited out. */
    public static final Absence USUAL = new Absence(Moves.BACKUP_FIRST, 3);

    /** To whom a task moves. */
    public enum Moves {
        /** To the registered backups in order, and at last to the escalation contact. */
        BACKUP_FIRST,
        /** To the escalation contact at once. */
        ESCALATION_CONTACT,
        /** To nobody, as long as the time for an answer runs: the holder is waited for. Who cannot be reached is not. */
        WAIT
    }

    public Absence {
        requireNonNull(moves);
        if (waitWorkingDays < 0 || waitWorkingDays > MOST_WAITED) {
            throw new IllegalArgumentException("Absences of 0 to " + MOST_WAITED + " working days are waited out");
        }
    }
}
