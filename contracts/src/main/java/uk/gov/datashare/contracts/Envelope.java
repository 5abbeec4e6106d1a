package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A message and what must be known to carry it: the attributes of a CloudEvent (CloudEvents 1.0.2) around its data.
 *
 * @param id            unique within the source; with it, the key by which a repeat is known
 * @param source        who produced it, one URI for each stream
 * @param type          what it is, {@link MessageTypes#PREFIX} and a short type such as {@code request.submitted.v1}
 * @param subject       the entity it is about: a request, an arrangement, an organisation
 * @param time          when its producer recorded it
 * @param correlationId what ties all messages of one case together; taken from the sender, or made, and echoed to the end
 * @param causationId   the id of the message that led to this one
 * @param traceparent   W3C Trace Context, carried on and never trusted
 * @param data          the message itself
 */
public record Envelope<T>(String id, URI source, String type, String subject, Instant time, String correlationId,
        Optional<String> causationId, Optional<String> traceparent, T data) {

    public Envelope {
        requireNonNull(id);
        requireNonNull(source);
        requireNonNull(type);
        requireNonNull(subject);
        requireNonNull(time);
        requireNonNull(correlationId);
        requireNonNull(causationId);
        requireNonNull(traceparent);
        requireNonNull(data);
    }

    /** The same envelope around other data: bytes read into a record, a record written as bytes. */
    public <R> Envelope<R> map(Function<? super T, ? extends R> change) {
        return new Envelope<>(id, source, type, subject, time, correlationId, causationId, traceparent,
                change.apply(data));
    }

    /** An envelope for what this message led to: same correlation and trace, this message as its cause. */
    public <R> Envelope<R> leadsTo(String newId, URI newSource, String newType, String newSubject, Instant now,
            R newData) {
        return new Envelope<>(newId, newSource, newType, newSubject, now, correlationId, Optional.of(id), traceparent,
                newData);
    }
}
