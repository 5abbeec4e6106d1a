package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.RequestType;

/** What the outside world has done to a case, in the order in which it usually happens. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ShareCommand {

    /** The case. */
    String requestId();

    /** A command from a department's own topic, which is owed an answer there whatever comes of it. */
    sealed interface FromDepartment extends ShareCommand {

        /** The department, as its topic said. */
        String organisationId();

        /** Its own reference. */
        ExternalRef externalRef();
    }

    /** A command that came as a reply to a letter, from whoever held its token. */
    sealed interface FromReply extends ShareCommand {

        /** Which task, by whom, and what proves it. */
        Reply reply();
    }

    /**
     * A reply to a letter.
     *
     * @param taskId      the task that the reply address names
     * @param tokenDigest SHA-256 of the token that the reply address bears, 64 hex digits
     * @param by          personId of the registered holder of the sender's address; empty for a stranger
     * @param evidence    what proves it
     * @param registryVersion the state of the registry by which its writer was known; empty in older commands
     */
    record Reply(String taskId, String tokenDigest, Optional<String> by, Evidence evidence,
            Optional<Long> registryVersion) {
        public Reply {
            requireNonNull(taskId);
            requireNonNull(tokenDigest);
            requireNonNull(by);
            requireNonNull(evidence);
            requireNonNull(registryVersion);
        }

        /** A reply of which it is not said how the registry stood. */
        public Reply(String taskId, String tokenDigest, Optional<String> by, Evidence evidence) {
            this(taskId, tokenDigest, by, evidence, Optional.empty());
        }
    }

    /**
     * The registry does not name this person for the task any more, which they hold or are to answer a question about.
     *
     * @param person          personId of who has left the post
     * @param successors      personIds of whom the registry now names for it, in order
     * @param registryVersion the state of the registry that says so
     */
    @JsonTypeName("command.report-leaver.v1")
    record ReportLeaver(String requestId, String taskId, String person, List<String> successors,
            long registryVersion) implements ShareCommand {
        public ReportLeaver {
            requireNonNull(requestId);
            requireNonNull(taskId);
            requireNonNull(person);
            successors = Absent.orEmpty(successors);
        }
    }

    /** A checked request, or its next version, with the plan of whom to ask. */
    @JsonTypeName("command.submit-request.v1")
    record SubmitRequest(String requestId, String organisationId, ExternalRef externalRef, int version,
            RequestType requestType, Optional<String> relatedArrangementId, List<Party> parties, Proposal proposal,
            String contentHash, ApprovalPlan plan, List<Problem> warnings, Optional<Accompaniment> accompaniment)
            implements
                FromDepartment {
        public SubmitRequest {
            requireNonNull(requestId);
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
        public SubmitRequest(String requestId, String organisationId, ExternalRef externalRef, int version,
                RequestType requestType, Optional<String> relatedArrangementId, List<Party> parties, Proposal proposal,
                String contentHash, ApprovalPlan plan, List<Problem> warnings) {
            this(requestId, organisationId, externalRef, version, requestType, relatedArrangementId, parties, proposal,
                    contentHash, plan, warnings, Optional.empty());
        }
    }

    /** A request that the hub may not carry; its content stays behind. */
    @JsonTypeName("command.refuse-request.v1")
    record RefuseRequest(String requestId, String organisationId, ExternalRef externalRef, int version, String ruleId,
            String reason) implements FromDepartment {
        public RefuseRequest {
            requireNonNull(requestId);
            requireNonNull(organisationId);
            requireNonNull(externalRef);
            requireNonNull(ruleId);
            requireNonNull(reason);
        }
    }

    /** The department no longer wants the data. */
    @JsonTypeName("command.withdraw-request.v1")
    record WithdrawRequest(String requestId, String organisationId, ExternalRef externalRef, String reason)
            implements
                FromDepartment {
        public WithdrawRequest {
            requireNonNull(requestId);
            requireNonNull(organisationId);
            requireNonNull(externalRef);
            requireNonNull(reason);
        }
    }

    /** The department answers a question from its own system. */
    @JsonTypeName("command.answer-question.v1")
    record AnswerQuestion(String requestId, String organisationId, ExternalRef externalRef, String taskId,
            String answer)
            implements
                FromDepartment {
        public AnswerQuestion {
            requireNonNull(requestId);
            requireNonNull(organisationId);
            requireNonNull(externalRef);
            requireNonNull(taskId);
            requireNonNull(answer);
        }
    }

    /** Yes: the task's holder agrees, accepts, or has no objection; {@code comment} is what they added to it. */
    @JsonTypeName("command.approve.v1")
    record Approve(String requestId, Reply reply, Optional<String> comment) implements FromReply {
        public Approve {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(comment);
        }

        /** The same with nothing added. */
        public Approve(String requestId, Reply reply) {
            this(requestId, reply, Optional.empty());
        }
    }

    /** Yes, if. */
    @JsonTypeName("command.approve-with-conditions.v1")
    record ApproveWithConditions(String requestId, Reply reply, String conditions) implements FromReply {
        public ApproveWithConditions {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(conditions);
        }
    }

    /** No. A reason is asked for, and a no counts without one. */
    @JsonTypeName("command.reject.v1")
    record Reject(String requestId, Reply reply, Optional<String> reason) implements FromReply {
        public Reject {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(reason);
        }
    }

    /** Not yet: the requester must change something first. */
    @JsonTypeName("command.return-for-changes.v1")
    record ReturnForChanges(String requestId, Reply reply, String changes) implements FromReply {
        public ReturnForChanges {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(changes);
        }
    }

    /** A question, before there can be an answer; the holder's clock stands still. */
    @JsonTypeName("command.ask-question.v1")
    record AskQuestion(String requestId, Reply reply, String question) implements FromReply {
        public AskQuestion {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(question);
        }
    }

    /** The answer to a question, by reply to the letter that put it. */
    @JsonTypeName("command.give-answer.v1")
    record GiveAnswer(String requestId, Reply reply, String answer) implements FromReply {
        public GiveAnswer {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(answer);
        }
    }

    /** Somebody else of the same organisation shall answer; {@code to} is their personId, {@code comment} what they are told. */
    @JsonTypeName("command.delegate.v1")
    record Delegate(String requestId, Reply reply, String to, Optional<String> comment) implements FromReply {
        public Delegate {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(to);
            requireNonNull(comment);
        }
    }

    /** The holder says that this is not theirs to answer; {@code comment} is what whoever is asked next is told. */
    @JsonTypeName("command.disclaim.v1")
    record Disclaim(String requestId, Reply reply, Optional<String> comment) implements FromReply {
        public Disclaim {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(comment);
        }

        /** The same with nothing added. */
        public Disclaim(String requestId, Reply reply) {
            this(requestId, reply, Optional.empty());
        }
    }

    /** A party's signatory signs the document; {@code comment} is what they added to it. */
    @JsonTypeName("command.sign.v1")
    record Sign(String requestId, Reply reply, Optional<String> comment) implements FromReply {
        public Sign {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(comment);
        }

        /** The same with nothing added. */
        public Sign(String requestId, Reply reply) {
            this(requestId, reply, Optional.empty());
        }
    }

    /**
     * The holder says again what they said, with the code from the hub's letter; {@code codeDigest} is what the hub's key
     * makes of it (64 hex digits), for eight digits could be guessed from a bare hash.
     */
    @JsonTypeName("command.confirm.v1")
    record Confirm(String requestId, Reply reply, String codeDigest) implements FromReply {
        public Confirm {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(codeDigest);
        }
    }

    /** A reply that cannot be taken for any of these; {@code why} tells its writer what was unclear. */
    @JsonTypeName("command.report-unclear.v1")
    record ReportUnclear(String requestId, Reply reply, String why) implements FromReply {
        public ReportUnclear {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(why);
        }
    }

    /**
     * The holder is away: an automatic reply said so. It decides nothing. {@code until} is the day of return; {@code cover}
     * is the personId of whom the reply names to stand in, if that is somebody of the same organisation.
     */
    @JsonTypeName("command.report-away.v1")
    record ReportAway(String requestId, Reply reply, Optional<LocalDate> until, Optional<String> cover)
            implements
                FromReply {
        public ReportAway {
            requireNonNull(requestId);
            requireNonNull(reply);
            requireNonNull(until);
            requireNonNull(cover);
        }
    }

    /** The letter came back. */
    @JsonTypeName("command.report-bounce.v1")
    record ReportBounce(String requestId, Reply reply, boolean permanent) implements FromReply {
        public ReportBounce {
            requireNonNull(requestId);
            requireNonNull(reply);
        }
    }
}
