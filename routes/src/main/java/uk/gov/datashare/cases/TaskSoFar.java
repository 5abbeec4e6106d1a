package uk.gov.datashare.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;

/**
 * A task as it stands.
 *
 * @param plan     who was to be asked, and why
 * @param standing how far it is
 * @param holder   personId of whom it is with; empty before it is put before anybody
 * @param dueAt    until when they have time; empty for who is told and not asked
 * @param question what the holder wants to know first, while that is open
 * @param carriedFrom the earlier version whose yes counts for this one too, if one does
 */
public record TaskSoFar(PlannedTask plan, Standing standing, Optional<String> holder, Optional<Instant> dueAt,
        Optional<Question> question, Optional<Integer> carriedFrom) {

    /** How far a task is. */
    public enum Standing {
        /** Its stage has not opened. */
        WAITING,
        /** Its holder has been asked. */
        OPEN,
        /** Its holder has been told, and need not answer. */
        TOLD,
        /** Its holder has answered. */
        DECIDED,
        /** It is over without an answer. */
        CLOSED
    }

    /**
     * A question that a task waits for.
     *
     * @param text    the question
     * @param askedOf personId of who shall answer
     */
    public record Question(String text, String askedOf) {
        public Question {
            requireNonNull(text);
            requireNonNull(askedOf);
        }
    }

    public TaskSoFar {
        requireNonNull(plan);
        requireNonNull(standing);
        requireNonNull(holder);
        requireNonNull(dueAt);
        requireNonNull(question);
        requireNonNull(carriedFrom);
    }

    /** A task of a plan, before anybody has been asked. */
    static TaskSoFar planned(PlannedTask plan) {
        return new TaskSoFar(plan, Standing.WAITING, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** Whether somebody's answer is awaited: a coordinator's too, who is only told in the plan's words, and may answer. */
    public boolean isAwaited() {
        return standing == Standing.OPEN;
    }

    /** Whether it waits for the answer to a question and there is no agreement without its holder's yes. */
    boolean holdsUp() {
        return question.isPresent() && plan.mode() == Mode.BINDING && plan.stage() != Stage.TRIAGE;
    }

    TaskSoFar with(String newHolder, Instant newDueAt) {
        return new TaskSoFar(plan, Standing.OPEN, Optional.of(newHolder), Optional.of(newDueAt), Optional.empty(),
                carriedFrom);
    }

    TaskSoFar told(String whom) {
        return new TaskSoFar(plan, Standing.TOLD, Optional.of(whom), Optional.empty(), Optional.empty(), carriedFrom);
    }

    TaskSoFar asking(Question open) {
        return new TaskSoFar(plan, standing, holder, dueAt, Optional.of(open), carriedFrom);
    }

    TaskSoFar answered(Instant newDueAt) {
        return new TaskSoFar(plan, standing, holder, Optional.of(newDueAt), Optional.empty(),
                carriedFrom);
    }

    TaskSoFar over(Standing how) {
        return new TaskSoFar(plan, how, holder, dueAt, Optional.empty(), carriedFrom);
    }

    TaskSoFar carried(int fromVersion) {
        return new TaskSoFar(plan, Standing.DECIDED, holder, dueAt, Optional.empty(), Optional.of(fromVersion));
    }
}
