package uk.gov.datashare.approval;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.approval.DigestNotes.Way;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.Topics;

/** Puts the letters that an event owes on their way: under the case's key, so that they leave in the order of the events. */
final class Approval {

    private static final URI SOURCE = URI.create("urn:datashare:hub:approval");
    private static final String TYPE = MessageTypes.of(Letter.class);

    private final Letters letters;
    private final DigestNotes digests;
    private final Registry registry;
    private final InstantSource clock;

    Approval(Letters letters, DigestNotes digests, Registry registry, InstantSource clock) {
        this.letters = requireNonNull(letters);
        this.digests = requireNonNull(digests);
        this.registry = requireNonNull(registry);
        this.clock = requireNonNull(clock);
    }

    /** What an event leads to; the same event again leads to the same letters and notes, under the same names. */
    List<Outgoing> write(Envelope<RecordedEvent> event, CaseFile file) {
        var on = new Occasion(event.data(), file, registry.now());
        Stream<Outgoing> settled = DigestNotes.settled(on).stream().map(note -> noted("settled", note, event));
        return Stream.concat(settled, letters.written(on).stream().flatMap(written -> sent(written, on, event)))
                .toList();
    }

    private Stream<Outgoing> sent(Written written, Occasion on, Envelope<RecordedEvent> event) {
        Way way = digests.of(written, on, event.causationId());
        return Stream.concat(way.out() ? Stream.of(outgoing(written.letter(), event)) : Stream.empty(),
                way.note().map(note -> noted(written.letter().letterId(), note, event)).stream());
    }

    private Outgoing outgoing(Letter letter, Envelope<RecordedEvent> event) {
        return Outgoing.event(Topics.MAIL_OUT, letter.requestId(), event.leadsTo(letter.letterId(), SOURCE, TYPE,
                letter.requestId(), clock.instant(), MessageJson.write(letter)));
    }

    private Outgoing noted(String about, DigestNote note, Envelope<RecordedEvent> event) {
        return Outgoing.event(Topics.DIGEST, note.personId(),
                event.leadsTo("digest." + event.id() + "." + about, SOURCE,
                        MessageTypes.of(note.getClass()), note.personId(), clock.instant(), MessageJson.write(note)));
    }
}
