package uk.gov.datashare.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

/** Gauges whose labels come and go: each is set as a whole. Labels are organisations, groups, routes and states, never a case or a person. */
final class Gauges {

    private static final String SECONDS = "seconds";

    private final MeterRegistry meters;
    private final Map<String, MultiGauge> byName = new ConcurrentHashMap<>();

    Gauges(MeterRegistry meters) {
        this.meters = requireNonNull(meters);
    }

    /** Numbers by a label. */
    void numbers(String name, String says, String label, Map<String, ? extends Number> values) {
        set(byName.computeIfAbsent(name, _ -> MultiGauge.builder(name).description(says).register(meters)), label,
                values);
    }

    /** Spans of time by a label, in seconds. */
    void ages(String name, String says, String label, Map<String, ? extends Number> seconds) {
        set(byName.computeIfAbsent(name,
                _ -> MultiGauge.builder(name).description(says).baseUnit(SECONDS).register(meters)), label, seconds);
    }

    private static void set(MultiGauge gauge, String label, Map<String, ? extends Number> values) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        values.forEach((value, number) -> rows.add(MultiGauge.Row.of(Tags.of(label, value), number)));
        gauge.register(rows, true);
    }
}
