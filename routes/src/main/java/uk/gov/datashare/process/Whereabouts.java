package uk.gov.datashare.process;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;
import uk.gov.datashare.process.Share.Approving;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Returned;
import uk.gov.datashare.process.Share.Signing;
import uk.gov.datashare.process.Share.Triage;
import uk.gov.datashare.process.Share.Unseen;
import uk.gov.datashare.process.Task.Holding;

/** Where a share stands, as it is told to those outside. */
public final class Whereabouts {

    private Whereabouts() {}

    /** The state that its parties are told. */
    public static State state(Share share) {
        return switch (share) {
            case Unseen _ -> State.UNKNOWN;
            case Triage _ -> State.TRIAGE;
            case Approving s when s.tasks().anyQueried() -> State.QUERIED;
            case Approving _ -> State.APPROVING;
            case Returned _ -> State.RETURNED;
            case Signing s when s.tasks().anyQueried() -> State.QUERIED;
            case Signing _ -> State.SIGNING;
            case Live _ -> State.COMPLETED;
            case Closed closed -> switch (closed.how()) {
                case REJECTED -> State.REJECTED;
                case WITHDRAWN -> State.WITHDRAWN;
                case LAPSED -> State.LAPSED;
                case REFUSED -> State.REFUSED;
                case EXPIRED -> State.COMPLETED;
            };
        };
    }

    /** Whose turn it is; where a question is open or changes were asked for, the acquirer's. */
    public static List<Waiting> waitingFor(Share share) {
        return switch (share) {
            case Returned returned -> List.of(Waiting.forNextVersion(returned.dossier().organisationId()));
            case InHand s -> s.tasks().inHands().map(task -> waiting(s, task, task.holding().orElseThrow())).toList();
            case Unseen _,Live _,Closed _ -> List.of();
        };
    }

    /** The arrangement that the share has led to, if it has. */
    public static Optional<String> arrangementId(Share share) {
        return switch (share) {
            case Live live -> Optional.of(live.arrangement().arrangementId());
            case Closed(_, var how) when how == Closed.How.EXPIRED ->
                Optional.of(RequestId.arrangementOf(share.requestId()));
            case Unseen _,InHand _,Closed _ -> Optional.empty();
        };
    }

    /** The state in one sentence. */
    static String inWords(Share share) {
        return switch (state(share)) {
            case UNKNOWN -> "The hub knows of no request under this reference.";
            case TRIAGE -> "The suppliers look whether the request has come to the right place.";
            case APPROVING -> "Those who must be asked are being asked.";
            case QUERIED -> "An approver has a question, and waits for your answer.";
            case RETURNED -> "Changes were asked for, and your next version is awaited.";
            case SIGNING -> "Everybody has agreed, and the parties are signing.";
            case COMPLETED -> "The arrangement was signed by every party and is published.";
            case REJECTED -> "The request was rejected.";
            case WITHDRAWN -> "The request was withdrawn.";
            case LAPSED -> "The request lapsed.";
            case REFUSED -> "The hub may not carry the request.";
        };
    }

    private static Waiting waiting(InHand share, Task task, Holding holding) {
        PlannedTask planned = task.planned();
        return task.question().isPresent()
                ? Waiting.forTask(share.dossier().organisationId(), Role.DATA_SHARE_LEAD, task.id(), holding.dueAt())
                : Waiting.forTask(planned.organisationId(), planned.role(), task.id(), holding.dueAt());
    }
}
