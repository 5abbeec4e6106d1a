package uk.gov.datashare.process.oracle;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
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

/** What has happened in one line each: what the oracle foretells is compared with what the process did word by word. */
public final class Lines {

    private Lines() {}

    static String of(Object... words) {
        var line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ")
                    .append(word instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("-") : word);
        }
        return line.toString();
    }

    /** Events, a line for each. */
    public static List<String> of(List<ShareEvent> events) {
        return events.stream().map(Lines::of).toList();
    }

    private static String of(ShareEvent event) {
        return switch (event) {
            case RequestSubmitted e -> of("submitted", e.version(), e.contentHash());
            case RequestRefused e -> of("refused", e.version(), e.ruleId());
            case RequestTriaged _ -> "triaged";
            case StageOpened e -> of("stage", e.stage());
            case ApprovalSought e -> of("ask", e.taskId(), e.to(), e.tokenDigest(), e.dueAt());
            case HolderNotified e -> of("tell", e.taskId(), e.to());
            case ApproverReminded e -> of("remind", e.taskId(), e.to(), e.percent());
            case TaskEscalated e ->
                of("move", e.taskId(), e.from(), e.to(), e.tokenDigest(), e.dueAt(), e.why(), e.comment());
            case TaskDelegated e ->
                of("delegate", e.taskId(), e.from(), e.to(), e.tokenDigest(), e.dueAt(), e.comment());
            case QuestionAsked e ->
                of("question", e.taskId(), e.by(), e.question(), e.askedOf(), e.tokenDigest());
            case QuestionAnswered e -> of("answered", e.taskId(), e.answer(), e.dueAt());
            case DecisionTaken e -> of("decided", e.taskId(), e.by(), e.outcome(), e.comment(), e.contentHash(),
                    e.evidence().rawDigest(), e.confirmation().map(proof -> proof.rawDigest()), e.registryVersion());
            case DecisionCarriedForward e -> of("carried", e.taskId(), e.by(), e.outcome(), e.comment(),
                    e.fromVersion(), e.fromTaskId(), e.contentHash(), e.evidence(), e.decidedAt(),
                    e.sections().size());
            case ConfirmationSought e -> of("code", e.taskId(), e.by(), e.outcome(), e.comment(), e.codeDigest(),
                    e.until(), e.evidence().rawDigest());
            case TaskClosed e -> of("close", e.taskId(), e.why());
            case ReplyNotUnderstood e -> of("unclear", e.taskId(), e.by());
            case ReplyNotCounted e -> of("ignored", e.taskId(), e.by(), e.why());
            case ApproverNotReached e -> of("bounced", e.taskId(), e.to(), e.permanent());
            case ApproverAway e -> of("away", e.taskId(), e.to(), e.until(), e.cover());
            case RoleLooksVacant e ->
                of("vacant", e.organisationId(), e.role(), e.holder(), e.why(), e.until());
            case RequestReturned e -> of("returned", e.taskId(), e.by(), e.changes());
            case RequestRejected e -> of("rejected", e.taskId(), e.by(), e.reason());
            case RequestWithdrawn e -> of("withdrawn", e.reason());
            case RequestLapsed e -> of("lapsed", e.silentTasks());
            case RequestAgreed e -> of("agreed", e.agreedAt());
            case DocumentIssued e -> of("issued", e.documentHash());
            case DocumentSigned e -> of("signed", e.taskId(), e.by(), e.organisationId(), e.documentHash(),
                    e.comment(), e.evidence().rawDigest(), e.confirmation().map(proof -> proof.rawDigest()),
                    e.registryVersion());
            case ShareEvent other -> other.getClass().getSimpleName();
        };
    }
}
