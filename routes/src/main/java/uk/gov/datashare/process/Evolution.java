package uk.gov.datashare.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
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
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.process.Dossier.Vacancy;
import uk.gov.datashare.process.Share.Answer;
import uk.gov.datashare.process.Share.Approving;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Outline;
import uk.gov.datashare.process.Share.Returned;
import uk.gov.datashare.process.Share.Signing;
import uk.gov.datashare.process.Share.Triage;
import uk.gov.datashare.process.Task.Decided;
import uk.gov.datashare.process.Task.Holding;
import uk.gov.datashare.process.Task.Open;
import uk.gov.datashare.process.Task.Over;
import uk.gov.datashare.process.Task.Queried;
import uk.gov.datashare.process.Task.Signed;
import uk.gov.datashare.process.Task.State;
import uk.gov.datashare.process.Task.Told;

/**
 * How a share changes by what happened to it. An event is a fact, so nothing is checked here, and every event is met: one that
 * has nothing to say to the place where the share is changes nothing.
 */
public final class Evolution {

    private Evolution() {}

    /** The share after one more event of its log. */
    public static Share evolve(Share share, RecordedEvent recorded) {
        return evolve(share, recorded.event(), recorded.at());
    }

    /** The share that a whole log tells of, from its first event on. */
    public static Share replay(String requestId, List<RecordedEvent> log) {
        Share share = new Share.Unseen(requestId);
        for (RecordedEvent recorded : log) {
            share = evolve(share, recorded);
        }
        return share;
    }

    static Share evolve(Share share, ShareEvent event, Instant at) {
        return switch (event) {
            case RequestSubmitted e -> submitted(share, e, at);
            case RequestRefused e -> new Closed(new Outline(share.requestId(), e.organisationId(), e.externalRef(),
                    e.version()), Closed.How.REFUSED);
            case RequestTriaged _ -> triaged(share, at);
            case StageOpened _ -> share;
            case ApprovalSought e -> moves(share, e.taskId(), at, _ -> sought(e, at));
            case HolderNotified e -> moves(share, e.taskId(), at, _ -> new Told(e.to()));
            case ApproverReminded e -> changes(share, e.taskId(), task -> Reach.reminded(task, e.percent()));
            case TaskEscalated e -> moves(share, e.taskId(), at, task -> escalated(task, e, at));
            case TaskDelegated e -> moves(share, e.taskId(), at, task -> delegated(task, e, at));
            case QuestionAsked e -> moves(share, e.taskId(), at, task -> queried(task, e, at));
            case QuestionAnswered e -> moves(share, e.taskId(), at, task -> answered(task, e));
            case DecisionTaken e -> moves(share, e.taskId(), at, _ -> Decided.of(e, share.version(), at));
            case DecisionCarriedForward e -> moves(share, e.taskId(), at, _ -> Decided.of(e));
            case ConfirmationSought e -> unmoved(share, e.taskId(), task -> task.with(
                    Optional.of(Pending.of(e, task.pending().map(Pending::sought).orElse(0)))));
            case TaskClosed e -> moves(share, e.taskId(), at, _ -> new Over(e.why()));
            case ReplyNotUnderstood e -> changes(share, e.taskId(), task -> Reach.heard(task, e.by()));
            case ReplyNotCounted e when e.why() == NotCountedBecause.WRONG_CODE -> unmoved(share, e.taskId(),
                    task -> task.with(task.pending().map(Pending::afterWrongCode)));
            case ReplyNotCounted _ -> share;
            case ApproverNotReached e -> changes(share, e.taskId(), task -> Reach.putOff(task, e.to(), at));
            case ApproverAway e ->
                changes(share, e.taskId(), task -> Reach.away(task, e.to(), Away.told(e.until(), at)));
            case RoleLooksVacant e -> reported(share, e);
            case RequestReturned _ -> returned(share, at);
            case RequestRejected _ -> closed(share, Closed.How.REJECTED);
            case RequestWithdrawn _ -> closed(share, Closed.How.WITHDRAWN);
            case RequestLapsed _ -> closed(share, Closed.How.LAPSED);
            case RequestAgreed _ -> share;
            case DocumentIssued e -> issued(share, e, at);
            case DocumentSigned e -> moves(share, e.taskId(), at,
                    _ -> new Signed(e.by(), at, e.evidence().rawDigest()));
            case ArrangementActivated e -> activated(share, e);
            case ArrangementExpired _ -> closed(share, Closed.How.EXPIRED);
        };
    }

    private static Share submitted(Share share, RequestSubmitted e, Instant at) {
        var earlier = share instanceof InHand inHand ? inHand.dossier().asEarlier() : List.<Dossier.Earlier>of();
        var looksVacant = share instanceof InHand inHand ? inHand.dossier().looksVacant() : List.<Vacancy>of();
        var dossier = new Dossier(share.requestId(), e.organisationId(), e.externalRef(), e.version(), e.parties(),
                e.contentHash(), Optional.empty(), earlier, looksVacant,
                e.relatedArrangementId().filter(_ -> e.requestType() == RequestType.ACCESSION),
                Dossier.Subject.of(e));
        return new Triage(dossier, e.proposal(), Tasks.of(e.plan()), at);
    }

    private static Share reported(Share share, RoleLooksVacant e) {
        var vacancy = new Vacancy(e.organisationId(), e.role(), e.holder());
        return share instanceof InHand s ? s.about(s.dossier().reported(vacancy)) : share;
    }

    private static Share triaged(Share share, Instant at) {
        return share instanceof Triage t ? new Approving(t.dossier(), t.proposal(), t.tasks(), at) : share;
    }

    private static Share returned(Share share, Instant at) {
        return share instanceof InHand s ? new Returned(s.dossier(), s.tasks(), at) : share;
    }

    private static Share issued(Share share, DocumentIssued e, Instant at) {
        return share instanceof InHand s
                ? new Signing(s.dossier().issued(e.documentHash()), e.memorandum(), s.tasks(), at)
                : share;
    }

    private static Share activated(Share share, ArrangementActivated e) {
        return share instanceof InHand s
                ? new Live(s.dossier().outline(), e.arrangement(), answers(s.tasks()))
                : share;
    }

    private static List<Answer> answers(Tasks tasks) {
        return tasks.all().stream().flatMap(task -> switch (task.state()) {
            case Decided d -> Stream.of(new Answer(task.id(), d.by(), Optional.of(d.outcome())));
            case Signed s -> Stream.of(new Answer(task.id(), s.by(), Optional.empty()));
            case Task.Waiting _,Told _,Open _,Queried _,Over _ -> Stream.<Answer>empty();
        }).toList();
    }

    private static Share closed(Share share, Closed.How how) {
        return switch (share) {
            case InHand s -> new Closed(s.dossier().outline(), how);
            case Live live -> new Closed(live.outline(), how);
            case Share.Unseen _,Closed _ -> share;
        };
    }

    /** A change by which the case moves on: silence is counted anew. */
    private static Share moves(Share share, String taskId, Instant at, Function<Task, State> change) {
        return share instanceof InHand s
                ? s.with(s.tasks().with(taskId, task -> task.with(change.apply(task))), at)
                : share;
    }

    /** A change for which nobody may have done anything: silence goes on. */
    private static Share unmoved(Share share, String taskId, UnaryOperator<Task> change) {
        return share instanceof InHand s ? s.with(s.tasks().with(taskId, change), s.stirredAt()) : share;
    }

    private static Share changes(Share share, String taskId, Function<Task, State> change) {
        return share instanceof InHand s ? moves(share, taskId, s.stirredAt(), change) : share;
    }

    private static State sought(ApprovalSought e, Instant at) {
        return new Open(fresh(e.to(), e.tokenDigest(), at, e.dueAt(), List.of(e.to())));
    }

    private static State escalated(Task task, TaskEscalated e, Instant at) {
        int silent = e.why() == TaskEscalated.MovedBecause.SILENT ? 1 : 0;
        return handedOver(task, e.to(), silent, fresh(e.to(), e.tokenDigest(), at, e.dueAt(), List.of()));
    }

    private static State delegated(Task task, TaskDelegated e, Instant at) {
        return handedOver(task, e.to(), 0, fresh(e.to(), e.tokenDigest(), at, e.dueAt(), List.of()));
    }

    private static Holding fresh(String holder, String tokenDigest, Instant at, Instant dueAt, List<String> asked) {
        return new Holding(holder, tokenDigest, at, dueAt, 0, asked, 0, Optional.empty(), List.of());
    }

    private static State handedOver(Task task, String to, int silent, Holding fresh) {
        return task.holding()
                .<State>map(old -> new Open(new Holding(to, fresh.tokenDigest(), fresh.since(), fresh.dueAt(), 0,
                        Stream.concat(old.asked().stream(), Stream.of(to)).distinct().toList(),
                        old.silences() + silent, Optional.empty(), List.of())))
                .orElse(new Open(fresh));
    }

    private static State queried(Task task, QuestionAsked e, Instant at) {
        var again = task.question().filter(open -> open.text().equals(e.question()));
        var question = new Question(e.question(), e.askedOf(), e.tokenDigest(),
                task.question().map(Question::askedAt).orElse(at), again.map(Evolution::tried).orElse(List.of()));
        var heard = again.isPresent() ? task : task.with(Reach.heard(task, e.by()));
        return heard.holding().<State>map(holding -> new Queried(holding, question)).orElse(task.state());
    }

    private static List<String> tried(Question before) {
        return Stream.concat(before.tried().stream(), Stream.of(before.askedOf())).toList();
    }

    /** The clock stood still, so the time they have had it is counted from as much later as it is now due later. */
    private static State answered(Task task, QuestionAnswered e) {
        return task.holding().<State>map(h -> {
            var stoodStill = Duration.between(h.dueAt(), e.dueAt());
            return new Open(new Holding(h.holder(), h.tokenDigest(), h.since().plus(stoodStill), e.dueAt(),
                    h.reminded(), h.asked(), h.silences(), h.away(), h.putOff()));
        }).orElse(task.state());
    }
}
