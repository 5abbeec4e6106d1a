package uk.gov.datashare.approval;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.registry.Registry;
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
    private final Registry registry;
    private final InstantSource clock;

    Approval(Letters letters, Registry registry, InstantSource clock) {
        this.letters = requireNonNull(letters);
        this.registry = requireNonNull(registry);
        this.clock = requireNonNull(clock);
    }

    /** What an event leads to; the same event again leads to the same letters, under the same names. */
    List<Outgoing> write(Envelope<RecordedEvent> event, CaseFile file) {
        return letters.of(event.data(), file, registry.now()).stream().map(letter -> outgoing(letter, event)).toList();
    }

    private Outgoing outgoing(Letter letter, Envelope<RecordedEvent> event) {
        return Outgoing.event(Topics.MAIL_OUT, letter.requestId(), event.leadsTo(letter.letterId(), SOURCE, TYPE,
                letter.requestId(), clock.instant(), MessageJson.write(letter)));
    }
}
