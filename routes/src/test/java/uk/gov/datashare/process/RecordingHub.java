package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;

/**
 * Writes down what a hub with stores is given and what it then writes, byte for byte, and plays such a history again: one line
 * for each message ({@code >}), each look at the clock ({@code @}) and each record ({@code <}).
 */
final class RecordingHub implements SimulatedHub {

    private static final String GIVEN = "> ";
    private static final String TIME = "@ ";
    private static final String WRITTEN = "< ";

    private final StoredHub hub;
    private final List<String> history = new ArrayList<>();
    private int told;

    RecordingHub(ShareProcess process) {
        this.hub = new StoredHub(process);
    }

    /** The history of this hub so far. */
    List<String> history() {
        return history;
    }

    StoredHub hub() {
        return hub;
    }

    /** This hub is given what the hub of that history was given. */
    RecordingHub playAgain(List<String> recorded) {
        for (String line : recorded) {
            if (line.startsWith(GIVEN)) {
                var parts = List.of(line.split(" ", 4));
                handles(new Message(parts.get(2), MessageJson.read(parts.get(3).getBytes(UTF_8), ShareCommand.class)),
                        Instant.parse(parts.get(1)));
            } else if (line.startsWith(TIME)) {
                sweeps(Instant.parse(line.substring(TIME.length())));
            }
        }
        return this;
    }

    @Override
    public void breaksDownAt(int effect) {
        // nobody could tell
    }

    @Override
    public List<RecordedEvent> handles(Message message, Instant now) {
        history.add(GIVEN + now + " " + message.id() + " " + new String(MessageJson.write(message.command()), UTF_8));
        return written(hub.handles(message, now));
    }

    @Override
    public List<RecordedEvent> sweeps(Instant now) {
        history.add(TIME + now);
        return written(hub.sweeps(now));
    }

    private List<RecordedEvent> written(List<RecordedEvent> events) {
        var all = hub.written();
        all.subList(told, all.size()).forEach(record -> history.add(WRITTEN + record));
        told = all.size();
        return events;
    }

    @Override
    public Share share(String requestId) {
        return hub.share(requestId);
    }

    @Override
    public Optional<Instant> wakesAt(String requestId) {
        return hub.wakesAt(requestId);
    }
}
