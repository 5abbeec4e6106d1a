package uk.gov.datashare.approval;

import static uk.gov.datashare.approval.Draft.Expects.ANSWER;
import static uk.gov.datashare.approval.Draft.Expects.DECISION;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;

/** Letters that say what became of a reply. They go to whoever is on record, never to where the reply came from. */
final class ReplyLetters {

    /** So often is somebody told about one task that a reply had no effect; after that the hub is silent, so that no two machines write to each other for ever. */
    static final int MOST = 3;

    private ReplyLetters() {}

    static Draft receipt(Occasion on, DecisionTaken taken) {
        return Draft.about(taken.taskId(), Template.RECEIPT, "Your answer counts", taken.by())
                .in(on.thread(taken.taskId(), taken.by()))
                .saying("outcome", inWords(taken.outcome()))
                .saying("comment", taken.comment())
                .saying("at", When.moment(on.recorded().at()))
                .saying("fingerprint", HashWords.of(taken.contentHash()))
                .saying("wantsReason", Optional.of("yes").filter(_ -> taken.comment().isEmpty()
                        && (taken.outcome() == Outcome.REJECT || taken.outcome() == Outcome.OBJECTION)));
    }

    static Draft signed(Occasion on, DocumentSigned signed) {
        return Draft.about(signed.taskId(), Template.SIGNED, "Your signature counts", signed.by())
                .in(on.thread(signed.taskId(), signed.by()))
                .saying("organisation", on.nameOf(signed.organisationId()))
                .saying("at", When.moment(on.recorded().at()))
                .saying("fingerprint", HashWords.of(signed.documentHash()));
    }

    static List<Draft> clarify(Occasion on, ReplyNotUnderstood unclear) {
        if (tooMany(on, unclear.taskId())) {
            return List.of();
        }
        boolean asked = on.file().openQuestion(on.version(), unclear.taskId()).map(QuestionAsked::askedOf)
                .filter(unclear.by()::equals).isPresent();
        return List.of(Draft.about(unclear.taskId(), Template.CLARIFY, "Please say it in another way", unclear.by())
                .expecting(asked ? ANSWER : DECISION)
                .in(on.thread(unclear.taskId(), unclear.by()))
                .saying("why", unclear.why()));
    }

    /**
     * Whoever was ever asked about the task is told why their reply did not count. Of a stranger's reply the holder is told,
     * if the stranger had the holder's reply address; one who did not even have that is nobody's concern.
     */
    static List<Draft> notCounted(Occasion on, ReplyNotCounted reply) {
        if (tooMany(on, reply.taskId())) {
            return List.of();
        }
        Optional<String> known = reply.by().filter(person -> on.thread(reply.taskId(), person).isPresent());
        if (known.isPresent()) {
            return List.of(notCounted(on, reply, known.get(), why(on, reply)));
        }
        return on.holder(reply.taskId())
                .filter(_ -> reply.why() != NotCountedBecause.UNKNOWN_TOKEN)
                .map(holder -> notCounted(on, reply, holder.to(),
                        "It came from an address that is not yours, by way of the reply address that you were given."))
                .map(List::of)
                .orElse(List.of());
    }

    private static Draft notCounted(Occasion on, ReplyNotCounted reply, String to, String why) {
        return Draft.about(reply.taskId(), Template.NOT_COUNTED, "A reply that does not count", to)
                .in(on.thread(reply.taskId(), to))
                .saying("why", why)
                .saying("at", When.moment(on.recorded().at()));
    }

    private static boolean tooMany(Occasion on, String taskId) {
        return on.file().repliesWithoutEffect(on.version(), taskId) > MOST;
    }

    private static String why(Occasion on, ReplyNotCounted reply) {
        return switch (reply.why()) {
            case ALREADY_DECIDED -> on.file().decision(on.version(), reply.taskId())
                    .map(decided -> "The answer of " + When.moment(decided.getKey()) + " stands: "
                            + inWords(decided.getValue().outcome()) + ".")
                    .orElse("This was answered before, and the first answer stands.");
            case CLOSED -> "No answer is needed any more: the task or the whole request is over.";
            case SUPERSEDED -> "It was about an earlier version of the request. A reply to the newest letter counts.";
            case NOT_YOURS -> "This task is with somebody else now.";
            case UNKNOWN_TOKEN ->
                "It was sent to a reply address that is not valid, or not valid any more. A reply to the newest letter about this task counts.";
            case OUT_OF_TURN -> on.task(reply.taskId()).filter(task -> task.stage() == Stage.SIGN).isPresent()
                    ? "This task asks for a signature: it can be signed, or refused."
                    : "This task does not ask for that.";
            case NOT_SURE_WHO ->
                "The mail's origin could not be proved. A reply straight from your own mailbox, not forwarded, is the surest way.";
            case NOT_BY_MAIL ->
                "A yes to this cannot be given by mail. Your organisation's case system can send it; by mail you can ask, pass it on, return it or say no.";
            case WRONG_CODE ->
                "The code in it is not the one that you were sent last, or it is not good any more. Reply with your decision again to get a new one.";
        };
    }

    static String inWords(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "approved";
            case APPROVE_WITH_CONDITIONS -> "approved with conditions";
            case REJECT -> "rejected";
            case RETURN_FOR_CHANGES -> "returned for changes";
            case NO_OBJECTION -> "no objection";
            case OBJECTION -> "an objection";
        };
    }
}
