package uk.gov.datashare.process.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Absence;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;

/** A line of the oracle's table: one task, and all that has come of it. */
final class Part {

    enum Status {
        WAITING, TOLD, OPEN, DECIDED, SIGNED, OVER
    }

    /** What waits for its code. */
    record Unconfirmed(Optional<Outcome> outcome, Optional<String> comment, String code, Instant until,
            Evidence evidence, int wrong, int sought) {}

    /** What was asked, and of whom; {@code tried} are those who could not answer. */
    record Asked(String text, String of, String token, Instant at, List<String> tried) {}

    final PlannedTask task;
    Status status = Status.WAITING;

    String holder = "";
    String token = "";
    Instant since = Instant.EPOCH;
    Instant due = Instant.EPOCH;
    int reminded;
    int silences;
    int bounces;
    List<String> had = new ArrayList<>();
    boolean away;
    Instant awaySince = Instant.EPOCH;
    Optional<LocalDate> awayUntil = Optional.empty();
    Optional<Asked> question = Optional.empty();
    Optional<Unconfirmed> unconfirmed = Optional.empty();

    String by = "";
    Optional<Outcome> outcome = Optional.empty();
    Optional<String> comment = Optional.empty();
    Instant decidedAt = Instant.EPOCH;
    int fromVersion;
    String fromTask = "";
    String fromHash = "";
    String fromEvidence = "";

    Part(PlannedTask task) {
        this.task = task;
    }

    String id() {
        return task.taskId();
    }

    boolean isTriage() {
        return task.stage() == Stage.TRIAGE;
    }

    boolean isSignature() {
        return task.stage() == Stage.SIGN;
    }

    boolean isOnlyTold() {
        return task.mode() == Mode.NOTIFY_ONLY && !isTriage();
    }

    boolean isView() {
        return task.mode() == Mode.ADVISORY && !isTriage() && !isSignature();
    }

    /** A coordinator's word, and a view, are not waited for after their time. */
    boolean endsInSilence() {
        return isTriage() || isView();
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether its clock stands still: while a question is open, but for a view. */
    boolean standsStill() {
        return isOpen() && question.isPresent() && !isView();
    }

    boolean isDone() {
        return switch (status) {
            case DECIDED -> outcome.filter(Outcome::goesOn).isPresent();
            case SIGNED, TOLD -> true;
            case OVER -> endsInSilence();
            case WAITING, OPEN -> false;
        };
    }

    /** It comes into somebody's hands anew. */
    void give(String to, String newToken, Instant now, Instant newDue) {
        status = Status.OPEN;
        holder = to;
        token = newToken;
        since = now;
        due = newDue;
        reminded = 0;
        if (!had.contains(to)) {
            had.add(to);
        }
        question = Optional.empty();
        unconfirmed = Optional.empty();
        heard();
    }

    /** Its holder wrote themselves. */
    void heard() {
        away = false;
        awayUntil = Optional.empty();
        bounces = 0;
    }

    /** It is in nobody's hands any more. */
    void end(Status how) {
        status = how;
        question = Optional.empty();
        unconfirmed = Optional.empty();
    }

    List<String> line() {
        var line = new ArrayList<>(task.backups());
        line.add(task.escalation());
        return line;
    }

    boolean isPlannedFor(String person) {
        return task.assignee().equals(person) || line().contains(person);
    }

    /** The first of these who has not had it. */
    Optional<String> firstNew(List<String> people) {
        for (String person : people) {
            if (!had.contains(person)) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    Optional<String> nextAfterSilence() {
        return firstNew(silences > 0 ? List.of(task.escalation()) : line());
    }

    Absence rule() {
        return task.absence().orElse(Absence.USUAL);
    }

    int days() {
        return Math.max(1, task.slaWorkingDays());
    }

    int half() {
        return days() - days() / 2;
    }
}
