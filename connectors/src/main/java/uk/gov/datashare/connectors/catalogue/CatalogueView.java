package uk.gov.datashare.connectors.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Security.Classification;

/**
 * The catalogue in memory, as the compacted arrangements topic has it. It keeps to the rules that every reader of that topic
 * should: a version that is not newer is dropped, and a tombstone removes.
 */
public final class CatalogueView implements Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueView.class);

    private final NavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();

    /** Takes the next record of the arrangements topic. Called from one thread, in the order of each partition. */
    public void accept(Received record) {
        if (record.isTombstone()) {
            record.key().ifPresent(this::remove);
            changes.incrementAndGet();
            return;
        }
        switch (record.read()) {
            case Read.Understood(var envelope) -> take(envelope.data(), record);
            case Read.NotAnEvent(var problems) ->
                LOG.error("The catalogue passes over {}: {}", record.place(), problems);
        }
    }

    private void remove(String arrangementId) {
        entries.remove(arrangementId);
        removed.add(arrangementId);
    }

    private void take(byte[] json, Received record) {
        try {
            Arrangement arrangement = MessageJson.read(json, Arrangement.class);
            if (isFit(arrangement, record)) {
                removed.remove(arrangement.arrangementId());
                entries.merge(arrangement.arrangementId(),
                        new Entry(arrangement, MessageJson.sha256(json).substring(0, 32)),
                        (held, newer) -> newer.arrangement().version() > held.arrangement().version() ? newer : held);
                changes.incrementAndGet();
            }
        } catch (JacksonException unlike) {
            LOG.error("The catalogue passes over {}: {}", record.place(), unlike.getOriginalMessage());
        }
    }

    private static boolean isFit(Arrangement arrangement, Received record) {
        boolean keyed = record.key().equals(Optional.of(arrangement.arrangementId()));
        // Whoever wrote it: what is above OFFICIAL is shown to nobody here.
        boolean official = arrangement.memorandum().security().classification() == Classification.OFFICIAL;
        if (!keyed || !official) {
            LOG.error("The catalogue passes over {}: {}", record.place(),
                    keyed ? "it is classified above OFFICIAL" : "its key is not its arrangement's id");
        }
        return keyed && official;
    }

    /** Every arrangement that it has, in the order of their ids. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** How often it has changed: whoever keeps something made of it makes that anew when this has moved on. */
    public long changes() {
        return changes.get();
    }

    @Override
    public Found find(String arrangementId) {
        Entry entry = entries.get(arrangementId);
        if (entry != null) {
            return new Found.Listed(entry);
        }
        return removed.contains(arrangementId) ? new Found.Removed() : new Found.Unknown();
    }

    @Override
    public Page page(Selection selection) {
        var rest = selection.after().map(after -> entries.tailMap(after, false)).orElse(entries);
        List<Entry> oneMore = rest.values().stream().filter(entry -> selection.takes(entry.arrangement()))
                .limit(selection.limit() + 1L).toList();
        List<Entry> page = oneMore.subList(0, Math.min(selection.limit(), oneMore.size()));
        Optional<String> next = oneMore.size() > page.size()
                ? Optional.of(page.getLast().arrangement().arrangementId())
                : Optional.empty();
        return new Page(page, next, fingerprint(page, next));
    }

    private static String fingerprint(List<Entry> page, Optional<String> next) {
        return MessageJson.sha256(page.stream().map(entry -> entry.arrangement().arrangementId() + entry.fingerprint())
                .collect(joining("\n", "", "\n" + next.orElse("")))).substring(0, 32);
    }
}
