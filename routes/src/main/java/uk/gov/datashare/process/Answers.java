package uk.gov.datashare.process;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.process.Share.Answer;
import uk.gov.datashare.process.Share.InHand;

/** Answers that count: what a holder's yes or no is called on their task, and what follows from it. */
final class Answers {

    private final Progress progress;

    Answers(Progress progress) {
        this.progress = progress;
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
            case Task.Decided(_, var outcome, var comment, _) ->
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

    /** The holder has decided. */
    Decision decide(InHand share, Task task, FromReply command, Instant now) {
        var said = read(command)
                .orElseThrow(() -> new IllegalArgumentException(command.getClass() + " decides nothing"));
        var reply = command.reply();
        return progress.after(Story.of(share, now), new DecisionTaken(task.id(), reply.by().orElseThrow(),
                on(task, said.outcome().orElseThrow()), said.comment(), share.dossier().shownTo(task),
                reply.evidence())).end();
    }

    /** The holder has signed. */
    Decision sign(InHand share, Task task, Sign command, Instant now) {
        var reply = command.reply();
        return progress.onwards(Story.of(share, now).and(new DocumentSigned(task.id(), reply.by().orElseThrow(),
                task.planned().organisationId(), share.dossier().shownTo(task), command.comment(), reply.evidence(),
                Optional.empty()))).end();
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
