package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/**
 * What became of a case, as each of its parties is told, in words a person understands.
 *
 * @param requestId     the case
 * @param externalRef   the acquirer's own reference; only on the acquirer's topic
 * @param version       the version of the request
 * @param state         where the case stands now
 * @param headline      what happened, one sentence
 * @param detail        more about it: a reason, a question
 * @param waitingFor    whose turn it is; somebody for as long as the case is open
 * @param arrangementId the arrangement, once there is one
 * @param at            when
 */
@JsonTypeName("request.status-changed.v1")
public record StatusUpdate(String requestId, Optional<ExternalRef> externalRef, int version, State state,
        String headline,
        Optional<String> detail, List<Waiting> waitingFor, Optional<String> arrangementId, Instant at) {

    /** Where a case can stand; UNKNOWN answers a message about a case that the hub has never seen. */
    public enum State {
        UNKNOWN, TRIAGE, APPROVING, QUERIED, RETURNED, SIGNING, COMPLETED, REJECTED, WITHDRAWN, LAPSED, REFUSED
    }

    /**
     * Whose turn it is.
     *
     * @param organisationId whose
     * @param role           in which role
     * @param taskId         for which task; empty where the request's next version is awaited
     * @param dueAt          until when; empty where there is no task
     */
    public record Waiting(String organisationId, Role role, Optional<String> taskId, Optional<Instant> dueAt) {
        public Waiting {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(taskId);
            requireNonNull(dueAt);
        }

        /** Somebody is asked about a task. */
        public static Waiting forTask(String organisationId, Role role, String taskId, Instant dueAt) {
            return new Waiting(organisationId, role, Optional.of(taskId), Optional.of(dueAt));
        }

        /** The request is back with whoever asks for data, and their next version is awaited. */
        public static Waiting forNextVersion(String acquirer) {
            return new Waiting(acquirer, Role.DATA_SHARE_LEAD, Optional.empty(), Optional.empty());
        }
    }

    public StatusUpdate {
        requireNonNull(requestId);
        requireNonNull(externalRef);
        requireNonNull(state);
        requireNonNull(headline);
        requireNonNull(detail);
        waitingFor = Absent.orEmpty(waitingFor);
        requireNonNull(arrangementId);
        requireNonNull(at);
    }
}
