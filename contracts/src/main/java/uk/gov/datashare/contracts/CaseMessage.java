package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/** What a department's case system may put on its topic. The CloudEvent's type says which it is. */
public sealed interface CaseMessage
        permits ShareRequest, CaseMessage.Withdrawal, CaseMessage.Answer, CaseMessage.Decision {

    /** The department's own reference, by which the hub finds the case. */
    ExternalRef externalRef();

    /**
     * The department no longer wants the data.
     *
     * @param externalRef its reference
     * @param reason      why
     */
    @JsonTypeName("case.withdrawn.v1")
    record Withdrawal(ExternalRef externalRef, String reason) implements CaseMessage {
        public Withdrawal {
            requireNonNull(externalRef);
            requireNonNull(reason);
        }
    }

    /**
     * The department answers what an approver asked.
     *
     * @param externalRef its reference
     * @param taskId      the task whose holder asked
     * @param answer      the answer
     */
    @JsonTypeName("case.answered.v1")
    record Answer(ExternalRef externalRef, String taskId, String answer) implements CaseMessage {
        public Answer {
            requireNonNull(externalRef);
            requireNonNull(taskId);
            requireNonNull(answer);
        }
    }

    /**
     * Somebody of the department has decided in its own system, about a task that the hub put before them by letter.
     *
     * @param externalRef the department's reference of its own work on it
     * @param replyTo     the letter's reply address: it says which task, and of which version
     * @param personId    who decided, by registry id; the letter must be theirs
     * @param outcome     what they decided
     * @param comment     their conditions, reason or wish; needed for conditions and for a return
     */
    @JsonTypeName("case.decided.v1")
    record Decision(ExternalRef externalRef, String replyTo, String personId, Said outcome, Optional<String> comment)
            implements
                CaseMessage {

        /** What can be decided. */
        public enum Said {
            APPROVE, APPROVE_WITH_CONDITIONS, REJECT, RETURN_FOR_CHANGES, SIGN
        }

        public Decision {
            requireNonNull(externalRef);
            requireNonNull(replyTo);
            requireNonNull(personId);
            requireNonNull(outcome);
            requireNonNull(comment);
        }
    }
}
