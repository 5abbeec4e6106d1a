package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.HolderNotified;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Task.Holding;

/** Puts tasks into people's hands: whose, with which token, until when. */
final class Asking {

    private final TokenDigests tokens;
    private final WorkingCalendars calendars;

    Asking(TokenDigests tokens, WorkingCalendars calendars) {
        this.tokens = tokens;
        this.calendars = calendars;
    }

    /** A stage is opened: everybody in it is asked, or told, but for whom an earlier yes is carried. */
    Story open(Story story, Stage stage) {
        var share = (InHand) story.share();
        List<ShareEvent> asked = share.tasks().waitingIn(stage).map(task -> ask(share, task, story.now())).toList();
        return story.and(new StageOpened(stage)).andAll(asked);
    }

    private ShareEvent ask(InHand share, Task task, Instant now) {
        String assignee = task.planned().assignee();
        return task.tells()
                ? new HolderNotified(task.id(), assignee)
                : new ApprovalSought(task.id(), assignee, digest(share, task, assignee), due(task, now, sla(task)));
    }

    /**
     * The task goes to whoever is next in line, if anybody is. They have half the usual time when others were silent before
     * them, for so long has the case waited already; otherwise all of it.
     */
    Optional<TaskEscalated> move(InHand share, Task task, Holding holding, MovedBecause why, Optional<String> comment,
            Instant now) {
        return move(share, task, holding, task.nextInLine(holding, why), why, comment, now);
    }

    /** The task goes to who stands in for its holder, if anybody does; the cover that they named themselves is proposed. */
    Optional<TaskEscalated> standIn(InHand share, Task task, Holding holding, MovedBecause why, Optional<String> cover,
            Instant now) {
        return move(share, task, holding, task.standIn(holding, cover), why, Optional.empty(), now);
    }

    /** The task goes to whoever has taken on the post that its holder has left, with all of the time. */
    Optional<TaskEscalated> succeed(InHand share, Task task, Holding holding, List<String> registered, Instant now) {
        return move(share, task, holding, task.successor(holding, registered), MovedBecause.LEFT_THE_POST,
                Optional.empty(), now);
    }

    private Optional<TaskEscalated> move(InHand share, Task task, Holding holding, Optional<String> to,
            MovedBecause why, Optional<String> comment, Instant now) {
        int days = why == MovedBecause.SILENT ? half(task) : sla(task);
        return to.map(next -> new TaskEscalated(task.id(), holding.holder(), next, digest(share, task, next),
                due(task, now, days), why, comment));
    }

    /** The holder hands the task on, and with it the time that is left; half the usual time when none is. */
    TaskDelegated delegate(InHand share, Task task, Holding holding, Delegate c, Instant now) {
        String to = c.to();
        boolean timeIsLeft = calendar(task).between(now, holding.dueAt()) > 0;
        return new TaskDelegated(task.id(), holding.holder(), to, digest(share, task, to),
                timeIsLeft ? holding.dueAt() : due(task, now, half(task)), c.comment());
    }

    /** The holder's question goes to whoever leads the share for the acquirer. */
    QuestionAsked question(InHand share, Task task, Holding holding, String question) {
        return question(share, task, holding, question,
                whoAnswers(share.tasks(), List.of(holding.holder())).orElse(holding.holder()));
    }

    /** The question goes to somebody else who can answer it, if anybody is left: whom it was put to is away or not reached. */
    Optional<QuestionAsked> questionToOthers(InHand share, Task task, Holding holding, Question question) {
        List<String> not = Stream.concat(question.tried().stream(), Stream.of(question.askedOf(), holding.holder()))
                .toList();
        return whoAnswers(share.tasks(), not).map(other -> question(share, task, holding, question.text(), other));
    }

    private QuestionAsked question(InHand share, Task task, Holding holding, String question, String askedOf) {
        return new QuestionAsked(task.id(), holding.holder(), question, askedOf, digest(share, task, askedOf));
    }

    /** The answer is there, and the holder gets back the working days that it took. A view's time runs on meanwhile. */
    QuestionAnswered answer(Task task, Holding holding, Question question, String answer, Instant now) {
        int waited = calendar(task).between(question.askedAt(), now);
        return new QuestionAnswered(task.id(), answer,
                stopsTheClock(task) ? calendar(task).shift(holding.dueAt(), waited) : holding.dueAt());
    }

    /** Whether a question stops the clock: not where only a view was asked for, which may never hold anybody up. */
    static boolean stopsTheClock(Task task) {
        return task.triages() || !task.goesOnInSilence();
    }

    /** The digest of the token that this person's reply about this task must bear. */
    String digest(InHand share, Task task, String person) {
        return tokens.digest(share.requestId(), share.version(), task.id(), person, share.dossier().shownTo(task));
    }

    WorkingCalendar calendar(Task task) {
        return calendars.of(task.planned().calendar());
    }

    private Instant due(Task task, Instant now, int workingDays) {
        return calendar(task).endOfDay(now, workingDays);
    }

    private static int sla(Task task) {
        return Math.max(1, task.planned().slaWorkingDays());
    }

    private static int half(Task task) {
        return (sla(task) + 1) / 2;
    }

    /** The acquirer's data share lead, their backups and escalation contact, then anybody else of theirs; but none of these. */
    private static Optional<String> whoAnswers(Tasks tasks, List<String> not) {
        List<PlannedTask> acquirers = tasks.on(Side.ACQUIRER).map(Task::planned).toList();
        return Stream.concat(acquirers.stream().filter(task -> task.role() == Role.DATA_SHARE_LEAD), acquirers.stream())
                .flatMap(Asking::line)
                .filter(person -> !not.contains(person))
                .findFirst();
    }

    private static Stream<String> line(PlannedTask task) {
        return Stream.of(List.of(task.assignee()), task.backups(), List.of(task.escalation())).flatMap(List::stream);
    }
}
