package uk.gov.datashare.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/**
 * A case as a letter writer must know it: its history up to an event, and what can be said from it.
 *
 * @param history the case's events in their order, up to the one that is written about; of a case that is over for a while,
 *                only those that say who was asked and who answered
 * @param cover   what the case is called; empty for a refused request, whose content stays behind
 * @param over    whether nobody is asked any more
 */
record CaseFile(List<RecordedEvent> history, Optional<Cover> cover, boolean over) {

    /**
     * What is kept of a request for as long as letters may be owed about it.
     *
     * @param title     its title
     * @param sensitive whether it is OFFICIAL-SENSITIVE
     * @param parties   every organisation that must agree
     */
    record Cover(String title, boolean sensitive, List<Party> parties) {}

    /**
     * Somebody was asked, in a letter that opened a thread.
     *
     * @param letterId the letter
     * @param version  the version that they were asked about
     * @param taskId   the task
     * @param to       personId of who was asked
     * @param dueAt    until when; empty for a question, which has no time of its own
     */
    record Asked(String letterId, int version, String taskId, String to, Optional<Instant> dueAt) {}

    CaseFile {
        history = List.copyOf(history);
    }

    static final CaseFile EMPTY = new CaseFile(List.of(), Optional.empty(), false);

    /** The file with one event more. */
    CaseFile and(RecordedEvent event) {
        return new CaseFile(Stream.concat(history.stream(), Stream.of(event)).toList(),
                event.event() instanceof RequestSubmitted submitted ? Optional.of(cover(submitted)) : cover,
                over || ends(event.event()));
    }

    private static Cover cover(RequestSubmitted submitted) {
        return new Cover(submitted.proposal().title(), submitted.proposal().security().sensitive(),
                submitted.parties());
    }

    /** What is kept once the case is over: late replies still get an answer, which needs little. */
    CaseFile toKeep() {
        return over
                ? new CaseFile(history.stream().filter(event -> staysKnown(event.event())).toList(), cover, true)
                : this;
    }

    private static boolean ends(ShareEvent event) {
        return event instanceof RequestRefused || event instanceof RequestRejected || event instanceof RequestWithdrawn
                || event instanceof RequestLapsed || event instanceof ArrangementActivated;
    }

    private static boolean staysKnown(ShareEvent event) {
        return event instanceof ApprovalSought
                || event instanceof TaskEscalated || event instanceof TaskDelegated || event instanceof QuestionAsked
                || event instanceof DecisionTaken || event instanceof DocumentSigned
                || event instanceof ReplyNotUnderstood || event instanceof ReplyNotCounted;
    }

    /** What was submitted as this version. */
    Optional<RequestSubmitted> submission(int version) {
        return of(RequestSubmitted.class, event -> event.version() == version).reduce((_, last) -> last);
    }

    /** A task of this version. */
    Optional<PlannedTask> task(int version, String taskId) {
        return submission(version).stream()
                .flatMap(submitted -> submitted.plan().tasks().stream())
                .filter(task -> task.taskId().equals(taskId))
                .findFirst();
    }

    /** Everybody who was asked to decide a task of this version, in their order; the last holds it. */
    List<Asked> holders(int version, String taskId) {
        return asked().filter(asked -> asked.dueAt().isPresent())
                .filter(asked -> asked.version() == version && asked.taskId().equals(taskId))
                .toList();
    }

    /** Who holds a task of this version, and the letter by which they were asked. */
    Optional<Asked> holder(int version, String taskId) {
        return holders(version, taskId).stream().reduce((_, last) -> last);
    }

    /** The letter that last asked this person about this task, whether for a decision or for an answer. */
    Optional<Asked> lastAsked(int version, String taskId, String person) {
        return asked().filter(asked -> asked.version() == version && asked.taskId().equals(taskId))
                .filter(asked -> asked.to().equals(person))
                .reduce((_, last) -> last);
    }

    /** Until when a task of this version is to be answered, after every answer and change of hands. */
    Optional<Instant> dueAt(int version, String taskId) {
        return history.stream().filter(inVersion(version)).flatMap(event -> switch (event.event()) {
            case QuestionAnswered(var task, _, var dueAt) when task.equals(taskId) -> Stream.of(dueAt);
            case ShareEvent _ -> asked(event).filter(asked -> asked.taskId().equals(taskId))
                    .flatMap(asked -> asked.dueAt().stream());
        }).reduce((_, last) -> last);
    }

    /** The question that was last asked about this task. */
    Optional<QuestionAsked> question(int version, String taskId) {
        return of(QuestionAsked.class, inVersion(version)).filter(asked -> asked.taskId().equals(taskId))
                .reduce((_, last) -> last);
    }

    /** Whether this question, which was asked last, was open before and was put to somebody else. */
    boolean wasAskedBefore(int version, QuestionAsked asked) {
        return of(QuestionAsked.class, inVersion(version)).filter(other -> other.taskId().equals(asked.taskId()))
                .filter(other -> other.question().equals(asked.question()) && other.by().equals(asked.by()))
                .count() > 1;
    }

    /** The letter that last asked this person about anything, in any version. */
    Optional<Asked> lastAsked(String person) {
        return asked().filter(asked -> asked.to().equals(person)).reduce((_, last) -> last);
    }

    /** Whether this person was asked about a task of this name in some version. */
    boolean wasAsked(String taskId, String person) {
        return asked().anyMatch(asked -> asked.taskId().equals(taskId) && asked.to().equals(person));
    }

    /** What a holder's mailbox said of their absence, newest last. */
    List<ApproverAway> absences(String taskId, String person) {
        return of(ApproverAway.class, _ -> true)
                .filter(away -> away.taskId().equals(taskId) && away.to().equals(person)).toList();
    }

    /** The question about this task that nobody has answered yet. */
    Optional<QuestionAsked> openQuestion(int version, String taskId) {
        long answers = of(QuestionAnswered.class, inVersion(version))
                .filter(answered -> answered.taskId().equals(taskId)).count();
        long questions = of(QuestionAsked.class, inVersion(version)).filter(asked -> asked.taskId().equals(taskId))
                .count();
        return questions > answers ? question(version, taskId) : Optional.empty();
    }

    /** The decision on a task of this version, and when it was recorded. */
    Optional<Map.Entry<Instant, DecisionTaken>> decision(int version, String taskId) {
        return history.stream()
                .filter(inVersion(version))
                .flatMap(event -> event.event() instanceof DecisionTaken taken && taken.taskId().equals(taskId)
                        ? Stream.of(Map.entry(event.at(), taken))
                        : Stream.empty())
                .findFirst();
    }

    /** Whether a task of this version has been decided or signed. */
    boolean isDecided(int version, String taskId) {
        return decision(version, taskId).isPresent() || of(DocumentSigned.class, inVersion(version))
                .anyMatch(signed -> signed.taskId().equals(taskId));
    }

    /** The newest version before this one on which this person has decided. */
    Optional<Integer> decidedBefore(int version, String person) {
        return history.stream()
                .filter(event -> event.version() < version)
                .filter(event -> event.event() instanceof DecisionTaken taken && taken.by().equals(person))
                .map(RecordedEvent::version)
                .reduce((_, last) -> last);
    }

    /** The memorandum of this version, once it is frozen. */
    Optional<DocumentIssued> document(int version) {
        return of(DocumentIssued.class, inVersion(version)).reduce((_, last) -> last);
    }

    /** What proves each reply about this task that was unclear or did not count. */
    Stream<Evidence> repliesWithoutEffect(int version, String taskId) {
        return Stream.concat(
                of(ReplyNotUnderstood.class, inVersion(version)).filter(reply -> reply.taskId().equals(taskId))
                        .map(ReplyNotUnderstood::evidence),
                of(ReplyNotCounted.class, inVersion(version)).filter(reply -> reply.taskId().equals(taskId))
                        .map(ReplyNotCounted::evidence));
    }

    private Stream<Asked> asked() {
        return history.stream().flatMap(CaseFile::asked);
    }

    private static Stream<Asked> asked(RecordedEvent event) {
        return switch (event.event()) {
            case ApprovalSought(var task, var to, _, var dueAt) ->
                asked(event, task, Letter.Kind.TASK, to, Optional.of(dueAt));
            case TaskEscalated(var task, _, var to, _, var dueAt, _, _) ->
                asked(event, task, Letter.Kind.ESCALATION, to, Optional.of(dueAt));
            case TaskDelegated(var task, _, var to, _, var dueAt, _) ->
                asked(event, task, Letter.Kind.TASK, to, Optional.of(dueAt));
            case QuestionAsked(var task, _, _, var to, _) ->
                asked(event, task, Letter.Kind.QUERY, to, Optional.empty());
            case ShareEvent _ -> Stream.empty();
        };
    }

    private static Stream<Asked> asked(RecordedEvent event, String task, Letter.Kind kind, String to,
            Optional<Instant> dueAt) {
        return Stream.of(new Asked(LetterIds.of(event, task, kind), event.version(), task, to, dueAt));
    }

    private <E extends ShareEvent> Stream<E> of(Class<E> kind, Predicate<RecordedEvent> which) {
        return history.stream().filter(which).map(RecordedEvent::event).filter(kind::isInstance).map(kind::cast);
    }

    private static Predicate<RecordedEvent> inVersion(int version) {
        return event -> event.version() == version;
    }
}
