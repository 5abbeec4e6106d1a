package uk.gov.datashare.cases;

import java.time.Instant;
import java.util.List;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;

/** Whose turn it is in a case. */
public final class Turn {

    private Turn() {}

    /** Everybody who is waited for: whoever was asked, and while they have a question, the acquirer's lead in their place. */
    public static List<Waiting> in(CaseSoFar now) {
        return now.isOver()
                ? List.of()
                : now.tasks().values().stream().filter(TaskSoFar::isAwaited).map(task -> waiting(now, task)).toList();
    }

    private static Waiting waiting(CaseSoFar now, TaskSoFar task) {
        PlannedTask plan = task.plan();
        Instant dueAt = task.dueAt().orElseThrow();
        return task.question().isPresent()
                ? new Waiting(now.acquirer(), Role.DATA_SHARE_LEAD, plan.taskId(), dueAt)
                : new Waiting(plan.organisationId(), plan.role(), plan.taskId(), dueAt);
    }
}
