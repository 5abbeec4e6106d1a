package uk.gov.datashare.monitoring;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import uk.gov.datashare.cases.CaseListener;
import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.TaskSoFar;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** What is open and for how long, and how cases have ended, from the events alone. */
final class OpenTasks implements CaseListener {

    /**
     * A task that waits for somebody.
     *
     * @param organisation whose task it is
     * @param since        when somebody was first asked
     * @param due          until when they have time
     */
    record Open(String organisation, Instant since, Instant due) {}

    /** An open case. */
    private record Case(State state, Map<String, Open> tasks) {}

    private final Map<String, Case> open = new ConcurrentHashMap<>();
    private final Map<State, Long> ends = new EnumMap<>(State.class);

    @Override
    public void changed(CaseSoFar now) {
        throw new UnsupportedOperationException("When that was is needed too");
    }

    @Override
    public void changed(CaseSoFar now, Envelope<RecordedEvent> event) {
        if (now.isOver()) {
            // Whatever is heard of a case after its end is not another end: only its first event, or one that closes an open
            // case, is.
            if (open.remove(now.requestId()) != null || now.sequence() == 1) {
                ended(now.state());
            }
            return;
        }
        Map<String, Open> before = Optional.ofNullable(open.get(now.requestId())).map(Case::tasks).orElse(Map.of());
        open.put(now.requestId(), new Case(now.state(), now.tasks().values().stream().filter(TaskSoFar::isAwaited)
                .collect(toUnmodifiableMap(task -> key(now, task), task -> new Open(task.plan().organisationId(),
                        Optional.ofNullable(before.get(key(now, task))).map(Open::since).orElse(event.time()),
                        task.dueAt().orElse(event.time()))))));
    }

    private synchronized void ended(State how) {
        ends.merge(how, 1L, Long::sum);
    }

    private static String key(CaseSoFar now, TaskSoFar task) {
        return now.version() + task.plan().taskId();
    }

    /** How many cases have ended, by how. */
    synchronized Map<State, Long> ends() {
        return Map.copyOf(ends);
    }

    /** Where open cases stand. */
    Collection<State> states() {
        return open.values().stream().map(Case::state).toList();
    }

    /** Every task that waits for somebody. */
    List<Open> tasks() {
        return open.values().stream().flatMap(each -> each.tasks().values().stream()).toList();
    }
}
