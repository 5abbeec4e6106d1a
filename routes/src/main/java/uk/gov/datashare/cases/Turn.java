package uk.gov.datashare.cases;

import java.time.Instant;
import java.util.List;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;

/** Whose turn it is in a case. */
public final class Turn {

    private Turn() {}

    /**
     * Everybody who is waited for: whoever was asked, and while they have a question, the acquirer's lead in their place. Of a
     * request that is back with the acquirer, their lead. Nobody only where the case is over, or the hub itself is about to go on.
     */
    public static List<Waiting> in(CaseSoFar now) {
        return switch (now.phase()) {
            case RETURNED -> List.of(Waiting.forNextVersion(now.acquirer()));
            case TRIAGE, APPROVING, QUERIED, SIGNING ->
                now.tasks().values().stream().filter(TaskSoFar::isAwaited).map(task -> waiting(now, task)).toList();
            case UNKNOWN, COMPLETED, REJECTED, WITHDRAWN, LAPSED, REFUSED -> List.of();
        };
    }

    private static Waiting waiting(CaseSoFar now, TaskSoFar task) {
        PlannedTask plan = task.plan();
        Instant dueAt = task.dueAt().orElseThrow();
        return task.question().isPresent()
                ? Waiting.forTask(now.acquirer(), Role.DATA_SHARE_LEAD, plan.taskId(), dueAt)
                : Waiting.forTask(plan.organisationId(), plan.role(), plan.taskId(), dueAt);
    }
}
