package uk.gov.datashare.whatif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.process.WorkingCalendar;

/**
 * The history in the events of this hub's cases. An answer's time runs from when its task was first put before somebody to when it
 * was decided, signed or not waited for any more: with reminders, questions and changes of hands, for those who wait wait through
 * them too. Tasks that were never answered, because their request came to an end, tell nothing and are left out.
 */
final class Answered implements History {

    /** Whose answers. */
    private record Who(String organisationId, Role role) {}

    /** A task that is open. */
    private record Open(PlannedTask task, RecordedEvent asked) {}

    /** What is known of a case: how far its events were read, whom it asks, and who has been asked. */
    private record Case(long sequence, Map<String, PlannedTask> plan, Map<String, Open> open) {}

    private final Function<Calendar, WorkingCalendar> calendars;
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<Who, Map<Integer, Integer>> byHolder = new ConcurrentHashMap<>();
    private final Map<Role, Map<Integer, Integer>> byRole = new ConcurrentHashMap<>();

    Answered(Function<Calendar, WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    @Override
    public Map<Integer, Integer> of(String organisationId, Role role) {
        return Map.copyOf(byHolder.getOrDefault(new Who(organisationId, role), Map.of()));
    }

    @Override
    public Map<Integer, Integer> of(Role role) {
        return Map.copyOf(byRole.getOrDefault(role, Map.of()));
    }

    /** Takes the next event of a case; one that was taken before changes nothing. */
    synchronized void accept(RecordedEvent next) {
        Case known = cases.getOrDefault(next.requestId(), new Case(0, Map.of(), Map.of()));
        if (next.sequence() > known.sequence()) {
            cases.put(next.requestId(), after(known, next));
        }
    }

    private Case after(Case known, RecordedEvent next) {
        return switch (next.event()) {
            case RequestSubmitted submitted -> begun(next, submitted);
            case ApprovalSought sought -> asked(known, next, sought.taskId());
            case DecisionTaken decided -> done(known, next, decided.taskId());
            case DocumentSigned signed -> done(known, next, signed.taskId());
            case TaskClosed(var task, var why) when why == ClosedBecause.EXPIRED -> done(known, next, task);
            case TaskClosed closed -> without(known, next, closed.taskId());
            default -> new Case(next.sequence(), known.plan(), known.open());
        };
    }

    private static Case begun(RecordedEvent at, RequestSubmitted submitted) {
        Map<String, PlannedTask> plan = new HashMap<>();
        submitted.plan().tasks().forEach(task -> plan.put(task.taskId(), task));
        return new Case(at.sequence(), plan, Map.of());
    }

    private static Case asked(Case known, RecordedEvent at, String taskId) {
        Map<String, Open> open = new HashMap<>(known.open());
        Map<String, PlannedTask> plan = new HashMap<>(known.plan());
        Optional.ofNullable(plan.remove(taskId)).ifPresent(task -> open.put(taskId, new Open(task, at)));
        return new Case(at.sequence(), plan, open);
    }

    private Case done(Case known, RecordedEvent at, String taskId) {
        Optional.ofNullable(known.open().get(taskId)).ifPresent(open -> count(open, at));
        return without(known, at, taskId);
    }

    private static Case without(Case known, RecordedEvent at, String taskId) {
        Map<String, Open> open = new HashMap<>(known.open());
        open.remove(taskId);
        return new Case(at.sequence(), open.isEmpty() && known.plan().isEmpty() ? Map.of() : known.plan(), open);
    }

    private void count(Open open, RecordedEvent answer) {
        PlannedTask task = open.task();
        int days = calendars.apply(task.calendar()).between(open.asked().at(), answer.at());
        byHolder.computeIfAbsent(new Who(task.organisationId(), task.role()), _ -> new ConcurrentHashMap<>())
                .merge(days, 1, Integer::sum);
        byRole.computeIfAbsent(task.role(), _ -> new ConcurrentHashMap<>()).merge(days, 1, Integer::sum);
    }
}
