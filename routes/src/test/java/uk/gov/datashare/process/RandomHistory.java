package uk.gov.datashare.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;

/**
 * A case to which anything happens, chosen by a seed: in some histories people mostly do what is asked of them, in others hardly
 * anybody does, and tokens are old, stolen or made up.
 */
final class RandomHistory {

    private final RandomGenerator luck;
    private final Case story;
    private final int goodwill;
    private final List<String> told = new ArrayList<>();
    private final List<Reply> seen = new ArrayList<>();

    RandomHistory(RandomGenerator luck) {
        this.luck = luck;
        this.story = Case.unseen(RandomPlans.any(luck));
        this.goodwill = List.of(20, 60, 95).get(luck.nextInt(3));
    }

    Case story() {
        return story;
    }

    /** The steps so far, for whoever must find out what went wrong. */
    List<String> told() {
        return told;
    }

    /** One more step; the command that it was, unless only time passed. */
    Optional<ShareCommand> step() {
        Optional<ShareCommand> command = luck.nextInt(100) < 20 ? passTime() : Optional.of(command());
        command.ifPresent(story::does);
        told.add(story.now() + " " + command.map(Object::toString).orElse("time") + " -> " + Following.inWords(story));
        return command;
    }

    private Optional<ShareCommand> passTime() {
        boolean justThen = luck.nextBoolean();
        var next = Case.PROCESS.nextDeadline(story.share());
        var later = story.now().plus(Duration.ofHours(luck.nextInt(1, 24 * (goodwill > 90 ? 3 : 20))));
        story.at(justThen && goodwill < 90 ? next.filter(at -> at.isAfter(story.now())).orElse(later) : later).sweeps();
        return Optional.empty();
    }

    private ShareCommand command() {
        if (story.share() instanceof Share.Unseen || luck.nextInt(100) < 6) {
            return fromDepartment();
        }
        return story.share() instanceof Share.Returned && luck.nextInt(100) < goodwill
                ? Requests.submit(story.share().version() + 1, story.plan())
                : fromReply();
    }

    private ShareCommand fromDepartment() {
        int version = story.share().version();
        return switch (luck.nextInt(12)) {
            case 0 -> new WithdrawRequest(Requests.ID, Plans.ASKER, Requests.REFERENCE, "no longer needed");
            case 1 -> new RefuseRequest(Requests.ID, Plans.ASKER, Requests.REFERENCE, version + luck.nextInt(2), "R00",
                    "It is SECRET");
            case 2, 3, 4 -> new AnswerQuestion(Requests.ID, Plans.ASKER, Requests.REFERENCE, task(), "all of them");
            case 5 -> Requests.submit(version + 2, story.plan());
            case 6, 7 -> Requests.submit(Math.max(1, version), story.plan());
            default -> Requests.submit(version + 1, story.plan());
        };
    }

    private FromReply fromReply() {
        Reply reply = luck.nextInt(100) < 10 && !seen.isEmpty() ? seen.get(luck.nextInt(seen.size())) : reply();
        seen.add(reply);
        return luck.nextInt(100) < goodwill ? helpful(reply) : anything(reply);
    }

    /** What a holder's mail asks to be confirmed, or a made-up code where nothing does. */
    private Confirm confirm(Reply reply) {
        return new Confirm(Requests.ID, reply, pending(reply).map(Pending::codeDigest).orElse("0".repeat(64)));
    }

    private Optional<Pending> pending(Reply reply) {
        return story.share() instanceof Share.InHand s
                ? s.tasks().find(reply.taskId()).flatMap(Task::pending)
                : Optional.empty();
    }

    private FromReply helpful(Reply reply) {
        if (pending(reply).isPresent() && luck.nextInt(3) > 0) {
            return confirm(reply);
        }
        boolean signs = story.plan().tasks().stream()
                .anyMatch(task -> task.taskId().equals(reply.taskId()) && task.stage().name().equals("SIGN"));
        return signs ? new Sign(Requests.ID, reply) : new Approve(Requests.ID, reply);
    }

    private FromReply anything(Reply reply) {
        return switch (luck.nextInt(15)) {
            case 13 -> confirm(reply);
            case 14 -> new Confirm(Requests.ID, reply, "1".repeat(64));
            case 0 -> new Approve(Requests.ID, reply);
            case 1 -> new ApproveWithConditions(Requests.ID, reply, "no onward sharing");
            case 2 -> new Reject(Requests.ID, reply, Optional.of("no power"));
            case 3 -> new ReturnForChanges(Requests.ID, reply, "say more");
            case 4 -> new AskQuestion(Requests.ID, reply, "which roads, " + luck.nextInt(3) + "?");
            case 5, 6 -> new GiveAnswer(Requests.ID, reply, "all of them");
            case 7 -> new Delegate(Requests.ID, reply, "deputy." + luck.nextInt(3), Optional.empty());
            case 8 -> new Disclaim(Requests.ID, reply);
            case 9 -> new Sign(Requests.ID, reply);
            case 10 -> new ReportUnclear(Requests.ID, reply, "two commands at once");
            case 11 -> away(reply);
            default -> new ReportBounce(Requests.ID, reply, luck.nextBoolean());
        };
    }

    private ReportAway away(Reply reply) {
        var until = WorkingCalendar.day(story.now()).plusDays(luck.nextInt(-3, 60));
        return new ReportAway(Requests.ID, reply, Optional.of(until).filter(_ -> luck.nextBoolean()),
                Optional.of(List.of("backup.2", "holder.chief", "deputy.1").get(luck.nextInt(3)))
                        .filter(_ -> luck.nextBoolean()));
    }

    private Reply reply() {
        String task = task();
        String person = luck.nextInt(100) < 85
                ? rightPerson(task)
                : List.of("holder.owner", "deputy.1", "").get(luck.nextInt(3));
        String token = switch (luck.nextInt(20)) {
            case 0 -> "0".repeat(64);
            case 1 -> story.token(task, rightPerson(task));
            case 2 -> Tokens.DIGESTS.digest(Requests.ID, Math.max(1, story.share().version() - 1), task, person,
                    Requests.submit(Math.max(1, story.share().version() - 1), story.plan()).contentHash());
            default -> story.token(task, person);
        };
        return Tokens.reply(task, person, token, switch (luck.nextInt(20)) {
            case 0 -> Assurance.LOW;
            case 1, 2, 3 -> Assurance.MEDIUM;
            default -> Assurance.HIGH;
        });
    }

    private String rightPerson(String taskId) {
        if (story.share() instanceof Share.InHand s) {
            var task = s.tasks().find(taskId);
            var asked = task.flatMap(Task::question).map(Question::askedOf).filter(_ -> luck.nextBoolean());
            return asked.or(() -> task.flatMap(Task::holding).map(Task.Holding::holder))
                    .or(() -> task.map(it -> it.planned().assignee())).orElse("holder.nobody");
        }
        return "holder.owner";
    }

    private String task() {
        if (story.share() instanceof Share.InHand s && luck.nextInt(100) < 85) {
            var open = s.tasks().inHands().map(Task::id).toList();
            return open.isEmpty() ? "T1" : open.get(luck.nextInt(open.size()));
        }
        return "T" + luck.nextInt(1, story.plan().tasks().size() + 2);
    }
}
