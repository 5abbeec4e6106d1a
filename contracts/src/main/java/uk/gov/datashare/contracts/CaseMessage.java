package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;

import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/** What a department's case system may put on its topic. The CloudEvent's type says which it is. */
public sealed interface CaseMessage permits ShareRequest, CaseMessage.Withdrawal, CaseMessage.Answer {

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
}
