package uk.gov.datashare.process;

import static uk.gov.datashare.process.Decision.nothing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import uk.gov.datashare.contracts.Absence.Moves;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Task.Holding;

/**
 * What becomes of a task, or of a question, when a machine says that whoever has it is away or cannot be reached: it waits or
 * it moves, by the organisation's own rule, and a role that looks vacant is reported. Nothing of it ever decides.
 */
final class Absences {

    /** So many letters in a row that come back for now are as good as one that comes back for good. */
    static final int MOST_PUT_OFF = 3;
    /** An absence of more working days than this makes a role look vacant, and one without an end does. */
    static final int LONG = 20;
    private static final String KNOWN = "their absence is known";

    private final Asking asking;

    Absences(Asking asking) {
        this.asking = asking;
    }

    /** The holder's mailbox says that they are away. */
    Decision holderAway(InHand s, Task task, Holding h, ReportAway c, Instant now) {
        var away = Away.told(c.until(), now);
        if (h.away().map(Away::until).equals(Optional.of(away.until()))) {
            return nothing(KNOWN);
        }
        var story = Story.of(s, now).and(new ApproverAway(task.id(), h.holder(), c.until(), c.cover()));
        var moved = isWaitedFor(task, h, away)
                ? story
                : asking.standIn(s, task, h, MovedBecause.AWAY, c.cover(), now).map(story::and).orElse(story);
        return (isLong(task, away)
                ? Vacancies.report(moved, task, h.holder(), LooksVacantBecause.AWAY, away.until())
                : moved).end();
    }

    /** A letter to the holder came back. */
    Decision holderNotReached(InHand s, Task task, Holding h, boolean permanent, Instant now) {
        var story = Story.of(s, now).and(new ApproverNotReached(task.id(), h.holder(), permanent));
        if (!permanent && h.putOff().size() + 1 < MOST_PUT_OFF) {
            return story.end();
        }
        var moved = asking.standIn(s, task, h, MovedBecause.NOT_REACHED, Optional.empty(), now).map(story::and)
                .orElse(story);
        return Vacancies.report(moved, task, h.holder(), LooksVacantBecause.NOT_REACHED, Optional.empty()).end();
    }

    /** The mailbox of whom the holder asked something says that they are away. */
    Decision askedAway(InHand s, Task task, Holding h, Question q, ReportAway c, Instant now) {
        var away = Away.told(c.until(), now);
        var story = Story.of(s, now).and(new ApproverAway(task.id(), q.askedOf(), c.until(), c.cover()));
        var asks = asks(s, q.askedOf());
        boolean isWaitedFor = asks.filter(theirs -> isShort(theirs, away)
                || theirs.absence().moves() == Moves.WAIT).isPresent();
        var passedOn = isWaitedFor ? story : toOthers(story, s, task, h, q);
        return asks.filter(theirs -> isLong(theirs, away))
                .map(theirs -> Vacancies.report(passedOn, theirs, q.askedOf(), LooksVacantBecause.AWAY, away.until()))
                .orElse(passedOn)
                .end();
    }

    /** The letter to whom the holder asked something came back. */
    Decision askedNotReached(InHand s, Task task, Holding h, Question q, boolean permanent, Instant now) {
        var story = Story.of(s, now).and(new ApproverNotReached(task.id(), q.askedOf(), permanent));
        if (!permanent) {
            return story.end();
        }
        var passedOn = toOthers(story, s, task, h, q);
        return asks(s, q.askedOf())
                .map(theirs -> Vacancies.report(passedOn, theirs, q.askedOf(), LooksVacantBecause.NOT_REACHED,
                        Optional.empty()))
                .orElse(passedOn)
                .end();
    }

    private Story toOthers(Story story, InHand s, Task task, Holding h, Question q) {
        return asking.questionToOthers(s, task, h, q).map(story::and).orElse(story);
    }

    /** The acquirer's task whose line this person stands in, which says what its organisation does about absences. */
    private static Optional<Task> asks(InHand s, String person) {
        return s.tasks().on(Side.ACQUIRER).filter(task -> task.isPlannedFor(person)).findFirst();
    }

    /** Waited for is who is back soon, with at least one working day left; where the rule is to wait, everybody. */
    private boolean isWaitedFor(Task task, Holding h, Away away) {
        if (task.absence().moves() == Moves.WAIT) {
            return true;
        }
        return isShort(task, away)
                && away.back(asking.calendar(task)).filter(back -> back.isBefore(h.dueAt())).isPresent();
    }

    private boolean isShort(Task task, Away away) {
        return lasts(task, away, days -> days <= task.absence().waitWorkingDays());
    }

    private boolean isLong(Task task, Away away) {
        return !lasts(task, away, days -> days <= LONG);
    }

    private boolean lasts(Task task, Away away, Predicate<Integer> soLong) {
        var calendar = asking.calendar(task);
        return away.back(calendar).map(back -> calendar.between(away.since(), back)).filter(soLong).isPresent();
    }
}
