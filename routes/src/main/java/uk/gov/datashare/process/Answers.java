package uk.gov.datashare.process;

import static uk.gov.datashare.process.Decision.then;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.process.Share.Answer;
import uk.gov.datashare.process.Share.InHand;

/** Answers that count: what a holder's yes or no is called on their task, and what follows from it. */
final class Answers {

    private final Progress progress;
    private final Confirming confirming;

    Answers(Progress progress, Confirming confirming) {
        this.progress = progress;
        this.confirming = confirming;
    }

    /**
     * What somebody said.
     *
     * @param outcome what they decided; empty for a signature
     * @param comment their condition, reason or wish
     */
    record Said(Optional<Outcome> outcome, Optional<String> comment) {}

    /** A reply as an answer, if it is one: a question, say, is none. */
    static Optional<Said> read(FromReply command) {
        return switch (command) {
            case Approve c -> said(Outcome.APPROVE, c.comment());
            case ApproveWithConditions c -> said(Outcome.APPROVE_WITH_CONDITIONS, Optional.of(c.conditions()));
            case Reject c -> said(Outcome.REJECT, c.reason());
            case ReturnForChanges c -> said(Outcome.RETURN_FOR_CHANGES, Optional.of(c.changes()));
            case Sign c -> Optional.of(new Said(Optional.empty(), c.comment()));
            case AskQuestion _,GiveAnswer _,Delegate _,Disclaim _ -> Optional.empty();
            case ReportUnclear _,ReportAway _,ReportBounce _,Confirm _ -> Optional.empty();
        };
    }

    private static Optional<Said> said(Outcome outcome, Optional<String> comment) {
        return Optional.of(new Said(Optional.of(outcome), comment));
    }

    /** Whether the task's own answer is this again. */
    static boolean saidBefore(Task task, FromReply command) {
        return read(command).filter(said -> switch (task.state()) {
            case Task.Decided(_, var outcome, var comment, _, _) ->
                said.outcome().map(o -> on(task, o)).equals(Optional.of(outcome)) && said.comment().equals(comment);
            case Task.Signed _ -> said.outcome().isEmpty();
            case Task.State _ -> false;
        }).isPresent();
    }

    /** Whether a reply says again what this answer said. */
    static boolean isAgain(Answer answer, FromReply command) {
        var reply = command.reply();
        return answer.taskId().equals(reply.taskId()) && reply.by().equals(Optional.of(answer.by()))
                && read(command).map(Said::outcome)
                        .filter(said -> said.equals(answer.outcome())
                                || said.map(Answers::asView).equals(answer.outcome()))
                        .isPresent();
    }

    /** The holder has decided or signed; whether their mail is enough for that comes first. */
    Decision hear(InHand share, Task task, FromReply command, Instant now) {
        var said = read(command)
                .orElseThrow(() -> new IllegalArgumentException(command.getClass() + " decides nothing"));
        var reply = command.reply();
        return switch (confirming.of(share, task, said, reply.evidence())) {
            case COUNTS -> count(share, task, said, reply, reply.evidence(), Optional.empty(), now);
            case ASKS_FOR_A_CODE -> then(confirming.seek(share, task, on(task, said), reply, now));
            case NOT_BY_MAIL -> then(FromReplies.notCounted(command, NotCountedBecause.NOT_BY_MAIL));
            case TOO_OFTEN -> then(FromReplies.notCounted(command, NotCountedBecause.NOT_SURE_WHO));
        };
    }

    /** The holder has confirmed what they said, if this is the code for it. */
    Decision confirm(InHand share, Task task, Confirm command, Instant now) {
        var reply = command.reply();
        return task.pending()
                .filter(pending -> pending.isConfirmedBy(command.codeDigest(), now))
                .map(pending -> confirming.isByMail(share, task, pending.said())
                        ? count(share, task, pending.said(), reply, pending.evidence(), Optional.of(reply.evidence()),
                                now)
                        : then(FromReplies.notCounted(command, NotCountedBecause.NOT_BY_MAIL)))
                .orElseGet(() -> then(FromReplies.notCounted(command, NotCountedBecause.WRONG_CODE)));
    }

    private Decision count(InHand share, Task task, Said said, Reply reply, Evidence evidence,
            Optional<Evidence> confirmation, Instant now) {
        String by = reply.by().orElseThrow();
        String shown = share.dossier().shownTo(task);
        var story = Story.of(share, now);
        return on(task, said).outcome()
                .map(outcome -> progress.after(story, new DecisionTaken(task.id(), by, outcome, said.comment(), shown,
                        evidence, confirmation, reply.registryVersion())))
                .orElseGet(() -> progress.onwards(story.and(new DocumentSigned(task.id(), by,
                        task.planned().organisationId(), shown, said.comment(), evidence, confirmation,
                        reply.registryVersion()))))
                .end();
    }

    private static Said on(Task task, Said said) {
        return new Said(said.outcome().map(outcome -> on(task, outcome)), said.comment());
    }

    /** Whose view is asked for has no objection, or has one; everybody else says yes or no. */
    private static Outcome on(Task task, Outcome outcome) {
        return task.goesOnInSilence() && !task.triages() ? asView(outcome) : outcome;
    }

    private static Outcome asView(Outcome outcome) {
        return switch (outcome) {
            case APPROVE, APPROVE_WITH_CONDITIONS, NO_OBJECTION -> Outcome.NO_OBJECTION;
            case REJECT, RETURN_FOR_CHANGES, OBJECTION -> Outcome.OBJECTION;
        };
    }
}
