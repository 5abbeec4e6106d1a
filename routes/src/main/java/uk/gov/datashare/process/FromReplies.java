package uk.gov.datashare.process;

import static uk.gov.datashare.process.Decision.nothing;
import static uk.gov.datashare.process.Decision.then;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Unseen;
import uk.gov.datashare.process.Standing.Answered;
import uk.gov.datashare.process.Standing.Asked;
import uk.gov.datashare.process.Standing.Holder;
import uk.gov.datashare.process.Standing.Outsider;
import uk.gov.datashare.process.Task.Holding;

/** The rows of the process's table for replies to letters: whose it is comes first, and what it says after that. */
final class FromReplies {

    static final String WRITE_SIGN = "This is the memorandum, to be signed: write SIGN, or REJECT and the reason.";
    static final String WRITE_ANSWER = "You were asked a question, not for a decision: write ANSWER and then your answer.";
    static final String NOBODY_LEFT = "Nobody else is registered for this: answer it, or write DELEGATE TO and an address.";

    private final Doorkeeper doorkeeper;
    private final Asking asking;
    private final Answers answers;
    private final Absences absences;

    FromReplies(Doorkeeper doorkeeper, Asking asking, Answers answers) {
        this.doorkeeper = doorkeeper;
        this.asking = asking;
        this.answers = answers;
        this.absences = new Absences(asking);
    }

    Decision decide(Share share, FromReply command, Instant now) {
        return switch (new Step(share, command)) {
            case Step(Unseen _, _) -> nothing("there is no such case");
            case Step(Closed _, ReportAway _) -> nothing(NOBODY_WAITS);
            case Step(Closed _, ReportBounce _) -> nothing(NOBODY_WAITS);
            case Step(Closed _, _) -> then(notCounted(command, NotCountedBecause.CLOSED));
            case Step(Live _, ReportAway _) -> nothing(NOBODY_WAITS);
            case Step(Live _, ReportBounce _) -> nothing(NOBODY_WAITS);
            case Step(Live live, _) when saidBefore(live, command) -> nothing(SAID_BEFORE);
            case Step(Live _, _) -> then(notCounted(command, NotCountedBecause.CLOSED));
            case Step(InHand s, ReportAway c) -> decide(s, new Saying(doorkeeper.recogniseMachine(s, c), c), now);
            case Step(InHand s, ReportBounce c) -> decide(s, new Saying(doorkeeper.recogniseMachine(s, c), c), now);
            case Step(InHand s, _) -> decide(s, new Saying(doorkeeper.recognise(s, command.reply()), command), now);
        };
    }

    private Decision decide(InHand s, Saying saying, Instant now) {
        return switch (saying) {
            case Saying(Outsider _, ReportAway _) -> nothing(NOBODY_WAITS);
            case Saying(Outsider _, ReportBounce _) -> nothing(NOBODY_WAITS);
            case Saying(Outsider(var why), var c) -> then(notCounted(c, why));

            case Saying(Holder(var task, var h), ReportAway c) -> absences.holderAway(s, task, h, c, now);
            case Saying(Holder(var task, var h), ReportBounce c) ->
                absences.holderNotReached(s, task, h, c.permanent(), now);
            case Saying(Asked(var task, var h, var q), ReportAway c) -> absences.askedAway(s, task, h, q, c, now);
            case Saying(Asked(var task, var h, var q), ReportBounce c) ->
                absences.askedNotReached(s, task, h, q, c.permanent(), now);
            case Saying(Answered _, ReportAway _) -> nothing(NOBODY_WAITS);
            case Saying(Answered _, ReportBounce _) -> nothing(NOBODY_WAITS);

            case Saying(_, var c) when isNotSureWho(c) -> then(notCounted(c, NotCountedBecause.NOT_SURE_WHO));

            case Saying(Answered _, Confirm _) -> nothing(SAID_BEFORE);
            case Saying(Answered(var task), var c) when Answers.saidBefore(task, c) -> nothing(SAID_BEFORE);
            case Saying(Answered _, var c) -> then(notCounted(c, NotCountedBecause.ALREADY_DECIDED));

            case Saying(Asked(var task, var h, var q), GiveAnswer c) -> answer(task, h, q, c, now);
            case Saying(Asked _, ReportUnclear c) -> then(notUnderstood(c, c.why()));
            case Saying(Asked _, var c) -> then(notUnderstood(c, WRITE_ANSWER));

            case Saying(Holder _, ReportUnclear c) -> then(notUnderstood(c, c.why()));
            case Saying(Holder(var task, _), AskQuestion c) when isAskedAlready(task, c) -> nothing(SAID_BEFORE);
            case Saying(Holder(var task, var h), AskQuestion c) -> then(asking.question(s, task, h, c.question()));
            case Saying(Holder(_, var h), Delegate c) when h.holder().equals(c.to()) -> nothing("they have it already");
            case Saying(Holder(var task, var h), Delegate c) -> then(asking.delegate(s, task, h, c, now));
            case Saying(Holder(var task, var h), Disclaim c) -> disclaim(s, task, h, c, now);

            case Saying(Holder(var task, _), Sign c) when task.signs() -> answers.hear(s, task, c, now);
            case Saying(Holder(var task, _), Approve c) when task.signs() -> then(notUnderstood(c, WRITE_SIGN));
            case Saying(Holder(var task, _), ApproveWithConditions c) when task.signs() ->
                then(notUnderstood(c, WRITE_SIGN));
            case Saying(Holder _, Sign c) -> then(notCounted(c, NotCountedBecause.OUT_OF_TURN));
            case Saying(Holder(var task, _), Confirm c) -> answers.confirm(s, task, c, now);
            case Saying(Holder _, GiveAnswer c) -> then(notCounted(c, NotCountedBecause.OUT_OF_TURN));
            case Saying(Holder(var task, _), var c) -> answers.hear(s, task, c, now);
        };
    }

    private static final String NOBODY_WAITS = "nobody waits for an answer from there";
    private static final String SAID_BEFORE = "they said the same before";

    private Decision disclaim(InHand s, Task task, Holding h, Disclaim c, Instant now) {
        return asking.move(s, task, h, MovedBecause.NOT_THEIRS, c.comment(), now)
                .map(Decision::then)
                .orElseGet(() -> then(notUnderstood(c, NOBODY_LEFT)));
    }

    private Decision answer(Task task, Holding h, Question q, GiveAnswer c, Instant now) {
        return then(asking.answer(task, h, q, c.answer(), now));
    }

    private static boolean isNotSureWho(FromReply command) {
        return command.reply().evidence().assurance() == Assurance.LOW;
    }

    private static boolean isAskedAlready(Task task, AskQuestion c) {
        return task.question().map(Question::text).equals(Optional.of(c.question()));
    }

    private static boolean saidBefore(Live live, FromReply command) {
        return live.answers().stream().anyMatch(answer -> Answers.isAgain(answer, command));
    }

    static ReplyNotCounted notCounted(FromReply command, NotCountedBecause why) {
        var reply = command.reply();
        return new ReplyNotCounted(reply.taskId(), reply.by(), why, reply.evidence());
    }

    private static ReplyNotUnderstood notUnderstood(FromReply command, String why) {
        var reply = command.reply();
        return new ReplyNotUnderstood(reply.taskId(), reply.by().orElseThrow(), why, reply.evidence());
    }
}
