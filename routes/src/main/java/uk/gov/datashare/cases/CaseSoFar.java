package uk.gov.datashare.cases;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.StatusUpdate.State;

/**
 * A case as it stood right after one of its events. It is made by {@link CaseFold} and keeps what a reader may want to know,
 * not what a decision rests on: that is the process's own.
 *
 * @param requestId     the case
 * @param sequence      the event it is as of
 * @param version       the version of the request
 * @param acquirer      organisation id of who asks
 * @param externalRef   their own reference
 * @param parties       every organisation that must agree, the acquirer first; for a refused request the acquirer alone
 * @param title         the request's title; empty for a refused request, whose content stays behind
 * @param phase         how far it is, open questions apart
 * @param request       the request's newest version, whole; empty for a refused request and for a case that ended a while ago
 * @param tasks         the tasks of this version by their id, in the order of the plan; none once the case ended a while ago
 * @param arrangementId the arrangement, once its document is issued
 */
public record CaseSoFar(String requestId, long sequence, int version, String acquirer, ExternalRef externalRef,
        List<String> parties, Optional<String> title, State phase, Optional<RequestSubmitted> request,
        Map<String, TaskSoFar> tasks, Optional<String> arrangementId) {

    public CaseSoFar {
        requireNonNull(requestId);
        requireNonNull(acquirer);
        requireNonNull(externalRef);
        parties = List.copyOf(parties);
        requireNonNull(title);
        requireNonNull(phase);
        requireNonNull(request);
        requireNonNull(tasks);
        requireNonNull(arrangementId);
    }

    /** The task of this id, if this version has it. */
    public Optional<TaskSoFar> task(String taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    /** Where the case stands: its phase, or QUERIED while a question of somebody whose yes is needed holds it up. */
    public State state() {
        boolean asking = phase == State.APPROVING || phase == State.SIGNING;
        return asking && tasks.values().stream().anyMatch(TaskSoFar::holdsUp) ? State.QUERIED : phase;
    }

    /** Whether the case has come to its end. */
    public boolean isOver() {
        return switch (phase) {
            case UNKNOWN, TRIAGE, APPROVING, QUERIED, RETURNED, SIGNING -> false;
            case COMPLETED, REJECTED, WITHDRAWN, LAPSED, REFUSED -> true;
        };
    }

    CaseSoFar as(long newSequence) {
        return new CaseSoFar(requestId, newSequence, version, acquirer, externalRef, parties, title, phase, request,
                tasks, arrangementId);
    }

    CaseSoFar in(State newPhase) {
        return new CaseSoFar(requestId, sequence, version, acquirer, externalRef, parties, title, newPhase, request,
                tasks, arrangementId);
    }

    CaseSoFar with(Map<String, TaskSoFar> newTasks) {
        return new CaseSoFar(requestId, sequence, version, acquirer, externalRef, parties, title, phase, request,
                newTasks, arrangementId);
    }

    CaseSoFar issuedAs(String newArrangementId) {
        return new CaseSoFar(requestId, sequence, version, acquirer, externalRef, parties, title, phase, request,
                tasks, Optional.of(newArrangementId));
    }

    /** The same without what only an open case needs, to be kept for long. */
    CaseSoFar inBrief() {
        return new CaseSoFar(requestId, sequence, version, acquirer, externalRef, parties, title, phase,
                Optional.empty(), Map.of(), arrangementId);
    }
}
