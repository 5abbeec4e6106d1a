package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Evidence.Channel;
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
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.process.SimulatedCase.Post;

/** What people, machines and departments do with a case: by chance, but from the letters that they have and nothing else. */
final class SimulatedPeople {

    private static final List<String> OTHERS = List.of("holder.owner", "deputy.1", "deputy.2", "asker.lead",
            "backup.2", "holder.chief");
    private static final String MADE_UP = "a token that was made up";

    private final RandomGenerator luck;
    private final SimulatedCase about;
    private final Instant now;
    private final long registryVersion;
    private final int goodwill;

    SimulatedPeople(RandomGenerator luck, SimulatedCase about, Instant now, long registryVersion, int goodwill) {
        this.luck = luck;
        this.about = about;
        this.now = now;
        this.registryVersion = registryVersion;
        this.goodwill = goodwill;
    }

    private boolean chance(int percent) {
        return luck.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(luck.nextInt(of.size()));
    }

    /** A department sends what it usually sends, or something too late, too early, twice or spoilt. */
    ShareCommand department() {
        int version = about.version();
        return switch (luck.nextInt(about.isOver() ? 12 : 24)) {
            case 0 -> new WithdrawRequest(about.requestId, Plans.ASKER, about.reference, "no longer needed");
            case 1 -> new RefuseRequest(about.requestId, Plans.ASKER, about.reference, version + luck.nextInt(3),
                    "R00", "It is SECRET");
            case 2, 3, 4, 5 -> new AnswerQuestion(about.requestId, Plans.ASKER, about.reference, anyTask(),
                    "all of them");
            case 6 -> submit(version + 2, false);
            case 7, 8 -> submit(Math.max(1, version), false);
            case 9 -> submit(version + 1, true);
            default -> submit(version + 1, false);
        };
    }

    SubmitRequest submit(int version, boolean spoilt) {
        if (version > 1 && chance(30)) {
            about.plans(RandomPlans.any(luck));
        }
        var draft = one(SimulatedSetup.DRAFTS);
        return new SubmitRequest(about.requestId, Plans.ASKER, about.reference, version, RequestType.NEW,
                Optional.empty(), SimulatedSetup.PARTIES, draft.proposal(), spoilt ? "f".repeat(64) : draft.hash(),
                about.plan(), List.of());
    }

    private String anyTask() {
        return about.letters.isEmpty() || chance(10)
                ? "T" + luck.nextInt(1, about.plan().tasks().size() + 3)
                : recent().taskId();
    }

    private Post recent() {
        if (about.letters.isEmpty()) {
            return new Post(anyTask(), one(OTHERS), MADE_UP, SimulatedCase.Wants.DECISION, "no code");
        }
        int last = about.letters.size();
        return about.letters.get(chance(80) ? luck.nextInt(Math.max(0, last - 4), last) : luck.nextInt(last));
    }

    /** Whoever has a letter does something with it. */
    FromReply reader(String mail) {
        List<Post> awaited = chance(75) ? about.awaited() : List.of();
        Post letter = awaited.isEmpty() ? recent() : one(awaited);
        Reply reply = reply(letter, mail);
        return chance(goodwill) ? helpful(letter, reply) : anything(letter, reply);
    }

    private Reply reply(Post letter, String mail) {
        Optional<String> by = switch (luck.nextInt(24)) {
            case 0 -> Optional.empty();
            case 1, 2 -> Optional.of(one(OTHERS));
            default -> Optional.of(letter.person());
        };
        String taskId = chance(2) ? anyTask() : letter.taskId();
        String token = switch (luck.nextInt(40)) {
            case 0 -> MADE_UP;
            case 1 -> SimulatedSetup.token(about.requestId, about.version(), taskId, by.orElse("nobody"),
                    one(SimulatedSetup.DRAFTS).hash());
            default -> letter.token();
        };
        boolean mailed = chance(90);
        return new Reply(taskId, token, by, new Evidence(mailed ? Channel.EMAIL : Channel.TOPIC, "<" + mail + ">",
                mail, "one-word", mailed ? assurance() : Assurance.HIGH), Optional.of(registryVersion));
    }

    private Assurance assurance() {
        return switch (luck.nextInt(20)) {
            case 0 -> Assurance.LOW;
            case 1, 2, 3 -> Assurance.MEDIUM;
            default -> Assurance.HIGH;
        };
    }

    private FromReply helpful(Post letter, Reply reply) {
        return switch (letter.wants()) {
            case ANSWER -> new GiveAnswer(about.requestId, reply, "all of them");
            case CODE -> new Confirm(about.requestId, reply, letter.code());
            case DECISION -> about.plan().tasks().stream()
                    .anyMatch(task -> task.taskId().equals(letter.taskId()) && task.stage() == Stage.SIGN)
                            ? new Sign(about.requestId, reply)
                            : new Approve(about.requestId, reply);
        };
    }

    private FromReply anything(Post letter, Reply reply) {
        String id = about.requestId;
        return switch (luck.nextInt(18)) {
            case 0 -> new Approve(id, reply, Optional.of("in haste"));
            case 1 -> new ApproveWithConditions(id, reply, "no onward sharing");
            case 2 -> new Reject(id, reply, chance(50) ? Optional.of("no power") : Optional.empty());
            case 3, 4 -> new ReturnForChanges(id, reply, "say more");
            case 5, 6 -> new AskQuestion(id, reply, "which roads, " + luck.nextInt(3) + "?");
            case 7 -> new GiveAnswer(id, reply, "some of them");
            case 8 -> new Delegate(id, reply, one(OTHERS), Optional.empty());
            case 9 -> new Disclaim(id, reply, Optional.of("ask the owner"));
            case 10 -> new Sign(id, reply, Optional.of("with pleasure"));
            case 11 -> new ReportUnclear(id, reply, "two commands at once");
            case 12, 13 -> away(reply);
            case 14, 15 -> new ReportBounce(id, reply, chance(50));
            case 16 -> new Confirm(id, reply, letter.code());
            default -> new Confirm(id, reply, "a code that was guessed");
        };
    }

    private ReportAway away(Reply reply) {
        var machine = chance(30)
                ? new Reply(reply.taskId(), reply.tokenDigest(), Optional.empty(), reply.evidence())
                : reply;
        var until = WorkingCalendar.day(now).plusDays(luck.nextInt(-3, 60));
        return new ReportAway(about.requestId, machine, chance(60) ? Optional.of(until) : Optional.empty(),
                chance(50) ? Optional.of(one(OTHERS)) : Optional.empty());
    }

    /** The registry names somebody no more who has, or had, a letter. */
    ReportLeaver leaver() {
        String person = about.letters.isEmpty() || chance(10) ? one(OTHERS) : recent().person();
        String task = about.letters.stream().filter(letter -> letter.person().equals(person))
                .map(Post::taskId).reduce((_, later) -> later).orElseGet(this::anyTask);
        var successors = switch (luck.nextInt(4)) {
            case 0 -> List.<String>of();
            case 1 -> List.of("new." + luck.nextInt(3));
            case 2 -> List.of(person, "new." + luck.nextInt(3));
            default -> List.of(one(OTHERS), "new." + luck.nextInt(3));
        };
        return new ReportLeaver(about.requestId, task, person, successors, registryVersion);
    }
}
