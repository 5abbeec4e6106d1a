package uk.gov.datashare.process;

import static uk.gov.datashare.process.Decision.nothing;
import static uk.gov.datashare.process.Decision.then;

import java.time.Instant;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Signing;
import uk.gov.datashare.process.Share.Unseen;

/** The rows of the process's table for what a department does: submit, withdraw, answer. Each is owed an answer, so each no has its words. */
final class FromDepartments {

    private final Asking asking;
    private final Progress progress;

    FromDepartments(Asking asking, Progress progress) {
        this.asking = asking;
        this.progress = progress;
    }

    Decision decide(Share share, FromDepartment command, Instant now) {
        return switch (new Step(share, command)) {
            case Step(Unseen _, SubmitRequest c) when isForged(c) -> nothing(FORGED);
            case Step(Unseen _, SubmitRequest c) when !isComplete(c.plan()) -> nothing(INCOMPLETE);
            case Step(Unseen _, SubmitRequest c) -> submit(Story.of(share, now), c);
            case Step(Unseen _, RefuseRequest c) -> then(refused(c));
            case Step(Unseen _, _) -> nothing("no request has come in under this reference");

            case Step(Closed closed, _) -> nothing("the case is over: it " + ended(closed));
            case Step(Live _, WithdrawRequest _) -> nothing("the arrangement is in force, and is ended by its parties");
            case Step(Live _, SubmitRequest c) when isRepeat(share, c.version()) -> nothing(received(c.version()));
            case Step(Live _, _) -> nothing("the arrangement is in force");
            case Step(InHand s, _) when isOthers(s, command) -> nothing("the case is another organisation's");

            case Step(InHand s, SubmitRequest c) when isOtherContent(s, c) -> nothing(otherContent(c.version()));
            case Step(InHand _, SubmitRequest c) when isRepeat(share, c.version()) -> nothing(received(c.version()));
            case Step(InHand _, SubmitRequest c) when isNotNext(share, c.version()) -> nothing(expected(share));
            case Step(Signing _, SubmitRequest _) -> nothing(BEING_SIGNED);
            case Step(InHand _, SubmitRequest c) when isForged(c) -> nothing(FORGED);
            case Step(InHand _, SubmitRequest c) when !isComplete(c.plan()) -> nothing(INCOMPLETE);
            case Step(InHand _, SubmitRequest c) -> submit(close(share, now, ClosedBecause.SUPERSEDED), c);

            case Step(InHand _, RefuseRequest c) when isRepeat(share, c.version()) -> nothing(received(c.version()));
            case Step(InHand _, RefuseRequest c) when isNotNext(share, c.version()) -> nothing(expected(share));
            case Step(Signing _, RefuseRequest _) -> nothing(BEING_SIGNED);
            case Step(InHand _, RefuseRequest c) -> close(share, now, ClosedBecause.CANCELLED).and(refused(c)).end();

            case Step(InHand _, WithdrawRequest c) -> withdraw(share, c, now);

            case Step(InHand s, AnswerQuestion c) when isAsked(s, c.taskId()) -> answer(s, c, now);
            case Step(InHand _, AnswerQuestion c) -> nothing("no question is open on task " + c.taskId());

            case Step(Share _, _) -> throw new IllegalArgumentException("No department says " + command.getClass());
        };
    }

    private static final String INCOMPLETE = "its plan names nobody who must approve, or nobody who signs, or a task twice";
    private static final String FORGED = "its hash is not that of its content";
    private static final String BEING_SIGNED = "the memorandum is being signed: a new version can follow once a signatory "
            + "returns it, or under a new reference after a withdrawal";

    private Decision submit(Story story, SubmitRequest c) {
        var submitted = story.and(new RequestSubmitted(c.organisationId(), c.externalRef(), c.version(),
                c.requestType(), c.relatedArrangementId(), c.parties(), c.proposal(), c.contentHash(), c.plan(),
                c.warnings(), c.accompaniment()));
        return progress.begin(CarryForward.into(submitted, story.share())).end();
    }

    private static RequestRefused refused(RefuseRequest c) {
        return new RequestRefused(c.organisationId(), c.externalRef(), c.version(), c.ruleId(), c.reason());
    }

    private static Decision withdraw(Share share, WithdrawRequest c, Instant now) {
        return close(share, now, ClosedBecause.CANCELLED).and(new RequestWithdrawn(c.reason())).end();
    }

    private Decision answer(InHand share, AnswerQuestion c, Instant now) {
        var task = share.tasks().find(c.taskId()).orElseThrow();
        return then(asking.answer(task, task.holding().orElseThrow(), task.question().orElseThrow(), c.answer(), now));
    }

    private static Story close(Share share, Instant now, ClosedBecause why) {
        return Progress.close(Story.of(share, now), why);
    }

    /** Approvers approve what the hash names: a command whose two parts do not fit was made up, or came to harm. */
    private static boolean isForged(SubmitRequest c) {
        return !MessageJson.hash(c.proposal()).equals(c.contentHash());
    }

    private static boolean isComplete(ApprovalPlan plan) {
        var tasks = Tasks.of(plan).all();
        return tasks.stream().map(Task::id).distinct().count() == tasks.size()
                && tasks.stream().anyMatch(task -> task.binds() && !task.signs())
                && tasks.stream().anyMatch(task -> task.signs() && !task.tells());
    }

    private static boolean isOthers(InHand share, FromDepartment command) {
        return !share.dossier().organisationId().equals(command.organisationId());
    }

    private static boolean isAsked(InHand share, String taskId) {
        return share.tasks().find(taskId).flatMap(Task::question).isPresent();
    }

    private static boolean isOtherContent(InHand share, SubmitRequest c) {
        return c.version() == share.version() && !c.contentHash().equals(share.dossier().contentHash());
    }

    private static boolean isRepeat(Share share, int version) {
        return version == share.version();
    }

    private static boolean isNotNext(Share share, int version) {
        return version != share.version() + 1;
    }

    private static String received(int version) {
        return "version " + version + " was received already";
    }

    private static String otherContent(int version) {
        return received(version) + " with other content, which counts: send a change as version " + (version + 1);
    }

    private static String expected(Share share) {
        return "version " + share.version() + " is in hand, so version " + (share.version() + 1) + " is the next";
    }

    private static String ended(Closed closed) {
        return switch (closed.how()) {
            case REJECTED -> "was rejected";
            case WITHDRAWN -> "was withdrawn";
            case LAPSED -> "lapsed, because nobody answered for too long";
            case REFUSED -> "was refused, because the hub may not carry it";
            case EXPIRED -> "led to an arrangement that has expired";
        };
    }
}
