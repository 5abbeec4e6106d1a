package uk.gov.datashare.cases;

import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;

/** Records of the events topic as the events that they are. */
public final class CaseEvents {

    private CaseEvents() {}

    /**
     * The event in a record.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Envelope<RecordedEvent> read(Received record) {
        return switch (record.read()) {
            case Read.Understood(var envelope) -> envelope.map(bytes -> event(bytes, record));
            case Read.NotAnEvent(var problems) ->
                throw new IllegalArgumentException(record.place() + " is no event: " + String.join("; ", problems));
        };
    }

    private static RecordedEvent event(byte[] json, Received record) {
        try {
            return MessageJson.read(json, RecordedEvent.class);
        } catch (JacksonException unlike) {
            throw new IllegalArgumentException(
                    record.place() + " is no event of a case: " + unlike.getOriginalMessage(),
                    unlike);
        }
    }
}
