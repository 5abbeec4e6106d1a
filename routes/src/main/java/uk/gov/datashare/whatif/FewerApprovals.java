package uk.gov.datashare.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.WhatIfAnswer.Change;
import uk.gov.datashare.contracts.WhatIfAnswer.Forecast;
import uk.gov.datashare.contracts.WhatIfAnswer.Removed;

/**
 * Looks for the fewest changes with which somebody need not be asked: each change alone, and then each two together that do what
 * neither does alone. Only requests that the hub would still take count. It tries a bounded number of requests, in a fixed order.
 */
final class FewerApprovals {

    private static final int MOST_EDITS = 24;
    private static final int MOST_TOLD = 20;
    private static final Comparator<Change> MOST_USEFUL = Comparator
            .comparingInt((Change change) -> change.edits().size())
            .thenComparing(change -> change.removes().size(), Comparator.reverseOrder())
            .thenComparing(Change::workingDaysFewer, Comparator.reverseOrder());

    private final Function<ShareRequest, Optional<ApprovalPlan>> planned;
    private final Forecasts forecasts;

    /**
     * A search.
     *
     * @param planned who would be asked about a request; empty where it would not be taken
     */
    FewerApprovals(Function<ShareRequest, Optional<ApprovalPlan>> planned, Forecasts forecasts) {
        this.planned = planned;
        this.forecasts = forecasts;
    }

    /** An edit, and whom it spares alone. */
    private record Tried(Edit edit, Set<Removed> spared) {}

    /** Changes to a request about which these would be asked, the most useful first. */
    List<Change> of(ShareRequest request, ApprovalPlan plan) {
        Forecast now = forecasts.of(plan);
        List<Change> changes = new ArrayList<>();
        List<Tried> singles = new ArrayList<>();
        for (Edit edit : Edits.of(request.proposal()).stream().limit(MOST_EDITS).toList()) {
            Optional<Change> change = change(request, plan, now, List.of(edit));
            change.ifPresent(changes::add);
            singles.add(new Tried(edit, change.map(one -> Set.copyOf(one.removes())).orElse(Set.of())));
        }
        for (int first = 0; first < singles.size(); first++) {
            for (int second = first + 1; second < singles.size(); second++) {
                pair(request, plan, now, singles.get(first), singles.get(second)).ifPresent(changes::add);
            }
        }
        return changes.stream().sorted(MOST_USEFUL).limit(MOST_TOLD).toList();
    }

    private Optional<Change> pair(ShareRequest request, ApprovalPlan plan, Forecast now, Tried one, Tried other) {
        Set<Removed> alone = new LinkedHashSet<>(one.spared());
        alone.addAll(other.spared());
        return change(request, plan, now, List.of(one.edit(), other.edit()))
                .filter(both -> !alone.containsAll(both.removes()));
    }

    private Optional<Change> change(ShareRequest request, ApprovalPlan plan, Forecast now, List<Edit> edits) {
        return edited(request, edits).flatMap(planned).flatMap(after -> change(plan, after, now, edits));
    }

    private Optional<Change> change(ApprovalPlan before, ApprovalPlan after, Forecast now, List<Edit> edits) {
        Set<Removed> spared = asked(before);
        Set<Removed> left = asked(after);
        boolean asksMore = !spared.containsAll(left);
        spared.removeAll(left);
        if (asksMore || spared.isEmpty()) {
            return Optional.empty();
        }
        Forecast then = forecasts.of(after);
        Optional<Integer> fewer = now.median().flatMap(days -> then.median().map(less -> days - less));
        return Optional.of(new Change(edits.stream().map(Edit::words).toList(), List.copyOf(spared),
                fewer.orElse(now.timeAllowed() - then.timeAllowed()),
                fewer.isPresent() ? Change.Basis.HISTORY : Change.Basis.TIME_ALLOWED));
    }

    private static Set<Removed> asked(ApprovalPlan plan) {
        return plan.tasks().stream()
                .filter(task -> task.mode() != Mode.NOTIFY_ONLY)
                .map(task -> new Removed(task.organisationId(), task.role(), task.stage()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<ShareRequest> edited(ShareRequest request, List<Edit> edits) {
        ObjectNode copy = MessageJson.tree(MessageJson.write(request)).asObject();
        ObjectNode proposal = copy.withObject("proposal");
        try {
            return edits.stream().allMatch(edit -> edit.applied().test(proposal))
                    ? Optional.of(MessageJson.read(copy, ShareRequest.class))
                    : Optional.empty();
        } catch (JacksonException impossible) {
            return Optional.empty();
        }
    }
}
