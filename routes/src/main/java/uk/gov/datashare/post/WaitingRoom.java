package uk.gov.datashare.post;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WaitingLetter;

/**
 * The letters that wait for their turn, as the topic of waiting letters has them. Each hub knows all of them, and each lets
 * them go when they are due: one that is let go twice comes to the same counter twice, which looks into the archive before
 * it hands it in.
 */
final class WaitingRoom {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final int AT_A_TIME = 500;
    /** So often is looked whether somebody is due before a letter is let go that should have been heard to go. */
    private static final int LOOKS = 20;

    private final InstantSource clock;
    private final Map<String, Envelope<WaitingLetter>> waiting = new HashMap<>();
    private final Map<String, Map<String, Envelope<WaitingLetter>>> byThread = new HashMap<>();
    private final Map<String, Envelope<WaitingLetter>> expected = new HashMap<>();
    private final Map<String, String> letGo = new HashMap<>();
    private int looks;

    WaitingRoom(InstantSource clock) {
        this.clock = clock;
    }

    /** A record of the topic. */
    synchronized void take(Received record) {
        String letterId = record.key().orElse("");
        remove(letterId);
        if (record.value().isEmpty()) {
            return;
        }
        try {
            if (record.read() instanceof Read.Understood(var envelope)) {
                enter(letterId, envelope.map(bytes -> MessageJson.read(bytes, WaitingLetter.class)));
            }
        } catch (JacksonException unlike) {
            LOG.error("{} is no waiting letter: {}", record.place(), unlike.getOriginalMessage());
        }
    }

    private void enter(String letterId, Envelope<WaitingLetter> letter) {
        waiting.put(letterId, letter);
        byThread.computeIfAbsent(Errand.thread(letter.data().letter()), _ -> new HashMap<>()).put(letterId, letter);
    }

    private void remove(String letterId) {
        expected.remove(letterId);
        Envelope<WaitingLetter> before = waiting.remove(letterId);
        if (before != null) {
            byThread.computeIfPresent(Errand.thread(before.data().letter()), (_, letters) -> {
                letters.remove(letterId);
                return letters.isEmpty() ? null : letters;
            });
        }
    }

    /** A letter that will be on the topic in a moment: those behind it must not pass it meanwhile. */
    synchronized void expect(Envelope<WaitingLetter> letter) {
        expected.put(letter.data().letter().letterId(), letter);
    }

    /** Whether a letter waits here, so that whoever has it in hand too need not care for it. */
    synchronized boolean has(String letterId) {
        return waiting.containsKey(letterId) && !isLetGo(letterId);
    }

    /** When it is the turn of a letter of the same case to the same reader that was written before this one and still waits. */
    synchronized Optional<Instant> dueBefore(WaitingLetter letter) {
        Instant now = clock.instant();
        Collection<Envelope<WaitingLetter>> here = byThread.getOrDefault(Errand.thread(letter.letter()), Map.of())
                .values();
        return Stream.concat(here.stream().filter(one -> !isLetGo(one.data().letter().letterId())),
                expected.values().stream().filter(one -> one.data().due().isAfter(now))
                        .filter(one -> Errand.thread(one.data().letter()).equals(Errand.thread(letter.letter()))))
                .map(Envelope::data)
                .filter(one -> one.writtenAt().isBefore(letter.writtenAt()))
                .map(WaitingLetter::due).min(Instant::compareTo);
    }

    /** What lets go of those letters whose turn it is: each to its counter, in the order in which they were written. */
    synchronized List<Outgoing> due() {
        Instant now = clock.instant();
        expected.values().removeIf(one -> !one.data().due().isAfter(now));
        if (++looks % LOOKS == 0) {
            letGo.clear();
        }
        return waiting.values().stream()
                .filter(one -> !one.data().due().isAfter(now))
                .filter(one -> !isLetGo(one.data().letter().letterId()))
                .sorted(comparing((Envelope<WaitingLetter> one) -> one.data().writtenAt()).thenComparing(Envelope::id))
                .limit(AT_A_TIME)
                .map(this::letGo).flatMap(Function.identity()).toList();
    }

    private Stream<Outgoing> letGo(Envelope<WaitingLetter> one) {
        WaitingLetter letter = one.data();
        String letterId = letter.letter().letterId();
        letGo.put(letterId, one.id());
        return Stream.of(
                Outgoing.event(Topics.MAIL_AGAIN, letter.letter().requestId(),
                        one.leadsTo(one.id().replaceFirst("waiting", "again"), Turns.SOURCE, Turns.TYPE,
                                letter.letter().requestId(), clock.instant(), MessageJson.write(letter))),
                Outgoing.tombstone(Topics.MAIL_WAITING, letterId));
    }

    private boolean isLetGo(String letterId) {
        Envelope<WaitingLetter> here = waiting.get(letterId);
        return here != null && here.id().equals(letGo.get(letterId));
    }

    /** When the oldest letter that waits was written; empty when none waits. */
    synchronized Optional<Instant> oldest() {
        return waiting.values().stream().map(one -> one.data().writtenAt()).min(Instant::compareTo);
    }

    /** How many letters wait. */
    synchronized int size() {
        return waiting.size();
    }
}
