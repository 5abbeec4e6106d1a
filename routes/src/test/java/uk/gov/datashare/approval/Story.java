package uk.gov.datashare.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;

/** A case told event by event, and the letters that each event led to. */
final class Story {

    static final String REQUEST = "DSR-7K3M-9QPX-2ABC";
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final Letters writer;
    private final List<RecordedEvent> history = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Registry registry;
    private CaseFile file = CaseFile.EMPTY;
    private int version = 1;

    private Story(Registry registry, boolean showsSensitive) {
        this.registry = registry;
        this.writer = new Letters(new LetterWriter(new Stationery(), showsSensitive));
    }

    static Story begin() {
        return begin(false);
    }

    /** The same where letters may show what an OFFICIAL-SENSITIVE request says. */
    static Story begin(boolean showsSensitive) {
        return new Story(Sample.registry(), showsSensitive);
    }

    Story inVersion(int next) {
        version = next;
        return this;
    }

    /** What happens; the letters that it leads to are added to those there are. */
    Story and(ShareEvent event) {
        history.add(new RecordedEvent(REQUEST, version, history.size() + 1,
                START.plus(Duration.ofHours(history.size())), RecordedEvent.FIRST, event));
        file = file.and(history.getLast());
        letters.addAll(last());
        return this;
    }

    Story and(List<ShareEvent> events) {
        events.forEach(this::and);
        return this;
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** The letters that the last event led to. */
    List<Letter> last() {
        return writer.of(history.getLast(), file, registry);
    }

    /** From here on only that is known which is kept for long. */
    Story later() {
        file = file.toKeep();
        return this;
    }

    /** The case up to now. */
    CaseFile file() {
        return file;
    }

    List<RecordedEvent> history() {
        return List.copyOf(history);
    }
}
