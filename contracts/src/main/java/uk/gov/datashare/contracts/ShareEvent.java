package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.RequestType;

/** What has happened to a case, in the order in which it usually happens. No name and no address is in any of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ShareEvent {

    /** A request, or its next version, has come in and stands locked. */
    @JsonTypeName("request.submitted.v1")
    record RequestSubmitted(String organisationId, ExternalRef externalRef, int version, RequestType requestType,
            Optional<String> relatedArrangementId, List<Party> parties, Proposal proposal, String contentHash,
            ApprovalPlan plan, List<Problem> warnings, Optional<Accompaniment> accompaniment) implements ShareEvent {
        public RequestSubmitted {
            requireNonNull(organisationId);
            requireNonNull(externalRef);
            requireNonNull(requestType);
            requireNonNull(relatedArrangementId);
            parties = Absent.orEmpty(parties);
            requireNonNull(proposal);
            requireNonNull(contentHash);
            requireNonNull(plan);
            warnings = Absent.orEmpty(warnings);
            requireNonNull(accompaniment);
        }

        /** A request that says nothing beside its proposal. */
        public RequestSubmitted(String organisationId, ExternalRef externalRef, int version, RequestType requestType,
                Optional<String> relatedArrangementId, List<Party> parties, Proposal proposal, String contentHash,
                ApprovalPlan plan, List<Problem> warnings) {
            this(organisationId, externalRef, version, requestType, relatedArrangementId, parties, proposal,
                    contentHash, plan, warnings, Optional.empty());
        }
    }

    /** The hub may not carry this request. */
    @JsonTypeName("request.refused.v1")
    record RequestRefused(String organisationId, ExternalRef externalRef, int version, String ruleId, String reason)
            implements
                ShareEvent {
        public RequestRefused {
            requireNonNull(organisationId);
            requireNonNull(externalRef);
            requireNonNull(ruleId);
            requireNonNull(reason);
        }
    }

    /** Every supplier's coordinator has taken the request on, or let the time for saying otherwise pass. */
    @JsonTypeName("request.triaged.v1")
    record RequestTriaged() implements ShareEvent {}

    /** A stage's tasks are put before their holders. */
    @JsonTypeName("request.stage-opened.v1")
    record StageOpened(Stage stage) implements ShareEvent {
        public StageOpened {
            requireNonNull(stage);
        }
    }

    /** A task is put before a holder, whose reply must bear this token. */
    @JsonTypeName("approval.requested.v1")
    record ApprovalSought(String taskId, String to, String tokenDigest, Instant dueAt) implements ShareEvent {
        public ApprovalSought {
            requireNonNull(taskId);
            requireNonNull(to);
            requireNonNull(tokenDigest);
            requireNonNull(dueAt);
        }
    }

    /** Somebody is told, and not asked. */
    @JsonTypeName("approval.notified.v1")
    record HolderNotified(String taskId, String to) implements ShareEvent {
        public HolderNotified {
            requireNonNull(taskId);
            requireNonNull(to);
        }
    }

    /** The holder has been silent for so many per cent of the time they had. */
    @JsonTypeName("approval.reminded.v1")
    record ApproverReminded(String taskId, String to, int percent) implements ShareEvent {
        public ApproverReminded {
            requireNonNull(taskId);
            requireNonNull(to);
        }
    }

    /** The task has gone to somebody else, and the old holder's token is void; {@code comment} is what the old holder said. */
    @JsonTypeName("approval.escalated.v1")
    record TaskEscalated(String taskId, String from, String to, String tokenDigest, Instant dueAt, MovedBecause why,
            Optional<String> comment) implements ShareEvent {

        /** Why a task changes hands. */
        public enum MovedBecause {
            SILENT, AWAY, NOT_REACHED, NOT_THEIRS,
            /** The registry does not name them for it any more. */
            LEFT_THE_POST
        }

        public TaskEscalated {
            requireNonNull(taskId);
            requireNonNull(from);
            requireNonNull(to);
            requireNonNull(tokenDigest);
            requireNonNull(dueAt);
            requireNonNull(why);
            requireNonNull(comment);
        }
    }

    /** The holder has asked somebody else of their organisation to answer, with this comment; their own token is void. */
    @JsonTypeName("approval.delegated.v1")
    record TaskDelegated(String taskId, String from, String to, String tokenDigest, Instant dueAt,
            Optional<String> comment) implements ShareEvent {
        public TaskDelegated {
            requireNonNull(taskId);
            requireNonNull(from);
            requireNonNull(to);
            requireNonNull(tokenDigest);
            requireNonNull(dueAt);
            requireNonNull(comment);
        }
    }

    /** The holder asks, and {@code askedOf} shall answer; until then the holder's clock stands still. */
    @JsonTypeName("approval.queried.v1")
    record QuestionAsked(String taskId, String by, String question, String askedOf, String tokenDigest)
            implements
                ShareEvent {
        public QuestionAsked {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(question);
            requireNonNull(askedOf);
            requireNonNull(tokenDigest);
        }
    }

    /** The question is answered, and the holder's clock runs again. */
    @JsonTypeName("approval.answered.v1")
    record QuestionAnswered(String taskId, String answer, Instant dueAt) implements ShareEvent {
        public QuestionAnswered {
            requireNonNull(taskId);
            requireNonNull(answer);
            requireNonNull(dueAt);
        }
    }

    /**
     * A holder has decided, or given the view that they were asked for.
     *
     * @param confirmation    what proves that they confirmed it with a code, where one was asked for
     * @param registryVersion the state of the registry by which the hub knew them; empty in older events
     */
    @JsonTypeName("approval.decided.v1")
    record DecisionTaken(String taskId, String by, Outcome outcome, Optional<String> comment, String contentHash,
            Evidence evidence, Optional<Evidence> confirmation, Optional<Long> registryVersion) implements ShareEvent {

        /** What a holder may say. */
        public enum Outcome {
            APPROVE, APPROVE_WITH_CONDITIONS, REJECT, RETURN_FOR_CHANGES, NO_OBJECTION, OBJECTION;

            /** Whether it lets the request go on. */
            public boolean goesOn() {
                return this != REJECT && this != RETURN_FOR_CHANGES;
            }
        }

        public DecisionTaken {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(outcome);
            requireNonNull(comment);
            requireNonNull(contentHash);
            requireNonNull(evidence);
            requireNonNull(confirmation);
            requireNonNull(registryVersion);
        }

        /** A decision that needed no confirmation. */
        public DecisionTaken(String taskId, String by, Outcome outcome, Optional<String> comment, String contentHash,
                Evidence evidence) {
            this(taskId, by, outcome, comment, contentHash, evidence, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A yes to an earlier version counts for this one as well: nothing that it was about has changed. Who gave it is not asked
     * again, and a no is never carried.
     *
     * @param taskId      the task of this version that it answers
     * @param by          who gave it
     * @param outcome     what it says of this version
     * @param comment     what they added to it
     * @param fromVersion the version that they decided about
     * @param fromTaskId  their task in that version
     * @param contentHash what they were shown then
     * @param evidence    SHA-256 of the raw message that proves it, as their decision has it, 64 hex digits
     * @param decidedAt   when they decided
     * @param sections    what the yes covers, each with the hash that it has in that version and in this
     */
    @JsonTypeName("approval.carried-forward.v1")
    record DecisionCarriedForward(String taskId, String by, DecisionTaken.Outcome outcome, Optional<String> comment,
            int fromVersion, String fromTaskId, String contentHash, String evidence, Instant decidedAt,
            Map<Section, String> sections) implements ShareEvent {
        public DecisionCarriedForward {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(outcome);
            requireNonNull(comment);
            requireNonNull(fromTaskId);
            requireNonNull(contentHash);
            requireNonNull(evidence);
            requireNonNull(decidedAt);
            sections = Absent.orEmpty(sections);
        }
    }

    /**
     * A holder seems to have decided or signed, and is asked to say so again with a code that only they are given. Until
     * then it counts for nothing; a newer one takes its place.
     *
     * @param outcome    what the reply decides; empty for a signature
     * @param codeDigest what the hub's key makes of the code, 64 hex digits
     * @param until      how long the code is good for
     * @param evidence   what proves the reply
     */
    @JsonTypeName("mail.confirmation-sought.v1")
    record ConfirmationSought(String taskId, String by, Optional<DecisionTaken.Outcome> outcome,
            Optional<String> comment, String codeDigest, Instant until, Evidence evidence) implements ShareEvent {
        public ConfirmationSought {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(outcome);
            requireNonNull(comment);
            requireNonNull(codeDigest);
            requireNonNull(until);
            requireNonNull(evidence);
        }
    }

    /** A task is over without a decision, and nobody need answer it any more. */
    @JsonTypeName("approval.closed.v1")
    record TaskClosed(String taskId, ClosedBecause why) implements ShareEvent {

        /** Why no answer is needed any more. */
        public enum ClosedBecause {
            SUPERSEDED, CANCELLED, EXPIRED
        }

        public TaskClosed {
            requireNonNull(taskId);
            requireNonNull(why);
        }
    }

    /** A reply could not be understood, and its writer is told what to write. */
    @JsonTypeName("mail.ambiguous.v1")
    record ReplyNotUnderstood(String taskId, String by, String why, Evidence evidence) implements ShareEvent {
        public ReplyNotUnderstood {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(why);
            requireNonNull(evidence);
        }
    }

    /** A reply did not count. */
    @JsonTypeName("mail.not-counted.v1")
    record ReplyNotCounted(String taskId, Optional<String> by, NotCountedBecause why,
            Evidence evidence) implements ShareEvent {

        /** Why a reply did not count. */
        public enum NotCountedBecause {
            /** The task was decided before, and this says something else. */
            ALREADY_DECIDED,
            /** The task, or the whole case, is over. */
            CLOSED,
            /** It was about an older version of the request. */
            SUPERSEDED,
            /** It came from somebody whose task this is not. */
            NOT_YOURS,
            /** Its token is not one that the hub gave for this task. */
            UNKNOWN_TOKEN,
            /** The task does not ask for this: a signature before there is a document, say. */
            OUT_OF_TURN,
            /** The hub is not sure enough who wrote it. */
            NOT_SURE_WHO,
            /** A yes to this may not be given by mail. */
            NOT_BY_MAIL,
            /** The code in it is not the one that was asked for, or is not good any more. */
            WRONG_CODE
        }

        public ReplyNotCounted {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(why);
            requireNonNull(evidence);
        }
    }

    /** A letter came back; the task goes to somebody else where it can. */
    @JsonTypeName("mail.bounced.v1")
    record ApproverNotReached(String taskId, String to, boolean permanent) implements ShareEvent {
        public ApproverNotReached {
            requireNonNull(taskId);
            requireNonNull(to);
        }
    }

    /** An automatic reply says that the holder is away until they return on a day, and whom it names to stand in. */
    @JsonTypeName("mail.autoreply.v1")
    record ApproverAway(String taskId, String to, Optional<LocalDate> until, Optional<String> cover)
            implements
                ShareEvent {
        public ApproverAway {
            requireNonNull(taskId);
            requireNonNull(to);
            requireNonNull(until);
            requireNonNull(cover);
        }
    }

    /**
     * Nobody seems to fill a role, as far as mail can tell. The organisation's registry steward is told, once for each
     * holder in a case; nothing else follows from it.
     */
    @JsonTypeName("role.looks-vacant.v1")
    record RoleLooksVacant(String organisationId, Role role, String holder, LooksVacantBecause why,
            Optional<LocalDate> until) implements ShareEvent {

        /** What makes a role look vacant. */
        public enum LooksVacantBecause {
            /** Letters to its holder come back. */
            NOT_REACHED,
            /** Its holder is away for long, or for nobody knows how long. */
            AWAY,
            /** Neither its holder nor who stands in for them answered. */
            SILENT,
            /** Its holder has left the post, and nobody else is registered for it. */
            LEFT_THE_POST
        }

        public RoleLooksVacant {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(holder);
            requireNonNull(why);
            requireNonNull(until);
        }
    }

    /** An approver asks for changes: the tasks of this version are closed, and the next version is awaited. */
    @JsonTypeName("request.returned.v1")
    record RequestReturned(String taskId, String by, String changes) implements ShareEvent {
        public RequestReturned {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(changes);
        }
    }

    /** A binding approver said no, or a signatory refused to sign. */
    @JsonTypeName("request.rejected.v1")
    record RequestRejected(String taskId, String by, Optional<String> reason) implements ShareEvent {
        public RequestRejected {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(reason);
        }
    }

    /** The department withdrew. */
    @JsonTypeName("request.withdrawn.v1")
    record RequestWithdrawn(String reason) implements ShareEvent {
        public RequestWithdrawn {
            requireNonNull(reason);
        }
    }

    /** Nobody did anything for too long. */
    @JsonTypeName("request.lapsed.v1")
    record RequestLapsed(List<String> silentTasks) implements ShareEvent {
        public RequestLapsed {
            silentTasks = Absent.orEmpty(silentTasks);
        }
    }

    /** Everybody whose yes is needed has said yes. */
    @JsonTypeName("request.agreed.v1")
    record RequestAgreed(Instant agreedAt) implements ShareEvent {
        public RequestAgreed {
            requireNonNull(agreedAt);
        }
    }

    /** The memorandum is frozen and ready to be signed. */
    @JsonTypeName("arrangement.issued.v1")
    record DocumentIssued(String arrangementId, Memorandum memorandum, String documentHash) implements ShareEvent {
        public DocumentIssued {
            requireNonNull(arrangementId);
            requireNonNull(memorandum);
            requireNonNull(documentHash);
        }
    }

    /**
     * A party has signed.
     *
     * @param comment         what the signatory added to it
     * @param confirmation    what proves that they confirmed it with a code, where one was asked for
     * @param registryVersion the state of the registry by which the hub knew them; empty in older events
     */
    @JsonTypeName("arrangement.signed.v1")
    record DocumentSigned(String taskId, String by, String organisationId, String documentHash,
            Optional<String> comment, Evidence evidence, Optional<Evidence> confirmation,
            Optional<Long> registryVersion) implements ShareEvent {
        public DocumentSigned {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(organisationId);
            requireNonNull(documentHash);
            requireNonNull(comment);
            requireNonNull(evidence);
            requireNonNull(confirmation);
            requireNonNull(registryVersion);
        }

        /** A signature that needed no confirmation, with nothing added. */
        public DocumentSigned(String taskId, String by, String organisationId, String documentHash,
                Evidence evidence) {
            this(taskId, by, organisationId, documentHash, Optional.empty(), evidence, Optional.empty(),
                    Optional.empty());
        }
    }

    /** Every party has signed: the arrangement is in force, and published in the same transaction. */
    @JsonTypeName("arrangement.activated.v1")
    record ArrangementActivated(Arrangement arrangement) implements ShareEvent {
        public ArrangementActivated {
            requireNonNull(arrangement);
        }
    }

    /** The arrangement's last day has passed. */
    @JsonTypeName("arrangement.expired.v1")
    record ArrangementExpired(Arrangement arrangement) implements ShareEvent {
        public ArrangementExpired {
            requireNonNull(arrangement);
        }
    }
}
