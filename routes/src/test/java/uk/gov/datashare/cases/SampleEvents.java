package uk.gov.datashare.cases;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.Topics;

/** Events of cases for tests, from the sample messages of the contracts. */
public final class SampleEvents {

    public static final Instant NOON = Instant.parse("2027-04-21T12:00:00Z");

    private SampleEvents() {}

    /** The event in the sample message of this short type: {@code approval.decided}. */
    public static RecordedEvent sample(String type) {
        try (InputStream json = SampleEvents.class.getResourceAsStream("/samples/messages/" + type + ".json")) {
            return MessageJson.read(requireNonNull(json, type).readAllBytes(), RecordedEvent.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What happened next in a case of this id. */
    public static RecordedEvent recorded(String requestId, long sequence, ShareEvent event) {
        return new RecordedEvent(requestId, 1, sequence, NOON.plusSeconds(sequence), RecordedEvent.FIRST, event);
    }

    /** The case right after these events. */
    public static CaseSoFar caseAfter(ShareEvent... events) {
        CaseSoFar state = CaseFold.begin(recorded("DSR-0000-0000-0001", 1, events[0]));
        for (int i = 1; i < events.length; i++) {
            state = CaseFold.after(state, recorded("DSR-0000-0000-0001", i + 1L, events[i]));
        }
        return state;
    }

    /** The event as the process would have it carried. */
    public static Envelope<RecordedEvent> envelope(RecordedEvent event) {
        return new Envelope<>(event.requestId() + "-" + event.sequence(), URI.create("urn:test:process"),
                MessageTypes.of(event.event().getClass()), event.requestId(), event.at(), "correlation",
                Optional.empty(), Optional.empty(), event);
    }

    /** The record in which it lies on the events topic. */
    public static Received received(int partition, long offset, RecordedEvent event) {
        Envelope<RecordedEvent> envelope = envelope(event);
        return new Received(Topics.EVENTS.name(), partition, offset, event.at(), Optional.of(event.requestId()),
                Map.of("ce_specversion", "1.0", "ce_id", envelope.id(), "ce_source", envelope.source().toString(),
                        "ce_type", envelope.type(), "ce_subject", envelope.subject(), "ce_time",
                        envelope.time().toString(), "ce_correlationid", envelope.correlationId(), "content-type",
                        "application/json"),
                Optional.of(MessageJson.write(event)));
    }
}
