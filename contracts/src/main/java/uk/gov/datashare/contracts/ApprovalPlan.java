package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who must be asked about a version of a request, in which order, and why: what the routing rules made of it.
 *
 * @param rulesVersion    which rules were applied
 * @param registryVersion which state of the registry they were applied to
 * @param tasks           everybody who is asked, told or must sign
 */
public record ApprovalPlan(String rulesVersion, long registryVersion, List<PlannedTask> tasks) {

    /**
     * One person to ask.
     *
     * @param taskId         {@code T1}, {@code T2}, ... in the order of the plan, unique in the request's version
     * @param organisationId for which organisation
     * @param side           on which side of the share
     * @param role           in which role
     * @param mode           how much the answer counts
     * @param stage          when they are asked
     * @param assignee       personId of who is asked
     * @param backups        personIds of who is asked next, in order
     * @param escalation     personId of who is asked at last
     * @param vacant         whether nobody holds the role, so that the escalation contact stands in
     * @param floor          whether law or policy leaves no choice: no agreement without it
     * @param slaWorkingDays working days for an answer, on the organisation's own calendar
     * @param calendar       whose bank holidays count
     * @param absence        the organisation's own rule for who is away or not reached; empty for {@link Absence#USUAL}
     * @param reasons        why this holder is asked
     * @param covers         what of the proposal their answer is about; empty for all of it
     */
    public record PlannedTask(String taskId, String organisationId, Side side, Role role, Mode mode, Stage stage,
            String assignee, List<String> backups, String escalation, boolean vacant, boolean floor, int slaWorkingDays,
            Organisation.Calendar calendar, Optional<Absence> absence, List<Reason> reasons,
            List<Section> covers) {
        public PlannedTask {
            requireNonNull(taskId);
            requireNonNull(organisationId);
            requireNonNull(side);
            requireNonNull(role);
            requireNonNull(mode);
            requireNonNull(stage);
            requireNonNull(assignee);
            backups = Absent.orEmpty(backups);
            requireNonNull(escalation);
            requireNonNull(calendar);
            requireNonNull(absence);
            reasons = Absent.orEmpty(reasons);
            covers = Absent.orEmpty(covers);
        }

        /** A task whose holder looks at what holders of their role look at. */
        public PlannedTask(String taskId, String organisationId, Side side, Role role, Mode mode, Stage stage,
                String assignee, List<String> backups, String escalation, boolean vacant, boolean floor,
                int slaWorkingDays, Organisation.Calendar calendar, Optional<Absence> absence, List<Reason> reasons) {
            this(taskId, organisationId, side, role, mode, stage, assignee, backups, escalation, vacant, floor,
                    slaWorkingDays, calendar, absence, reasons, Section.coveredBy(role));
        }

        /** What of the proposal the answer is about; all of it where the plan does not say. */
        public List<Section> covered() {
            return covers.isEmpty() ? List.of(Section.values()) : covers;
        }
    }

    /** On which side of the share somebody stands. */
    public enum Side {
        ACQUIRER, SUPPLIER, OTHER_RECIPIENT, CENTRAL
    }

    /** How much an answer counts. */
    public enum Mode {
        /** Without a yes there is no agreement, and a no ends the request. */
        BINDING,
        /** A view that is recorded and shown; the stage waits for it until it is due, and then goes on without. */
        ADVISORY,
        /** Told, not asked. */
        NOTIFY_ONLY
    }

    /**
     * Stages in their order; a stage opens when every binding task of the stages before it is approved. A minister is one of
     * the bodies beyond the parties, and is asked once the others have agreed.
     */
    public enum Stage {
        TRIAGE, CONFIRM, OWNER, EXPERT, RISK, EXTERNAL, MINISTER, SIGN
    }

    /**
     * Why somebody is asked.
     *
     * @param ruleId      the rule
     * @param ruleVersion its version
     * @param text        why, in words for the person asked
     * @param citation    where it is laid down
     * @param facts       the facts that made the rule apply
     */
    public record Reason(String ruleId, int ruleVersion, String text, String citation, Map<String, String> facts) {
        public Reason {
            requireNonNull(ruleId);
            requireNonNull(text);
            requireNonNull(citation);
            facts = Absent.orEmpty(facts);
        }
    }

    public ApprovalPlan {
        requireNonNull(rulesVersion);
        tasks = Absent.orEmpty(tasks);
    }
}
