package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.util.List;

import uk.gov.datashare.contracts.Envelope;

/** What a record turned out to be when it was read as a CloudEvent (CloudEvents 1.0.2, Kafka protocol binding, binary mode). */
public sealed interface Read {

    /** A CloudEvent; its data is not looked into yet. */
    record Understood(Envelope<byte[]> envelope) implements Read {

        public Understood {
            requireNonNull(envelope);
        }
    }

    /** Not a CloudEvent, with every reason, each a sentence that its sender can act on. */
    record NotAnEvent(List<String> problems) implements Read {

        public NotAnEvent {
            problems = List.copyOf(problems);
        }
    }
}
