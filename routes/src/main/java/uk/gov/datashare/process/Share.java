package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/** A case as it stands: one type for each place that it can be in, with what that place needs and nothing more. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "place")
public sealed interface Share {

    /** The case. */
    String requestId();

    /** The version of the request that counts; 0 before the first. */
    int version();

    /** Nothing has come in. */
    record Unseen(String requestId) implements Share {
        public Unseen {
            requireNonNull(requestId);
        }

        @Override
        public int version() {
            return 0;
        }
    }

    /** Somebody is to do something: there are tasks, and a clock. */
    sealed interface InHand extends Share {

        /** What the case is about. */
        Dossier dossier();

        /** Who is asked, and how far each of them is. */
        Tasks tasks();

        /** When anybody last moved the case on; silence is counted from here. */
        Instant stirredAt();

        /** The same place with its tasks changed. */
        InHand with(Tasks changed, Instant at);

        /** The same place with what it is about changed. */
        InHand about(Dossier changed);

        @Override
        default String requestId() {
            return dossier().requestId();
        }

        @Override
        default int version() {
            return dossier().version();
        }
    }

    /** The suppliers' coordinators look whether the request has come to the right place. */
    record Triage(Dossier dossier, Proposal proposal, Tasks tasks, Instant stirredAt) implements InHand {
        public Triage {
            requireNonNull(dossier);
            requireNonNull(proposal);
            requireNonNull(tasks);
            requireNonNull(stirredAt);
        }

        @Override
        public Triage with(Tasks changed, Instant at) {
            return new Triage(dossier, proposal, changed, at);
        }

        @Override
        public Triage about(Dossier changed) {
            return new Triage(changed, proposal, tasks, stirredAt);
        }
    }

    /** Those whose yes or view is needed are asked, stage by stage. */
    record Approving(Dossier dossier, Proposal proposal, Tasks tasks, Instant stirredAt) implements InHand {
        public Approving {
            requireNonNull(dossier);
            requireNonNull(proposal);
            requireNonNull(tasks);
            requireNonNull(stirredAt);
        }

        @Override
        public Approving with(Tasks changed, Instant at) {
            return new Approving(dossier, proposal, changed, at);
        }

        @Override
        public Approving about(Dossier changed) {
            return new Approving(changed, proposal, tasks, stirredAt);
        }
    }

    /** Changes were asked for, and the department's next version is awaited. */
    record Returned(Dossier dossier, Tasks tasks, Instant stirredAt) implements InHand {
        public Returned {
            requireNonNull(dossier);
            requireNonNull(tasks);
            requireNonNull(stirredAt);
        }

        @Override
        public Returned with(Tasks changed, Instant at) {
            return new Returned(dossier, changed, at);
        }

        @Override
        public Returned about(Dossier changed) {
            return new Returned(changed, tasks, stirredAt);
        }
    }

    /** Everybody has agreed, and the parties sign the frozen document. */
    record Signing(Dossier dossier, Memorandum memorandum, Tasks tasks, Instant stirredAt) implements InHand {
        public Signing {
            requireNonNull(dossier);
            requireNonNull(memorandum);
            requireNonNull(tasks);
            requireNonNull(stirredAt);
        }

        @Override
        public Signing with(Tasks changed, Instant at) {
            return new Signing(dossier, memorandum, changed, at);
        }

        @Override
        public Signing about(Dossier changed) {
            return new Signing(changed, memorandum, tasks, stirredAt);
        }
    }

    /** The arrangement is in force. The answers stay, so that the same answer twice is known again. */
    record Live(Outline outline, Arrangement arrangement, List<Answer> answers) implements Share {
        public Live {
            requireNonNull(outline);
            requireNonNull(arrangement);
            answers = Tasks.orEmpty(answers);
        }

        @Override
        public String requestId() {
            return outline.requestId();
        }

        @Override
        public int version() {
            return outline.version();
        }
    }

    /** The case is over, and a short line is all that is kept of it here. */
    record Closed(Outline outline, How how) implements Share {

        /** How a case can end. */
        public enum How {
            REJECTED, WITHDRAWN, LAPSED, REFUSED, EXPIRED
        }

        public Closed {
            requireNonNull(outline);
            requireNonNull(how);
        }

        @Override
        public String requestId() {
            return outline.requestId();
        }

        @Override
        public int version() {
            return outline.version();
        }
    }

    /**
     * What is kept of a case that needs nobody any more.
     *
     * @param requestId      the case
     * @param organisationId who asked
     * @param externalRef    their own reference
     * @param version        the version that was reached
     */
    record Outline(String requestId, String organisationId, ExternalRef externalRef, int version) {
        public Outline {
            requireNonNull(requestId);
            requireNonNull(organisationId);
            requireNonNull(externalRef);
        }
    }

    /**
     * What somebody answered.
     *
     * @param taskId  to which task
     * @param by      personId
     * @param outcome what they decided; empty for a signature
     */
    record Answer(String taskId, String by, Optional<Outcome> outcome) {
        public Answer {
            requireNonNull(taskId);
            requireNonNull(by);
            requireNonNull(outcome);
        }
    }
}
