package uk.gov.datashare.leavers;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import uk.gov.datashare.cases.CaseListener;
import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.Topics;

/**
 * The open cases, looked through again and again: so it does not matter whether the registry or the case changed last, and a
 * last day in a post passes without a message. The same finding is the same command, whichever hub makes it, and how often.
 */
final class OpenCases implements CaseListener {

    private static final URI SOURCE = URI.create("urn:datashare:hub:leavers");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Registry registry;
    private final InstantSource clock;
    private final Map<String, CaseSoFar> open = new ConcurrentHashMap<>();
    private final Set<String> reported = new HashSet<>();

    OpenCases(Registry registry, InstantSource clock) {
        this.registry = requireNonNull(registry);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void changed(CaseSoFar now) {
        if (now.isOver()) {
            open.remove(now.requestId());
        } else {
            open.put(now.requestId(), now);
        }
    }

    /** What there is to report that was not reported at the last look. Called from one thread. */
    List<Outgoing> report() {
        Instant now = clock.instant();
        Registry stands = registry.now();
        LocalDate today = LocalDate.ofInstant(now, LONDON);
        List<Found> found = open.values().stream()
                .flatMap(each -> Leavers.in(each, stands, today).stream()
                        .map(leaver -> new Found(each.version(), leaver)))
                .toList();
        List<Outgoing> fresh = found.stream().filter(each -> !reported.contains(each.id()))
                .map(each -> command(each, now)).toList();
        reported.clear();
        found.forEach(each -> reported.add(each.id()));
        return fresh;
    }

    private record Found(int version, ReportLeaver leaver) {
        String id() {
            return "%s-v%d-%s-%s-r%d".formatted(leaver.requestId(), version, leaver.taskId(), leaver.person(),
                    leaver.registryVersion());
        }
    }

    private static Outgoing command(Found found, Instant now) {
        var leaver = found.leaver();
        return Outgoing.event(Topics.COMMANDS, leaver.requestId(), new Envelope<>(found.id(), SOURCE,
                MessageTypes.of(ReportLeaver.class), leaver.requestId(), now, leaver.requestId(), Optional.empty(),
                Optional.empty(), MessageJson.write(leaver)));
    }
}
