package uk.gov.datashare.approval;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.approval.CaseFile.Asked;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;

/** Letters about a reply that did not count: why, and what its writer can do now. They go to whoever is on record. */
final class UncountedLetters {

    private static final String ASK_LEAD = "Tell your organisation's data share lead if that is not what you want.";
    private static final String NOTHING = "You need do nothing.";

    /** Why, as a whole sentence, and what to do now. */
    private record Words(String why, String next) {}

    private UncountedLetters() {}

    /**
     * Whoever was ever asked about the task is told why their reply did not count. Of a stranger's reply the holder is told,
     * if the stranger had the holder's reply address; one who did not even have that is nobody's concern.
     */
    static List<Draft> of(Occasion on, ReplyNotCounted reply) {
        if (ReplyLetters.tooMany(on, reply.taskId(), reply.evidence()) || isMadeUp(reply)) {
            return List.of();
        }
        return reply.by().filter(person -> on.file().wasAsked(reply.taskId(), person))
                .map(person -> letter(on, reply, person, words(on, reply, person)).saying("whose", "Your reply"))
                .or(() -> toHolder(on, reply))
                .map(List::of)
                .orElse(List.of());
    }

    /** Neither its origin nor its address is any good: an answer would only help whoever is guessing. */
    private static boolean isMadeUp(ReplyNotCounted reply) {
        return reply.why() == NotCountedBecause.UNKNOWN_TOKEN && reply.evidence().assurance() == Assurance.LOW;
    }

    private static Optional<Draft> toHolder(Occasion on, ReplyNotCounted reply) {
        return on.holder(reply.taskId())
                .filter(_ -> reply.why() != NotCountedBecause.UNKNOWN_TOKEN
                        && reply.why() != NotCountedBecause.SUPERSEDED)
                .map(holder -> letter(on, reply, holder.to(), new Words(
                        "It came from an address that is not yours, by way of the reply address that you were given.",
                        "If you have not passed our letter on, tell your organisation's data share lead at once."))
                        .saying("whose", "Somebody's reply"));
    }

    private static Draft letter(Occasion on, ReplyNotCounted reply, String to, Words words) {
        Optional<String> thread = on.thread(reply.taskId(), to)
                .or(() -> on.file().lastAsked(to).map(Asked::letterId));
        return Draft.about(reply.taskId(), Template.NOT_COUNTED, "A reply that does not count", to)
                .in(thread)
                .saying("why", words.why())
                .saying("next", words.next())
                .saying("at", When.moment(on.recorded().at()));
    }

    private static Words words(Occasion on, ReplyNotCounted reply, String person) {
        return switch (reply.why()) {
            case ALREADY_DECIDED -> new Words(on.file().decision(on.version(), reply.taskId())
                    .map(decided -> "The answer of " + When.moment(decided.getKey()) + " stands: "
                            + ReplyLetters.inWords(decided.getValue().outcome()) + ".")
                    .orElse("This was answered before, and the first answer stands."), ASK_LEAD);
            case CLOSED ->
                new Words("No answer is needed any more: the task or the whole request is over.", NOTHING);
            case SUPERSEDED -> superseded(on, person);
            case NOT_YOURS -> new Words("This task is with somebody else now.", NOTHING);
            case UNKNOWN_TOKEN ->
                new Words("It was sent to a reply address that is not valid, or not valid any more.",
                        "Reply to the newest letter about this task.");
            case OUT_OF_TURN -> on.task(reply.taskId()).filter(task -> task.stage() == Stage.SIGN).isPresent()
                    ? new Words("This task asks for a signature.", "Sign it, or refuse to with a reason.")
                    : new Words("This task does not ask for that.", "Reply to the newest letter about this task.");
            case NOT_SURE_WHO -> new Words("The mail's origin could not be proved.",
                    "Reply again straight from your own mailbox, and do not forward.");
            case NOT_BY_MAIL -> new Words("A yes to this cannot be given by mail.",
                    "Say it in your organisation's own case system; by mail you can ask, pass it on, return it or say no.");
            case WRONG_CODE -> new Words(
                    "The code in it is not the one that you were sent last, or it is not good any more.",
                    "Reply with your decision again to get a new one.");
        };
    }

    /** The letter that counts now is the one that this letter follows in the reader's mailbox. */
    private static Words superseded(Occasion on, String person) {
        String why = "It was about an earlier version of the request; version " + on.version() + " counts now.";
        return on.file().lastAsked(person).filter(newest -> newest.version() == on.version())
                .map(newest -> new Words(why, "Reply to our newer letter, which this one follows: it has "
                        + on.recorded().requestId() + "/" + newest.taskId() + " in its subject."))
                .orElseGet(() -> new Words(why, "You will be asked about the new version if it concerns you."));
    }
}
