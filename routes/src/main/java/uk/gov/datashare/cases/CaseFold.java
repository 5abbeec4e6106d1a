package uk.gov.datashare.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import uk.gov.datashare.cases.TaskSoFar.Question;
import uk.gov.datashare.cases.TaskSoFar.Standing;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.HolderNotified;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** What each event makes of a case. Pure; without a default, so that a new kind of event stops the compiler here. */
final class CaseFold {

    private CaseFold() {}

    /**
     * The case that begins with this event.
     *
     * @throws IllegalStateException when no case begins so
     */
    static CaseSoFar begin(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case RequestSubmitted submitted -> submitted(recorded, submitted);
            case RequestRefused refused -> refused(recorded, refused);
            default -> throw new IllegalStateException(
                    recorded.requestId() + " does not begin with " + recorded.event().getClass().getSimpleName());
        };
    }

    /** The case after its next event. */
    static CaseSoFar after(CaseSoFar before, RecordedEvent recorded) {
        CaseSoFar now = before.as(recorded.sequence());
        return switch (recorded.event()) {
            case RequestSubmitted submitted -> submitted(recorded, submitted);
            case RequestRefused _ -> now.in(State.REFUSED);
            case RequestTriaged _ -> now.in(State.APPROVING);
            case StageOpened _ -> now;
            case ApprovalSought(var id, var to, _, var due) -> task(now, recorded, id, task -> task.with(to, due));
            case HolderNotified(var id, var to) -> task(now, recorded, id, task -> task.told(to));
            case ApproverReminded _ -> now;
            case TaskEscalated(var id, _, var to, _, var due, _, _) ->
                task(now, recorded, id, task -> task.with(to, due));
            case TaskDelegated(var id, _, var to, _, var due, _) ->
                task(now, recorded, id, task -> task.with(to, due));
            case QuestionAsked(var id, _, var question, var askedOf, _) ->
                task(now, recorded, id, task -> task.asking(new Question(question, askedOf)));
            case QuestionAnswered(var id, _, var due) -> task(now, recorded, id, task -> task.answered(due));
            case DecisionTaken(var id, _, _, _, _, _, _, _) ->
                task(now, recorded, id, task -> task.over(Standing.DECIDED));
            case DecisionCarriedForward(var id, _, _, _, var from, _, _, _, _, _) ->
                task(now, recorded, id, task -> task.carried(from));
            case ConfirmationSought _ -> now;
            case TaskClosed(var id, _) -> task(now, recorded, id, task -> task.over(Standing.CLOSED));
            case ReplyNotUnderstood _ -> now;
            case ReplyNotCounted _ -> now;
            case ApproverNotReached _ -> now;
            case ApproverAway _ -> now;
            case RoleLooksVacant _ -> now;
            case RequestReturned _ -> now.in(State.RETURNED);
            case RequestRejected _ -> now.in(State.REJECTED);
            case RequestWithdrawn _ -> now.in(State.WITHDRAWN);
            case RequestLapsed _ -> now.in(State.LAPSED);
            case RequestAgreed _ -> now.in(State.SIGNING);
            case DocumentIssued(var arrangementId, _, _) -> now.issuedAs(arrangementId);
            case DocumentSigned(var id, _, _, _, _, _, _, _) ->
                task(now, recorded, id, task -> task.over(Standing.DECIDED));
            case ArrangementActivated _ -> now.in(State.COMPLETED);
            case ArrangementExpired _ -> now;
        };
    }

    private static CaseSoFar submitted(RecordedEvent recorded, RequestSubmitted request) {
        Map<String, TaskSoFar> tasks = new LinkedHashMap<>();
        for (PlannedTask planned : request.plan().tasks()) {
            tasks.put(planned.taskId(), TaskSoFar.planned(planned));
        }
        return new CaseSoFar(recorded.requestId(), recorded.sequence(), recorded.version(), request.organisationId(),
                request.externalRef(), request.proposal().parties().all(), Optional.of(request.proposal().title()),
                State.TRIAGE, Optional.of(request), Collections.unmodifiableMap(tasks), Optional.empty());
    }

    private static CaseSoFar refused(RecordedEvent recorded, RequestRefused refused) {
        return new CaseSoFar(recorded.requestId(), recorded.sequence(), recorded.version(), refused.organisationId(),
                refused.externalRef(), List.of(refused.organisationId()), Optional.empty(), State.REFUSED,
                Optional.empty(), Map.of(), Optional.empty());
    }

    private static CaseSoFar task(CaseSoFar now, RecordedEvent recorded, String id, UnaryOperator<TaskSoFar> change) {
        // Tasks are numbered anew in each version: a late word on an old one is not about its namesake.
        if (recorded.version() != now.version() || !now.tasks().containsKey(id)) {
            return now;
        }
        Map<String, TaskSoFar> tasks = new LinkedHashMap<>(now.tasks());
        tasks.computeIfPresent(id, (_, task) -> change.apply(task));
        return now.with(Collections.unmodifiableMap(tasks));
    }
}
