package uk.gov.datashare.process.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.oracle.Part.Status;

/** Which yeses the oracle expects to be carried from one version to the next. */
final class Carrying {

    private final Table table;

    Carrying(Table table) {
        this.table = table;
    }

    void carry(List<Part> before, Map<Section, String> old, SubmitRequest was) {
        for (Part part : table.parts) {
            match(before, part)
                    .filter(earlier -> earlier.status == Status.DECIDED && isKind(was) && isAskedTheSame(earlier, part)
                            && isNobodyElse(earlier.by, part))
                    .ifPresent(earlier -> carry(earlier, part, old));
        }
    }

    private boolean isKind(SubmitRequest was) {
        var is = table.request();
        return was.requestType() == is.requestType() && was.relatedArrangementId().equals(is.relatedArrangementId())
                && was.accompaniment().equals(is.accompaniment())
                && was.proposal().security().sensitive() == is.proposal().security().sensitive();
    }

    private Optional<Part> match(List<Part> before, Part part) {
        var old = before.stream().filter(other -> isSamePost(other.task, part.task)).toList();
        var now = table.parts.stream().filter(other -> isSamePost(other.task, part.task)).toList();
        if (old.size() > 1 || now.size() > 1) {
            old = old.stream().filter(other -> other.task.assignee().equals(part.task.assignee())).toList();
            now = now.stream().filter(other -> other.task.assignee().equals(part.task.assignee())).toList();
        }
        return old.size() == 1 && now.size() == 1 ? Optional.of(old.getFirst()) : Optional.empty();
    }

    private static boolean isSamePost(PlannedTask one, PlannedTask other) {
        return one.stage() == other.stage() && one.organisationId().equals(other.organisationId())
                && one.role() == other.role() && one.side() == other.side();
    }

    private static boolean isAskedTheSame(Part was, Part is) {
        return !is.isSignature() && !is.isOnlyTold() && was.task.mode().compareTo(is.task.mode()) <= 0
                && was.task.covered().containsAll(is.task.covered()) && rules(was).containsAll(rules(is));
    }

    private static Set<String> rules(Part part) {
        return part.task.reasons().stream().map(Reason::ruleId).collect(Collectors.toSet());
    }

    private boolean isNobodyElse(String person, Part part) {
        return table.parts.stream()
                .noneMatch(other -> !other.isOnlyTold() && other.task.assignee().equals(person)
                        && other.task.role() != part.task.role());
    }

    private void carry(Part was, Part is, Map<Section, String> old) {
        Outcome said = was.outcome.orElseThrow();
        var covers = said == Outcome.APPROVE_WITH_CONDITIONS ? List.of(Section.values()) : is.task.covered();
        boolean same = covers.stream().allMatch(section -> old.containsKey(section)
                && String.valueOf(old.get(section)).equals(table.sections.get(section)));
        Optional<Outcome> outcome = outcome(said, is);
        if (same && outcome.isPresent()) {
            table.write("carried", is.id(), was.by, outcome, was.comment, was.fromVersion, was.fromTask,
                    was.fromHash, was.fromEvidence, was.decidedAt, covers.size());
            is.end(Status.DECIDED);
            is.by = was.by;
            is.outcome = outcome;
            is.comment = was.comment;
            is.decidedAt = was.decidedAt;
            is.fromVersion = was.fromVersion;
            is.fromTask = was.fromTask;
            is.fromHash = was.fromHash;
            is.fromEvidence = was.fromEvidence;
        }
    }

    private static Optional<Outcome> outcome(Outcome said, Part part) {
        if (said == Outcome.APPROVE) {
            return Optional.of(part.isView() ? Outcome.NO_OBJECTION : said);
        }
        boolean view = said == Outcome.NO_OBJECTION;
        return Optional.of(said).filter(it -> it == Outcome.APPROVE_WITH_CONDITIONS || view)
                .filter(_ -> view == part.isView());
    }
}
