package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;

/** The process alone, with everything around it in memory: quick enough for millions of messages. It does not chain its log. */
final class PureHub implements SimulatedHub {

    private final ShareProcess process;
    private final TreeMap<String, Share> shares = new TreeMap<>();
    private final Set<String> handled = new HashSet<>();
    private boolean breaksDown;

    PureHub(ShareProcess process) {
        this.process = process;
    }

    @Override
    public void breaksDownAt(int effect) {
        breaksDown = true;
    }

    @Override
    public List<RecordedEvent> handles(Message message, Instant now) {
        if (!handled.add(message.id())) {
            return List.of();
        }
        var share = share(message.command().requestId());
        return record(share, decided(() -> process.decide(share, message.command(), now)), now);
    }

    private List<ShareEvent> decided(Supplier<Decision> decide) {
        return again(() -> decide.get() instanceof Decision.Happened(var events) ? events : List.of());
    }

    /** What a hub that broke down had begun, the next one does in exactly the same way. */
    private List<ShareEvent> again(Supplier<List<ShareEvent>> work) {
        List<ShareEvent> events = work.get();
        if (breaksDown) {
            assertThat(work.get()).isEqualTo(events);
            breaksDown = false;
        }
        return events;
    }

    @Override
    public List<RecordedEvent> sweeps(Instant now) {
        var due = shares.values().stream()
                .filter(share -> process.nextDeadline(share).filter(at -> !at.isAfter(now)).isPresent()).toList();
        List<RecordedEvent> all = new ArrayList<>();
        due.forEach(share -> all.addAll(record(share, again(() -> process.timePassed(share, now)), now)));
        return all;
    }

    private List<RecordedEvent> record(Share share, List<ShareEvent> events, Instant now) {
        List<RecordedEvent> recorded = new ArrayList<>();
        Share stands = share;
        for (ShareEvent event : events) {
            stands = Evolution.evolve(stands, event, now);
            recorded.add(new RecordedEvent(stands.requestId(), stands.version(), 0, now, RecordedEvent.FIRST, event));
        }
        shares.put(stands.requestId(), stands);
        return recorded;
    }

    @Override
    public Share share(String requestId) {
        return shares.computeIfAbsent(requestId, Share.Unseen::new);
    }

    @Override
    public Optional<Instant> wakesAt(String requestId) {
        return process.nextDeadline(share(requestId));
    }
}
