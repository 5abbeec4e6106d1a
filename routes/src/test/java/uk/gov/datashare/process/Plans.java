package uk.gov.datashare.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Absence;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.Role;

/** Plans for tests: who is asked, in a few words. People are named after their role: {@code asker.lead}, {@code holder.dpo}. */
final class Plans {

    static final String ASKER = "department-for-asking";
    static final String HOLDER = "holding-agency";

    private final List<PlannedTask> tasks = new ArrayList<>();

    /** T1 lead, T2 owner, T3 and T4 the two signatories: the least that a share can need. */
    static ApprovalPlan small() {
        return new Plans().lead().owner().signatories().plan();
    }

    /** The same for organisations that have this rule for absences. */
    static ApprovalPlan small(Absence absence) {
        var plan = new Plans().lead().owner().signatories();
        plan.tasks.replaceAll(t -> new PlannedTask(t.taskId(), t.organisationId(), t.side(), t.role(), t.mode(),
                t.stage(), t.assignee(), t.backups(), t.escalation(), t.vacant(), t.floor(), t.slaWorkingDays(),
                t.calendar(), Optional.of(absence), t.reasons()));
        return plan.plan();
    }

    /** T1 coordinator, T2 lead, T3 owner, T4 DPO's view, T5 lawyer, T6 finance told, T7 risk owner, T8 and T9 signatories. */
    static ApprovalPlan full() {
        return new Plans().coordinator()
                .lead()
                .owner()
                .add(HOLDER, Side.SUPPLIER, Role.DPO, Mode.ADVISORY, Stage.EXPERT, "holder.dpo", true, 10)
                .add(HOLDER, Side.SUPPLIER, Role.LEGAL, Mode.BINDING, Stage.EXPERT, "holder.legal", true, 10)
                .add(HOLDER, Side.SUPPLIER, Role.FINANCE, Mode.NOTIFY_ONLY, Stage.EXPERT, "holder.finance", false, 10)
                .add(HOLDER, Side.SUPPLIER, Role.SIRO, Mode.BINDING, Stage.RISK, "holder.siro", true, 10)
                .signatories()
                .plan();
    }

    Plans coordinator() {
        return add(HOLDER, Side.SUPPLIER, Role.DATA_COORDINATOR, Mode.NOTIFY_ONLY, Stage.TRIAGE, "holder.coordinator",
                false, 3);
    }

    Plans lead() {
        return add(ASKER, Side.ACQUIRER, Role.DATA_SHARE_LEAD, Mode.BINDING, Stage.CONFIRM, "asker.lead", true, 5);
    }

    Plans owner() {
        return add(HOLDER, Side.SUPPLIER, Role.DATA_OWNER, Mode.BINDING, Stage.OWNER, "holder.owner", true, 10);
    }

    Plans signatories() {
        return add(ASKER, Side.ACQUIRER, Role.SIGNATORY, Mode.BINDING, Stage.SIGN, "asker.signatory", true, 5)
                .add(HOLDER, Side.SUPPLIER, Role.SIGNATORY, Mode.BINDING, Stage.SIGN, "holder.signatory", true, 5);
    }

    Plans add(String organisation, Side side, Role role, Mode mode, Stage stage, String person, boolean floor,
            int days) {
        String escalation = organisation.equals(ASKER) ? "asker.chief" : "holder.chief";
        return add(new PlannedTask("T" + (tasks.size() + 1), organisation, side, role, mode, stage, person,
                List.of(person + ".backup"), escalation, false, floor, days, Calendar.ENGLAND_AND_WALES,
                Optional.empty(),
                List.of(new Reason("R00", 1, "Because this is a test", "No law", Map.of("fact", "true")))));
    }

    Plans add(PlannedTask task) {
        tasks.add(task);
        return this;
    }

    /** The last task again with nobody to stand in for its holder but themselves: a vacant role. */
    Plans vacant() {
        var t = tasks.removeLast();
        return add(new PlannedTask(t.taskId(), t.organisationId(), t.side(), t.role(), t.mode(), t.stage(),
                t.escalation(), List.of(), t.escalation(), true, t.floor(), t.slaWorkingDays(), t.calendar(),
                t.absence(),
                t.reasons()));
    }

    ApprovalPlan plan() {
        return new ApprovalPlan("test-rules-1", 1, tasks);
    }
}
