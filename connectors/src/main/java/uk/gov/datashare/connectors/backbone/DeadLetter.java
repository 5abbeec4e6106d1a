package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import uk.gov.datashare.contracts.Topics;

/**
 * A record that the hub could not handle, kept as it came for a person to look at: the same key and bytes, and in its
 * headers where it came from, who gave up on it, why and when.
 *
 * @param original the record
 * @param route    the route that gave up on it
 * @param cause    the class of the failure
 * @param message  what the failure said, in one line of at most {@value #LONGEST_MESSAGE} characters
 * @param attempts how often it was tried
 * @param time     when it was given up
 */
public record DeadLetter(Received original, String route, String cause, String message, int attempts, Instant time)
        implements
            Outgoing {

    /** The prefix of the headers that say how a record became a dead letter. */
    public static final String PREFIX = "deadletter-";
    /** Longer messages are cut here. */
    static final int LONGEST_MESSAGE = 1024;

    public DeadLetter {
        requireNonNull(original);
        requireNonNull(time);
        route = Text.oneLine(route, LONGEST_MESSAGE);
        cause = Text.oneLine(cause, LONGEST_MESSAGE);
        message = Text.oneLine(message, LONGEST_MESSAGE);
    }

    /** The dead letter of a record that this failure stopped at its first attempt. */
    public static DeadLetter of(Received original, String route, Throwable failure, Instant now) {
        return new DeadLetter(original, route, failure.getClass().getName(),
                requireNonNullElse(failure.getMessage(), ""), 1, now);
    }

    @Override
    public String topic() {
        return Topics.DEADLETTERS.name();
    }

    /** The headers it travels with: those of the original that were let in, and its own. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        original.headers().forEach((name, value) -> headers.put(name, Text.oneLine(value, LONGEST_MESSAGE)));
        headers.put(PREFIX + "topic", original.topic());
        headers.put(PREFIX + "partition", Integer.toString(original.partition()));
        headers.put(PREFIX + "offset", Long.toString(original.offset()));
        headers.put(PREFIX + "route", route);
        headers.put(PREFIX + "cause", cause);
        headers.put(PREFIX + "message", message);
        headers.put(PREFIX + "attempts", Integer.toString(attempts));
        headers.put(PREFIX + "time", time.toString());
        return headers;
    }
}
