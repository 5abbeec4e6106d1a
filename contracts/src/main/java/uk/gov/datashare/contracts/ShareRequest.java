package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.JsonNode;

/**
 * What a department's case system puts on its topic to ask for data, first and again for each new version.
 *
 * <p>The people stand outside {@link #proposal}: what approvers approve, and what events keep for ever, has no person in it.
 *
 * @param externalRef          the department's own reference; with its organisation it makes the hub's request id
 * @param version              1 at first, one more at each resubmission
 * @param requestType          what kind of arrangement is sought
 * @param relatedArrangementId the arrangement that is amended, renewed, joined or ended
 * @param requester            who asks; seen by the hub at intake only
 * @param shareLead            who leads the share for the acquirer, if that is somebody else
 * @param declaration          what the requester confirmed on submitting
 * @param proposal             what is proposed
 * @param neededBy             the day by which the data is needed, if there is one
 * @param supplementary        answers to the questions of suppliers and their assets, by the question's id
 * @param expertReviews        what the acquirer's own experts had looked at before this version was sent
 * @param extensions           the department's own additions; carried nowhere
 */
@JsonTypeName("case.submitted.v1")
public record ShareRequest(ExternalRef externalRef, int version, RequestType requestType,
        Optional<String> relatedArrangementId, Person requester, Optional<Person> shareLead, Declaration declaration,
        Proposal proposal, Optional<LocalDate> neededBy, Map<String, String> supplementary,
        List<ExpertReview> expertReviews, Map<String, JsonNode> extensions)
        implements
            CaseMessage {

    /**
     * A case as the department's own system names it.
     *
     * @param system the case system
     * @param id     its reference, unique in that system
     */
    public record ExternalRef(String system, String id) {
        public ExternalRef {
            requireNonNull(system);
            requireNonNull(id);
        }
    }

    /** What kind of arrangement is sought. */
    public enum RequestType {
        NEW, AMENDMENT, RENEWAL, ACCESSION, TERMINATION, ONE_OFF
    }

    /**
     * Somebody at the department.
     *
     * @param name     as they sign
     * @param email    at one of their organisation's domains
     * @param jobTitle their position
     */
    public record Person(String name, String email, String jobTitle) {
        public Person {
            requireNonNull(name);
            requireNonNull(email);
            requireNonNull(jobTitle);
        }
    }

    /**
     * What the requester confirmed on submitting.
     *
     * @param confirmed   that legal, data protection, security and governance aspects were considered
     * @param textVersion which wording was shown
     */
    public record Declaration(boolean confirmed, String textVersion) {
        public Declaration {
            requireNonNull(textVersion);
        }
    }

    /**
     * Whether an expert of the acquirer has looked at the request. It is the acquirer's word, and replaces no approval.
     *
     * @param role in which field
     * @param done whether they have
     * @param date when, if they have
     */
    public record ExpertReview(Expertise role, boolean done, Optional<LocalDate> date) {
        public ExpertReview {
            requireNonNull(role);
            requireNonNull(date);
        }
    }

    /** Fields of expertise that a request calls for. */
    public enum Expertise {
        LEGAL, DATA_PROTECTION, SECURITY, TECHNOLOGY, GOVERNANCE
    }

    public ShareRequest {
        requireNonNull(externalRef);
        requireNonNull(requestType);
        requireNonNull(relatedArrangementId);
        requireNonNull(requester);
        requireNonNull(shareLead);
        requireNonNull(declaration);
        requireNonNull(proposal);
        requireNonNull(neededBy);
        supplementary = Absent.orEmpty(supplementary);
        expertReviews = Absent.orEmpty(expertReviews);
        extensions = Absent.orEmpty(extensions);
    }
}
