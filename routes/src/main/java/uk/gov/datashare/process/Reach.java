package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import uk.gov.datashare.process.Task.Holding;
import uk.gov.datashare.process.Task.Open;
import uk.gov.datashare.process.Task.Queried;

/** What mail tells of how a task's holder can be reached: away until a day, letters that come back for now, a word from them. */
final class Reach {

    private Reach() {}

    /** They are away. */
    static Task.State away(Task task, String person, Away away) {
        return of(task, person, h -> with(h, Optional.of(away), h.putOff()));
    }

    /** A letter to them came back, for good or for now. */
    static Task.State putOff(Task task, String person, Instant at) {
        return of(task, person, h -> with(h, h.away(), Stream.concat(h.putOff().stream(), Stream.of(at)).toList()));
    }

    /** They wrote themselves, so that letters reach them and they are there. */
    static Task.State heard(Task task, String person) {
        return of(task, person, h -> with(h, Optional.empty(), List.of()));
    }

    /** They were reminded; whoever was to be back by then is. */
    static Task.State reminded(Task task, int percent) {
        return of(task, h -> new Holding(h.holder(), h.tokenDigest(), h.since(), h.dueAt(),
                Math.max(h.reminded(), percent), h.asked(), h.silences(),
                h.away().filter(away -> away.until().isEmpty()), h.putOff()));
    }

    private static Holding with(Holding h, Optional<Away> away, List<Instant> putOff) {
        return new Holding(h.holder(), h.tokenDigest(), h.since(), h.dueAt(), h.reminded(), h.asked(), h.silences(),
                away, putOff);
    }

    private static Task.State of(Task task, String person, UnaryOperator<Holding> change) {
        return of(task, h -> h.holder().equals(person) ? change.apply(h) : h);
    }

    private static Task.State of(Task task, UnaryOperator<Holding> change) {
        return switch (task.state()) {
            case Open(var holding) -> new Open(change.apply(holding));
            case Queried(var holding, var question) -> new Queried(change.apply(holding), question);
            case Task.State other -> other;
        };
    }
}
