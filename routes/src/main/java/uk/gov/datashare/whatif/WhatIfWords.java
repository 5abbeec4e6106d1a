package uk.gov.datashare.whatif;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.contracts.WhatIfAnswer.Change;

/** An answer as plain text, for people at a terminal. */
public final class WhatIfWords {

    private WhatIfWords() {}

    /** The answer, in lines. */
    public static String of(WhatIfAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(switch (answer.outcome()) {
            case WOULD_BE_ASKED -> "This request would be taken, and these would be asked.";
            case WOULD_COME_BACK -> "This request would come back: it has errors.";
            case WOULD_BE_REFUSED -> "The hub could not carry this request.";
        });
        answer.refusal().ifPresent(lines::add);
        answer.problems().forEach(problem -> lines.add(problem.severity() + " " + problem.rule() + " at "
                + (problem.pointer().isEmpty() ? "the whole" : problem.pointer()) + ": " + problem.message()
                + problem.fix().map(fix -> " " + fix).orElse("")));
        answer.corrected().ifPresent(_ -> lines.add("A corrected message is in the JSON form of this answer."));
        answer.plan().ifPresent(plan -> plan.tasks().forEach(task -> lines.add(task(task))));
        answer.fewerApprovals().forEach(change -> lines.add(change(change)));
        answer.precedents().forEach(precedent -> lines.add("Precedent " + precedent.arrangementId() + ", "
                + precedent.title() + (precedent.covers() ? ": it covers this already" : "")));
        answer.forecast().ifPresent(forecast -> lines.add(forecast.words()));
        return String.join("\n", lines) + "\n";
    }

    private static String task(PlannedTask task) {
        String how = task.mode() == Mode.NOTIFY_ONLY ? "is told" : "is asked (" + task.mode() + ")";
        return task.stage() + ": " + task.organisationId() + ", " + task.role().words() + ", " + how + ", "
                + task.slaWorkingDays() + " working days. "
                + task.reasons().stream().map(WhatIfWords::reason).collect(joining(" "));
    }

    private static String reason(Reason reason) {
        return reason.text() + " [" + reason.ruleId() + "; " + reason.citation() + reason.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> "; " + fact.getKey() + ": " + fact.getValue()).collect(joining()) + "]";
    }

    private static String change(Change change) {
        return "Fewer approvals: " + String.join(" And: ", change.edits()) + " Then not asked: "
                + change.removes().stream().map(one -> one.organisationId() + ", " + one.role().words())
                        .collect(joining("; "))
                + ". " + change.workingDaysFewer() + " working days fewer, "
                + switch (change.basis()) {
                    case HISTORY -> "by this hub's history.";
                    case TIME_ALLOWED -> "by the time that people are given.";
                };
    }
}
