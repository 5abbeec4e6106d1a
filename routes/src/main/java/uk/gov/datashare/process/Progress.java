package uk.gov.datashare.process;

import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.process.Share.Approving;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Signing;
import uk.gov.datashare.process.Share.Triage;

/** What follows once somebody has answered, or the time for it has passed: the next stage, agreement, the arrangement. */
final class Progress {

    private final Asking asking;

    Progress(Asking asking) {
        this.asking = asking;
    }

    /** A version has come in: its coordinators are asked first, or, where it has none, the first stage is opened. */
    Story begin(Story story) {
        boolean asksCoordinators = story.share() instanceof Triage t
                && t.tasks().waitingIn(Stage.TRIAGE).findAny().isPresent();
        return asksCoordinators ? asking.open(story, Stage.TRIAGE) : onwards(story);
    }

    /** Somebody has decided. */
    Story after(Story story, DecisionTaken decision) {
        var decided = story.and(decision);
        return switch (decision.outcome()) {
            case REJECT -> close(decided, ClosedBecause.CANCELLED)
                    .and(new RequestRejected(decision.taskId(), decision.by(), decision.comment()));
            case RETURN_FOR_CHANGES -> close(decided, ClosedBecause.SUPERSEDED)
                    .and(new RequestReturned(decision.taskId(), decision.by(), decision.comment().orElse("")));
            case APPROVE, APPROVE_WITH_CONDITIONS, NO_OBJECTION, OBJECTION -> onwards(decided);
        };
    }

    /** As far as the case can go by itself. */
    Story onwards(Story story) {
        return switch (story.share()) {
            case Triage t when t.tasks().allAskedAreSettled() -> onwards(story.and(new RequestTriaged()));
            case Approving a when a.tasks().allAskedAreSettled() -> nextStage(story, a);
            case Signing s when s.tasks().everybodySigned() && s.tasks().everybodyAgreed() ->
                story.and(new ArrangementActivated(Memoranda.arrangement(s, story.now())));
            case Share _ -> story;
        };
    }

    private Story nextStage(Story story, Approving share) {
        Optional<Stage> next = share.tasks().nextStage();
        if (next.isPresent()) {
            return onwards(asking.open(story, next.get()));
        }
        return share.tasks().everybodyAgreed() ? agreed(story, share) : story;
    }

    private Story agreed(Story story, Approving share) {
        var memorandum = Memoranda.write(share, story.now());
        return asking.open(story.and(new RequestAgreed(story.now()))
                .and(new DocumentIssued(memorandum.arrangementId(), memorandum, Memoranda.hash(memorandum))),
                Stage.SIGN);
    }

    /** Nobody need answer any more. */
    static Story close(Story story, ClosedBecause why) {
        return story.share() instanceof InHand share
                ? story.andAll(share.tasks().inHands().map(task -> new TaskClosed(task.id(), why)).toList())
                : story;
    }
}
