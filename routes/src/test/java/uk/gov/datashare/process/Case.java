package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.StatusUpdate.State;

/**
 * A case told as a story: what was given, what happens when, what then follows. It begins on Monday 1 June 2026 at ten in the
 * morning, and keeps its log, chained, as the hub does.
 */
final class Case {

    static final WorkingCalendars CALENDARS = WorkingCalendars.shipped();
    static final ShareProcess PROCESS = new ShareProcess(Tokens.DIGESTS, Tokens.CODES, CALENDARS,
            ProcessPolicy.USUAL);

    private final String requestId = Requests.ID;
    private final ApprovalPlan plan;
    private final List<RecordedEvent> log = new ArrayList<>();
    private Recorded recorded;
    private Instant now = london("2026-06-01T10:00");
    Decision last = Decision.nothing("nothing has been decided yet");
    private List<ShareEvent> fresh = List.of();

    private final ShareProcess process;

    private Case(ApprovalPlan plan, ShareProcess process) {
        this.process = process;
        this.plan = plan;
        this.recorded = Recorded.nothingYet(requestId);
    }

    static Case unseen() {
        return unseen(Plans.small());
    }

    static Case unseen(ApprovalPlan plan) {
        return new Case(plan, PROCESS);
    }

    /** Version 1 has come in. */
    static Case submitted(ApprovalPlan plan) {
        return submitted(plan, PROCESS);
    }

    static Case submitted(ApprovalPlan plan, ShareProcess process) {
        return new Case(plan, process).submits(1);
    }

    /** Version 1 has come in and everybody before the signatories has said yes. */
    static Case agreed(ApprovalPlan plan) {
        var story = submitted(plan);
        while (!(story.share() instanceof Share.Signing)) {
            story.holderSays(story.inHands(), Approve::new);
        }
        return story;
    }

    /** The arrangement is in force. */
    static Case live(ApprovalPlan plan) {
        var story = agreed(plan);
        while (!(story.share() instanceof Share.Live)) {
            story.holderSays(story.inHands(), Sign::new);
        }
        return story;
    }

    static Instant london(String localTime) {
        return LocalDateTime.parse(localTime).atZone(WorkingCalendar.LONDON).toInstant();
    }

    Share share() {
        return recorded.share();
    }

    List<RecordedEvent> log() {
        return log;
    }

    Recorded recorded() {
        return recorded;
    }

    ApprovalPlan plan() {
        return plan;
    }

    Instant now() {
        return now;
    }

    /** What the last command or the last passing of time led to. */
    List<ShareEvent> fresh() {
        return fresh;
    }

    Case at(String localTime) {
        now = london(localTime);
        return this;
    }

    Case at(Instant time) {
        now = time;
        return this;
    }

    Case submits(int version) {
        return does(Requests.submit(version, plan));
    }

    Case withdraws() {
        return does(new WithdrawRequest(requestId, Plans.ASKER, Requests.REFERENCE, "no longer needed"));
    }

    Case isRefused(int version) {
        return does(new RefuseRequest(requestId, Plans.ASKER, Requests.REFERENCE, version, "R00", "It is SECRET"));
    }

    Case departmentAnswers(String taskId, String answer) {
        return does(new AnswerQuestion(requestId, Plans.ASKER, Requests.REFERENCE, taskId, answer));
    }

    /** The task's present holder replies, with their token. */
    Case holderSays(String taskId, Saying saying) {
        return says(taskId, holder(taskId), saying);
    }

    /** This person replies, with the token that the hub would have given them for the version in hand. */
    Case says(String taskId, String person, Saying saying) {
        return says(taskId, person, Assurance.HIGH, saying);
    }

    Case says(String taskId, String person, Assurance assurance, Saying saying) {
        return does(saying.from(requestId, Tokens.reply(taskId, person, token(taskId, person), assurance)));
    }

    /** Somebody replies with a token of their own choice. */
    Case saysWith(String tokenDigest, String taskId, String person, Saying saying) {
        return does(saying.from(requestId, Tokens.reply(taskId, person, tokenDigest, Assurance.HIGH)));
    }

    /** A command made of a case and a reply: {@code Approve::new}, or a lambda where there is more to say. */
    @FunctionalInterface
    interface Saying {
        FromReply from(String requestId, Reply reply);
    }

    Case does(ShareCommand command) {
        last = process.decide(share(), command, now);
        fresh = last instanceof Decision.Happened(var events) ? events : List.of();
        return record();
    }

    /** The hub looks at its clock at this time. */
    Case timePasses(String localTime) {
        return at(localTime).sweeps();
    }

    Case sweeps() {
        last = Decision.nothing("only time has passed");
        fresh = process.timePassed(share(), now);
        return record();
    }

    private Case record() {
        recorded = recorded.then(fresh, now);
        log.addAll(recorded.fresh());
        return this;
    }

    String holder(String taskId) {
        return task(taskId).holding().orElseThrow(() -> new AssertionError(taskId + " is in nobody's hands")).holder();
    }

    Task task(String taskId) {
        return ((Share.InHand) share()).tasks().find(taskId).orElseThrow();
    }

    /** Whose turn it is first. */
    private String inHands() {
        return ((Share.InHand) share()).tasks().inHands().findFirst().orElseThrow().id();
    }

    String token(String taskId, String person) {
        if (share() instanceof Share.InHand s) {
            return Tokens.DIGESTS.digest(requestId, s.version(), taskId, person,
                    s.tasks().find(taskId).map(s.dossier()::shownTo).orElse(s.dossier().contentHash()));
        }
        return Tokens.DIGESTS.digest(requestId, share().version(), taskId, person, "whatever");
    }

    Case then(Class<?>... expected) {
        assertThat(fresh).<Class<?>>extracting(Object::getClass).containsExactly(expected);
        return this;
    }

    Case thenNothing(String because) {
        assertThat(fresh).isEmpty();
        assertThat(last).isEqualTo(Decision.nothing(because));
        return this;
    }

    Case thenNothing() {
        assertThat(fresh).isEmpty();
        return this;
    }

    <E extends ShareEvent> Case thenJust(Class<E> kind, Function<E, Object> part, Object value) {
        E one = fresh.stream().filter(kind::isInstance).map(kind::cast).findFirst()
                .orElseGet(() -> fail("no " + kind.getSimpleName() + " in " + fresh));
        assertThat(part.apply(one)).isEqualTo(value);
        return this;
    }

    Case stands(State state) {
        assertThat(Whereabouts.state(share())).isEqualTo(state);
        return this;
    }

    Case isHeldBy(String taskId, String person) {
        assertThat(holder(taskId)).isEqualTo(person);
        return this;
    }

    Case isDue(String taskId, String localTime) {
        assertThat(task(taskId).holding().orElseThrow().dueAt()).isEqualTo(london(localTime));
        return this;
    }
}
