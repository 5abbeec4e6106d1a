package uk.gov.datashare.process;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;

/** Everybody's part in a version of a request, in the order of its plan. */
public record Tasks(List<Task> all) {

    public Tasks {
        all = orEmpty(all);
    }

    /** The tasks of a plan, none of them begun. Of their reasons only the rules' names are kept: the log has the rest. */
    static Tasks of(ApprovalPlan plan) {
        return new Tasks(plan.tasks().stream().map(Tasks::waiting).toList());
    }

    private static Task waiting(PlannedTask t) {
        var planned = new PlannedTask(t.taskId(), t.organisationId(), t.side(), t.role(), t.mode(), t.stage(),
                t.assignee(), t.backups(), t.escalation(), t.vacant(), t.floor(), t.slaWorkingDays(), t.calendar(),
                t.absence(), List.of(), t.covers());
        return new Task(planned, new Task.Waiting(), Optional.empty(),
                t.reasons().stream().map(Reason::ruleId).distinct().toList());
    }

    /** The task of this id. */
    public Optional<Task> find(String taskId) {
        return all.stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /** The tasks of a stage. */
    public Stream<Task> in(Stage stage) {
        return all.stream().filter(task -> task.stage() == stage);
    }

    /** The tasks of a stage whose holders have not been asked, and need be. */
    Stream<Task> waitingIn(Stage stage) {
        return in(stage).filter(task -> task.state() instanceof Task.Waiting);
    }

    /** The tasks of one side. */
    Stream<Task> on(Side side) {
        return all.stream().filter(task -> task.planned().side() == side);
    }

    /** The tasks whose holders, or those they asked, are to do something. */
    public Stream<Task> inHands() {
        return all.stream().filter(task -> task.holding().isPresent());
    }

    /** Whether a task without whose yes there is no agreement waits for the answer to a question. */
    public boolean anyQueried() {
        return all.stream().anyMatch(task -> task.binds() && task.question().isPresent());
    }

    /** Whether nobody who was asked so far keeps the case waiting. */
    boolean allAskedAreSettled() {
        return all.stream().filter(task -> !(task.state() instanceof Task.Waiting)).allMatch(Task::isSettled);
    }

    /** The first stage before the signatures that nobody has been asked in yet. */
    Optional<Stage> nextStage() {
        return all.stream()
                .filter(task -> task.state() instanceof Task.Waiting && !task.signs())
                .map(Task::stage)
                .min(Stage::compareTo);
    }

    /** Whether every yes is there that agreement needs, and everybody was asked whom the law or policy says to ask. */
    boolean everybodyAgreed() {
        return all.stream()
                .filter(task -> !task.signs() && !task.triages())
                .filter(task -> task.binds() || task.planned().floor())
                .allMatch(Task::isSettled);
    }

    /** Whether every signatory has signed. */
    boolean everybodySigned() {
        return in(Stage.SIGN).filter(task -> !task.tells()).allMatch(task -> task.state() instanceof Task.Signed);
    }

    Tasks with(String taskId, UnaryOperator<Task> change) {
        return new Tasks(all.stream().map(task -> task.id().equals(taskId) ? change.apply(task) : task).toList());
    }

    /** What a list that stored JSON leaves out becomes: empty, and never null. */
    static <T> List<T> orEmpty(@Nullable List<T> maybe) {
        return maybe == null ? List.of() : List.copyOf(maybe);
    }
}
