package uk.gov.datashare.connectors.email.reply;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a mail says. It is what the mail says and no more: whether its sender may say it, and whether it still counts, is for
 * the process to judge.
 */
public sealed interface Reading {

    /** Where it comes from, and the rule that fired. */
    Provenance provenance();

    /** A person has said something unmistakable. */
    sealed interface Said extends Reading {}

    /** Yes: approves, agrees, accepts. */
    record Approve(Provenance provenance, String comment) implements Said {}

    /** Yes, on conditions, in the writer's words; never blank. */
    record ApproveWithConditions(Provenance provenance, String conditions) implements Said {}

    /** No; the reason may be blank, for a decision is not lost for want of a comment. */
    record Reject(Provenance provenance, String reason) implements Said {}

    /** Not yet: what must be changed first; never blank. */
    record Return(Provenance provenance, String what) implements Said {}

    /** A question; never blank. */
    record Query(Provenance provenance, String question) implements Said {}

    /** The answer to a question; never blank. */
    record Answer(Provenance provenance, String answer) implements Said {}

    /** Somebody else shall answer, at this address, in lower case. */
    record Delegate(Provenance provenance, String address, String comment) implements Said {}

    /** The writer says that this is not theirs to answer. */
    record NotMine(Provenance provenance, String comment) implements Said {}

    /** The writer signs. */
    record Sign(Provenance provenance, String comment) implements Said {}

    /**
     * The writer confirms what they said before, with the code that they were sent: eight digits. The letter that gives the
     * code must not hold this answer as a line of its own, for a whole line of the hub's is never taken for the writer's.
     */
    record Confirm(Provenance provenance, String code) implements Said {}

    /** A person wrote something that decides nothing, with the first line as it was read and why, in words for the writer. */
    record Unclear(Provenance provenance, String firstLine, String why) implements Reading {}

    /**
     * A machine wrote it, and it decides nothing and is never answered.
     *
     * @param away       whether it says that its owner is absent
     * @param returnDate the day on which they say they are back
     * @param cover      the one mail address, in lower case, that they name for the time of their absence; nobody has
     *                   checked that it may answer
     */
    record AutomaticReply(Provenance provenance, boolean away, Optional<LocalDate> returnDate, Optional<String> cover)
            implements
                Reading {}

    /** A letter did not arrive; whose, the bounces address says ({@link Provenance#about()}). */
    record Bounce(Provenance provenance, boolean permanent) implements Reading {}

    /** Not to be trusted or not to be read: over size, malformed beyond reading, or more than one From. */
    record Unreadable(Provenance provenance, String why) implements Reading {}
}
