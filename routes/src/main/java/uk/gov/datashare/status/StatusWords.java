package uk.gov.datashare.status;

import static java.util.stream.Collectors.joining;
import static uk.gov.datashare.status.Saying.said;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Problem;
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

/** What the parties are told of each event, in words. Pure; without a default, so that a new kind of event stops the compiler. */
final class StatusWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private StatusWords() {}

    static Saying of(ShareEvent event, CaseSoFar after) {
        var cast = new Cast(after);
        return switch (event) {
            case RequestSubmitted submitted -> submitted(submitted, cast);
            case RequestRefused(_, _, _, _, var reason) -> said("The hub cannot carry this request.", reason);
            case RequestTriaged _ -> said("The request has come to the right place, and the approvals begin.");
            case StageOpened(var stage) -> said(opened(stage));
            case ApprovalSought(var task, _, _, var due) ->
                said(cast.holder(task) + " has been asked to " + cast.wish(task) + ".", "Until " + day(due) + ".");
            case HolderNotified(var task, _) -> said(cast.holder(task) + " has been told, and need not answer.");
            case ApproverReminded(var task, _, var percent) ->
                said(cast.holder(task) + " has been reminded.", percent + "% of the time for an answer has passed.");
            case TaskEscalated(var task, _, _, _, var due, var why, _) ->
                said(moved(why, cast.holderWithin(task)),
                        "It is their turn now, until " + day(due) + ".");
            case TaskDelegated(var task, _, _, _, var due, _) ->
                said(cast.holder(task) + " has asked a colleague to answer.", "Until " + day(due) + ".");
            case QuestionAsked(var task, _, var question, _, _) ->
                said(cast.holder(task) + " has a question for " + cast.acquirer() + ".", question);
            case QuestionAnswered(var task, var answer, _) ->
                said("The question of " + cast.holderWithin(task) + " has been answered.", answer);
            case DecisionTaken decision -> Decided.inWords(decision, cast);
            case DecisionCarriedForward carried -> Decided.inWords(carried, cast);
            case ConfirmationSought _ -> new Saying.Unsaid("it counts for nothing until it is confirmed");
            case TaskClosed(var task, var why) -> closed(why, cast.holder(task));
            case ReplyNotUnderstood _ -> new Saying.Unsaid("its writer alone is told what to write");
            case ReplyNotCounted _ -> new Saying.Unsaid("its writer alone is told why");
            case ApproverNotReached(var task, _, _) -> said("A letter to " + cast.holderWithin(task) + " came back.",
                    "It stays their turn, unless the next message says otherwise.");
            case ApproverAway(var task, _, var until, _) -> said(cast.holder(task) + " is away.",
                    until.map(day -> "Back on " + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(day)
                            + ". ").orElse("") + "It stays their turn, unless the next message says otherwise.");
            case RoleLooksVacant _ -> new Saying.Unsaid("the organisation's registry steward alone is told");
            case RequestReturned(_, _, var changes) -> said("The request is back with " + cast.acquirer()
                    + ": it must be changed and sent again.", changes);
            case RequestRejected(var task, _, var reason) ->
                said("The request is rejected: " + cast.holderWithin(task) + " said no.", reason);
            case RequestWithdrawn(var reason) -> said(cast.acquirer() + " has withdrawn the request.", reason);
            case RequestLapsed(var silent) -> said("The request has lapsed: it waited too long for an answer.",
                    "No answer came from " + silent.stream().map(cast::holderWithin).collect(joining(", ")) + ".");
            case RequestAgreed _ -> said("Everybody whose yes is needed has said yes.");
            case DocumentIssued(_, _, var hash) ->
                said("The memorandum is ready to be signed by each party.", "Its SHA-256 is " + hash + ".");
            case DocumentSigned(_, _, var organisation, _, _, _, _, _) ->
                said(cast.organisation(organisation) + " has signed.");
            case ArrangementActivated(var arrangement) -> said("Every party has signed: arrangement "
                    + arrangement.arrangementId() + " is in force and published.");
            case ArrangementExpired(var arrangement) ->
                said("Arrangement " + arrangement.arrangementId() + " has come to its end.");
        };
    }

    private static Saying submitted(RequestSubmitted submitted, Cast cast) {
        String what = submitted.version() == 1 ? "The request" : "Version " + submitted.version() + " of the request";
        List<Problem> warnings = submitted.warnings();
        return said(what + " of " + cast.acquirer() + " has come in and is in order.", warnings.isEmpty()
                ? Optional.empty()
                : Optional.of("To think about: "
                        + warnings.stream().map(Problem::message).collect(joining(" "))));
    }

    private static String opened(Stage stage) {
        return switch (stage) {
            case TRIAGE -> "The suppliers' coordinators look first whether the request has come to the right place.";
            case CONFIRM -> "Whoever leads the share for the acquirer is asked to confirm it.";
            case OWNER -> "The owners of the data are asked.";
            case EXPERT -> "Legal, data protection and other experts are asked.";
            case RISK -> "Those who answer for the risk are asked.";
            case EXTERNAL -> "Bodies beyond the parties are asked.";
            case MINISTER -> "The minister is asked.";
            case SIGN -> "The parties are asked to sign.";
        };
    }

    private static String moved(TaskEscalated.MovedBecause why, String holder) {
        return switch (why) {
            case SILENT -> "No answer came from " + holder + ", and somebody else there is asked.";
            case AWAY -> "In the absence of " + holder + " somebody else there is asked.";
            case NOT_REACHED -> "No letter reached " + holder + ", and somebody else there is asked.";
            case LEFT_THE_POST -> "The registry names somebody else as " + holder + " now, and they are asked.";
            case NOT_THEIRS -> "It was not for that person to answer as " + holder + ", and somebody else is asked.";
        };
    }

    private static Saying closed(TaskClosed.ClosedBecause why, String holder) {
        return switch (why) {
            case EXPIRED -> said(holder + " is not waited for any more: the time for an answer has passed.");
            case SUPERSEDED -> new Saying.Unsaid("the return of the request says it");
            case CANCELLED -> new Saying.Unsaid("the end of the case says it");
        };
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }
}
