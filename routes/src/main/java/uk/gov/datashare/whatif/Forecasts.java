package uk.gov.datashare.whatif;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.WhatIfAnswer.Forecast;
import uk.gov.datashare.contracts.WhatIfAnswer.Pace;
import uk.gov.datashare.contracts.WhatIfAnswer.StageForecast;

/**
 * How long a plan might take: in a stage all are asked at the same time, and the slowest decides; stages follow each other. It is
 * computed from the whole spread of the times that are known, not from their medians, which do not add up.
 */
final class Forecasts {

    /** Of fewer answers than this, nothing is concluded. */
    static final int LEAST_SAMPLES = 5;
    private static final double HALF = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    private final History history;

    Forecasts(History history) {
        this.history = history;
    }

    /** How fast somebody is, as far as it is known. */
    private record Known(Pace pace, Optional<Days> days) {}

    Forecast of(ApprovalPlan plan) {
        List<StageForecast> stages = new ArrayList<>();
        Optional<Days> all = Optional.of(Days.none());
        for (Map.Entry<Stage, List<PlannedTask>> stage : waitedFor(plan).entrySet()) {
            List<Known> known = stage.getValue().stream().map(this::known).toList();
            Optional<Days> longest = together(known);
            stages.add(new StageForecast(stage.getKey(), percentile(longest, HALF), percentile(longest, NINE_OF_TEN),
                    allowed(stage.getValue()), known.stream().map(Known::pace).distinct().toList()));
            all = all.flatMap(soFar -> longest.map(soFar::then));
        }
        int allowed = stages.stream().mapToInt(StageForecast::timeAllowed).sum();
        Optional<Integer> half = percentile(all, HALF);
        Optional<Integer> nineOfTen = percentile(all, NINE_OF_TEN);
        return new Forecast(half, nineOfTen, allowed, LEAST_SAMPLES, stages, words(half, nineOfTen, allowed, stages));
    }

    /** Everybody whose answer a stage waits for; who is only told costs no time. */
    private static Map<Stage, List<PlannedTask>> waitedFor(ApprovalPlan plan) {
        Map<Stage, List<PlannedTask>> stages = new EnumMap<>(Stage.class);
        plan.tasks().stream()
                .filter(task -> task.mode() != Mode.NOTIFY_ONLY)
                .forEach(task -> stages.computeIfAbsent(task.stage(), _ -> new ArrayList<>()).add(task));
        return stages;
    }

    private static Optional<Days> together(List<Known> known) {
        Optional<Days> longest = Optional.of(Days.none());
        for (Known one : known) {
            longest = longest.flatMap(soFar -> one.days().map(soFar::beside));
        }
        return longest;
    }

    private Known known(PlannedTask task) {
        Map<Integer, Integer> own = history.of(task.organisationId(), task.role());
        if (samples(own) >= LEAST_SAMPLES) {
            return known(task, Pace.Of.ORGANISATION, own);
        }
        Map<Integer, Integer> anywhere = history.of(task.role());
        return samples(anywhere) >= LEAST_SAMPLES
                ? known(task, Pace.Of.ROLE_ANYWHERE, anywhere)
                : new Known(new Pace(task.organisationId(), task.role(), Pace.Of.TOO_LITTLE_HISTORY, samples(anywhere),
                        Optional.empty(), Optional.empty()), Optional.empty());
    }

    private static Known known(PlannedTask task, Pace.Of whose, Map<Integer, Integer> counts) {
        Days days = Days.observed(counts);
        return new Known(new Pace(task.organisationId(), task.role(), whose, samples(counts),
                Optional.of(days.percentile(HALF)), Optional.of(days.percentile(NINE_OF_TEN))), Optional.of(days));
    }

    private static int samples(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int allowed(List<PlannedTask> tasks) {
        return tasks.stream().mapToInt(PlannedTask::slaWorkingDays).max().orElse(0);
    }

    private static Optional<Integer> percentile(Optional<Days> days, double share) {
        return days.map(known -> known.percentile(share));
    }

    private static String words(Optional<Integer> half, Optional<Integer> nineOfTen, int allowed,
            List<StageForecast> stages) {
        String usual = "Where everybody uses the whole time that they are given, and nobody more, it takes " + allowed
                + " working days.";
        if (half.isPresent() && nineOfTen.isPresent()) {
            return "By this hub's own history, half of such requests are signed within " + half.get()
                    + " working days, and nine of ten within " + nineOfTen.get() + ". " + usual;
        }
        String unknown = stages.stream()
                .flatMap(stage -> stage.paces().stream())
                .filter(pace -> pace.of() == Pace.Of.TOO_LITTLE_HISTORY)
                .map(pace -> pace.role().words() + " (" + pace.samples() + ")")
                .distinct()
                .collect(joining(", "));
        return "There is too little history for a forecast: fewer than " + LEAST_SAMPLES
                + " answers are known of " + unknown + ". " + usual;
    }
}
