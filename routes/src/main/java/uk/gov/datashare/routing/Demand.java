package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.RuleFile.Hurry;

/**
 * That an organisation is to be asked in a role, before it is known who that is.
 *
 * @param within working days for the answer, where the case cannot wait
 */
record Demand(Whom whom, Mode mode, Stage stage, boolean floor, Optional<Integer> within, List<Reason> reasons) {

    static final Comparator<Demand> IN_ORDER = Comparator.comparing(Demand::stage)
            .thenComparing(demand -> demand.whom().side())
            .thenComparing(demand -> demand.whom().organisation().id())
            .thenComparing(demand -> demand.whom().role())
            .thenComparing(demand -> demand.whom().owner().orElse(""));

    /**
     * Whose question it is; two demands for the same are one task.
     *
     * @param owner personId of the asset's own owner, where it has one
     */
    record Whom(Organisation organisation, Side side, Role role, Optional<String> owner) {}

    /** One demand for what both ask: the stronger mode, the earlier stage, every reason. */
    Demand with(Demand other) {
        var all = new ArrayList<>(reasons);
        other.reasons.stream().filter(reason -> !all.contains(reason)).forEach(all::add);
        return new Demand(whom, mode.compareTo(other.mode) <= 0 ? mode : other.mode,
                stage.compareTo(other.stage) <= 0 ? stage : other.stage, floor || other.floor,
                within.or(() -> other.within), List.copyOf(all));
    }

    /**
     * This demand with what an organisation's own rule adds: a stronger mode and a reason. Its stage stays, so that nobody
     * decides before those have advised whom they wait for.
     */
    Demand raised(Demand own) {
        Demand both = with(own);
        return new Demand(whom, both.mode, stage, floor, both.within, both.reasons);
    }

    /** The same in a case that cannot wait; those who sign keep their time. */
    Demand hurried(Hurry hurry) {
        return stage == Stage.SIGN
                ? this
                : new Demand(whom, mode, hurry.stage(stage), floor, Optional.of(hurry.workingDays()), reasons);
    }

    /** The same for who is told once the share is agreed, and not waited for. */
    Demand afterwards(Hurry hurry) {
        List<Reason> late = reasons.stream().map(reason -> new Reason(reason.ruleId(), reason.ruleVersion(),
                hurry.afterwards() + " " + reason.text(), reason.citation(), reason.facts())).toList();
        return new Demand(whom, Mode.NOTIFY_ONLY, Stage.SIGN, false, Optional.empty(), late);
    }
}
