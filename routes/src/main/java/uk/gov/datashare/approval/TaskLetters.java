package uk.gov.datashare.approval;

import static uk.gov.datashare.approval.Draft.Expects.DECISION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/** Letters to those who hold a task, held it, or are to hold it. */
final class TaskLetters {

    private TaskLetters() {}

    static Draft task(Occasion on, ApprovalSought sought) {
        return asking(on, sought.taskId(), Template.TASK, wanted(on, sought.taskId()), sought.to())
                .saying("deadline", When.moment(sought.dueAt()));
    }

    static Draft reminder(Occasion on, ApproverReminded reminded) {
        Optional<CaseFile.Asked> asked = on.file().lastAsked(on.version(), reminded.taskId(), reminded.to());
        boolean wasAway = on.file().absences(reminded.taskId(), reminded.to()).stream()
                .anyMatch(away -> away.until().isPresent());
        return asking(on, reminded.taskId(), Template.REMINDER, "Reminder, " + lower(wanted(on, reminded.taskId())),
                reminded.to())
                .in(asked.map(CaseFile.Asked::letterId))
                .saying("percent", Integer.toString(reminded.percent()))
                .saying("back", Optional.of("yes").filter(_ -> wasAway))
                .saying("deadline", on.file().dueAt(on.version(), reminded.taskId()).map(When::moment));
    }

    /** Whoever was not reached is not written to again, nor who has left altogether: that letter would come back as well. */
    static List<Draft> escalation(Occasion on, TaskEscalated moved) {
        var drafts = new ArrayList<Draft>();
        drafts.add(
                asking(on, moved.taskId(), Template.ESCALATION, "Passed to you, " + lower(wanted(on, moved.taskId())),
                        moved.to())
                        .saying("why", whyYou(moved.why()))
                        .quoting("comment", moved.comment())
                        .saying("deadline", When.moment(moved.dueAt())));
        if (isReached(on, moved) && !moved.from().equals(moved.to())) {
            drafts.add(Draft.about(moved.taskId(), Template.MOVED, "Passed to somebody else", moved.from())
                    .in(on.thread(moved.taskId(), moved.from()))
                    .saying("why", whyNotYou(moved.why())));
        }
        return drafts;
    }

    private static boolean isReached(Occasion on, TaskEscalated moved) {
        return switch (moved.why()) {
            case NOT_REACHED -> false;
            case LEFT_THE_POST -> on.registry().person(moved.from()).isPresent();
            case SILENT, AWAY, NOT_THEIRS -> true;
        };
    }

    static List<Draft> delegation(Occasion on, TaskDelegated delegated) {
        return List.of(
                asking(on, delegated.taskId(), Template.DELEGATION,
                        "Passed to you, " + lower(wanted(on, delegated.taskId())), delegated.to())
                        .quoting("comment", delegated.comment())
                        .saying("deadline", When.moment(delegated.dueAt())),
                Draft.about(delegated.taskId(), Template.DELEGATED, "Passed to your colleague", delegated.from())
                        .in(on.thread(delegated.taskId(), delegated.from())));
    }

    /** Only those who were asked, and have not answered, are told that they need not. */
    static List<Draft> closed(Occasion on, TaskClosed closed) {
        if (on.file().isDecided(on.version(), closed.taskId())) {
            return List.of();
        }
        Stream<String> waiting = Stream.concat(
                on.holder(closed.taskId()).map(CaseFile.Asked::to).stream(),
                on.file().openQuestion(on.version(), closed.taskId()).map(QuestionAsked::askedOf).stream());
        return waiting.distinct()
                .map(person -> Draft.about(closed.taskId(), Template.CLOSED, "No answer needed any more", person)
                        .in(on.thread(closed.taskId(), person))
                        .saying("why", whyClosed(closed.why())))
                .toList();
    }

    private static Draft asking(Occasion on, String taskId, Template template, String headline, String to) {
        return Draft.about(taskId, template, headline, to).expecting(DECISION).saying("vacant",
                on.task(taskId).filter(task -> task.vacant() && to.equals(task.escalation()))
                        .map(task -> task.role().words()));
    }

    /** What is wanted of a task's holder, as a subject begins with it. */
    static String wanted(Occasion on, String taskId) {
        return on.task(taskId).map(task -> {
            if (task.stage() == Stage.SIGN) {
                return "Signature needed";
            }
            if (task.stage() == Stage.TRIAGE) {
                return "New request to take on";
            }
            return advises(task) ? "Advice needed" : "Approval needed";
        }).orElse("Approval needed");
    }

    static boolean advises(PlannedTask task) {
        return task.mode() == Mode.ADVISORY;
    }

    private static String lower(String headline) {
        return Character.toLowerCase(headline.charAt(0)) + headline.substring(1);
    }

    private static String whyYou(MovedBecause why) {
        return switch (why) {
            case SILENT -> "whoever was asked before you did not answer in time";
            case AWAY -> "whoever was asked before you is away";
            case NOT_REACHED -> "the letter to whoever was asked before you came back";
            case LEFT_THE_POST -> "the registry names you for it, and no longer whoever was asked before you";
            case NOT_THEIRS -> "whoever was asked before you said that it is not theirs to answer";
        };
    }

    private static String whyNotYou(MovedBecause why) {
        return switch (why) {
            case SILENT -> "there was no answer in time";
            case AWAY -> "your mailbox said that you are away";
            case NOT_REACHED -> "our letter came back";
            case LEFT_THE_POST -> "the registry does not name you for it any more";
            case NOT_THEIRS -> "you told us that it is not yours to answer";
        };
    }

    private static String whyClosed(TaskClosed.ClosedBecause why) {
        return switch (why) {
            case SUPERSEDED ->
                "The request is being changed. If its next version concerns you, you will be asked again.";
            case CANCELLED -> "The request has ended before your turn was over.";
            case EXPIRED -> "The time for an answer has passed, and the request goes on without it.";
        };
    }
}
