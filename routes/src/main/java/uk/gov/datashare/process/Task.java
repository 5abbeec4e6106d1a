package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import uk.gov.datashare.contracts.Absence;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/**
 * One person's part in a case.
 *
 * @param planned what the plan says of it, without its reasons
 * @param state   how far it is
 * @param pending what its holder has yet to confirm, if anything
 * @param rules   ids of the rules by which they are asked
 */
public record Task(PlannedTask planned, State state, Optional<Pending> pending, List<String> rules) {

    /** How far a task is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    public sealed interface State {}

    /** Its stage is not open yet. */
    public record Waiting() implements State {}

    /** Its holder was told, and is not asked. */
    public record Told(String to) implements State {
        public Told {
            requireNonNull(to);
        }
    }

    /** Its holder's answer is awaited. */
    public record Open(Holding holding) implements State {
        public Open {
            requireNonNull(holding);
        }
    }

    /** Its holder asked something, and the answer to that is awaited. */
    public record Queried(Holding holding, Question question) implements State {
        public Queried {
            requireNonNull(holding);
            requireNonNull(question);
        }
    }

    /** Its holder has decided, on this version or on an earlier one; stored decisions of old do not say on which. */
    public record Decided(String by, Outcome outcome, Optional<String> comment, Instant at, Optional<Origin> origin)
            implements
                State {
        public Decided {
            requireNonNull(by);
            requireNonNull(outcome);
            requireNonNull(comment);
            requireNonNull(at);
            requireNonNull(origin);
        }

        static Decided of(DecisionTaken e, int version, Instant at) {
            return new Decided(e.by(), e.outcome(), e.comment(), at,
                    Optional.of(new Origin(version, e.taskId(), e.contentHash(), e.evidence().rawDigest())));
        }

        static Decided of(DecisionCarriedForward e) {
            return new Decided(e.by(), e.outcome(), e.comment(), e.decidedAt(),
                    Optional.of(new Origin(e.fromVersion(), e.fromTaskId(), e.contentHash(), e.evidence())));
        }
    }

    /** Its holder has signed. */
    public record Signed(String by, Instant at, String evidenceDigest) implements State {
        public Signed {
            requireNonNull(by);
            requireNonNull(at);
            requireNonNull(evidenceDigest);
        }
    }

    /** It ended without an answer. */
    public record Over(ClosedBecause why) implements State {
        public Over {
            requireNonNull(why);
        }
    }

    /**
     * A task in somebody's hands.
     *
     * @param holder      personId of whose answer counts
     * @param tokenDigest what the digest of the token in their reply must be
     * @param since       since when they have it, without the time that questions took
     * @param dueAt       until when they are to answer
     * @param reminded    at how many per cent of that time they were last reminded; 0 for not yet
     * @param asked       everybody who has had it, this holder last
     * @param silences    how often it changed hands because its holder was silent
     * @param away        their absence, while their mailbox tells of one
     * @param putOff      when letters to them came back for now, since they last wrote themselves
     */
    public record Holding(String holder, String tokenDigest, Instant since, Instant dueAt, int reminded,
            List<String> asked, int silences, Optional<Away> away, List<Instant> putOff) {
        public Holding {
            requireNonNull(holder);
            requireNonNull(tokenDigest);
            requireNonNull(since);
            requireNonNull(dueAt);
            asked = Tasks.orEmpty(asked);
            requireNonNull(away);
            putOff = Tasks.orEmpty(putOff);
        }
    }

    public Task {
        requireNonNull(planned);
        requireNonNull(state);
        requireNonNull(pending);
        rules = Tasks.orEmpty(rules);
    }

    /** Its id, unique in the version. */
    public String id() {
        return planned.taskId();
    }

    /** When it is asked. */
    public Stage stage() {
        return planned.stage();
    }

    /** Whether its holder signs, rather than approves. */
    public boolean signs() {
        return planned.stage() == Stage.SIGN;
    }

    /** Whether its holder looks at the request for a supplier before anybody is asked to approve. */
    boolean triages() {
        return planned.stage() == Stage.TRIAGE;
    }

    /** Whether there is no agreement without its holder's yes. */
    boolean binds() {
        return planned.mode() == Mode.BINDING && !triages();
    }

    /** Whether its holder is only told. A coordinator is told too, and may answer. */
    boolean tells() {
        return planned.mode() == Mode.NOTIFY_ONLY && !triages();
    }

    /** Whether silence until it is due ends it: a view is nice to have, and an unanswered coordinator holds nobody up. */
    boolean goesOnInSilence() {
        return triages() || (planned.mode() == Mode.ADVISORY && !signs());
    }

    /** Whose hands it is in, while it is in any. */
    public Optional<Holding> holding() {
        return switch (state) {
            case Open(var holding) -> Optional.of(holding);
            case Queried(var holding, _) -> Optional.of(holding);
            case Waiting _,Told _,Decided _,Signed _,Over _ -> Optional.empty();
        };
    }

    /** The question that is open on it, if one is. */
    public Optional<Question> question() {
        return state instanceof Queried(_, var question) ? Optional.of(question) : Optional.empty();
    }

    /** Whether it keeps nobody waiting any more: a yes where one is needed, an answer or the end of its time elsewhere. */
    boolean isSettled() {
        return switch (state) {
            case Decided decided -> decided.outcome().goesOn();
            case Signed _,Told _ -> true;
            case Over _ -> goesOnInSilence();
            case Waiting _,Open _,Queried _ -> false;
        };
    }

    /**
     * Who is next in line after its holder, if anybody is left: the backups in order, and at last the escalation contact.
     * Silence is waited for only twice: after the first backup's comes the escalation contact's turn.
     */
    Optional<String> nextInLine(Holding holding, MovedBecause why) {
        boolean lastResort = why == MovedBecause.SILENT && holding.silences() > 0;
        return next(holding, lastResort ? Stream.of(planned.escalation()) : line());
    }

    /** Who stands in for a holder who is away or not reached, by the organisation's rule; a cover only if it is registered. */
    Optional<String> standIn(Holding holding, Optional<String> cover) {
        return next(holding, switch (absence().moves()) {
            case BACKUP_FIRST, WAIT -> Stream.concat(cover.filter(this::standsInLine).stream(), line());
            case ESCALATION_CONTACT -> Stream.concat(Stream.of(planned.escalation()), line());
        });
    }

    /** Who takes the task on for a holder who has left the post: whom the registry names now, else who is next in line. */
    Optional<String> successor(Holding holding, List<String> registered) {
        return next(holding, Stream.concat(registered.stream(), line()));
    }

    /** The organisation's rule for who is away or not reached. */
    Absence absence() {
        return planned.absence().orElse(Absence.USUAL);
    }

    /** Whether this person is one of those whom the plan names for the task. */
    boolean isPlannedFor(String person) {
        return planned.assignee().equals(person) || standsInLine(person);
    }

    private boolean standsInLine(String person) {
        return planned.backups().contains(person) || planned.escalation().equals(person);
    }

    private Stream<String> line() {
        return Stream.concat(planned.backups().stream(), Stream.of(planned.escalation()));
    }

    private static Optional<String> next(Holding holding, Stream<String> line) {
        return line.filter(person -> !holding.asked().contains(person)).findFirst();
    }

    /** What is yet to be confirmed stays so only as long as the same holder has the same before them. */
    Task with(State changed) {
        boolean asItStood = changed.getClass() == state.getClass()
                && new Task(planned, changed, pending, rules).holding()
                        .map(Holding::tokenDigest).equals(holding().map(Holding::tokenDigest));
        return new Task(planned, changed, asItStood ? pending : Optional.empty(), rules);
    }

    Task with(Optional<Pending> unconfirmed) {
        return new Task(planned, state, unconfirmed, rules);
    }
}
