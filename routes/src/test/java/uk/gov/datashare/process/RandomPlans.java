package uk.gov.datashare.process;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import uk.gov.datashare.contracts.Absence;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.Role;

/** Plans by chance: some of the usual ones, and some that no rules would make. */
final class RandomPlans {

    private static final Stage[] BEFORE_SIGNING = {Stage.TRIAGE, Stage.CONFIRM, Stage.OWNER, Stage.EXPERT, Stage.RISK,
            Stage.EXTERNAL, Stage.MINISTER};

    private RandomPlans() {}

    static ApprovalPlan any(RandomGenerator luck) {
        return switch (luck.nextInt(4)) {
            case 0 -> Plans.small();
            case 1 -> Plans.full();
            default -> odd(luck);
        };
    }

    private static ApprovalPlan odd(RandomGenerator luck) {
        var plans = new Plans();
        int others = luck.nextInt(1, 6);
        for (int i = 1; i <= others; i++) {
            plans.add(task(luck, i));
        }
        return plans.lead().signatories().plan();
    }

    private static PlannedTask task(RandomGenerator luck, int number) {
        String person = "person." + number;
        boolean vacant = luck.nextInt(4) == 0;
        List<String> backups = List.of("backup.1", "backup.2").subList(0, vacant ? 0 : luck.nextInt(3));
        return new PlannedTask("T" + number, Plans.HOLDER, Side.SUPPLIER, one(luck, Role.values()),
                one(luck, Mode.values()), one(luck, BEFORE_SIGNING),
                vacant ? "holder.chief" : person, backups, "holder.chief", vacant, luck.nextBoolean(),
                luck.nextInt(1, 13), one(luck, Calendar.values()), absence(luck), List.of());
    }

    private static Optional<Absence> absence(RandomGenerator luck) {
        return luck.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Absence(one(luck, Absence.Moves.values()), luck.nextInt(Absence.MOST_WAITED + 1)));
    }

    private static <T> T one(RandomGenerator luck, T[] of) {
        return of[luck.nextInt(of.length)];
    }
}
