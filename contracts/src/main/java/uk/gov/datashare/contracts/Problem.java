package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong, or might be, with a message (RFC 9457 problem detail with a JSON Pointer).
 *
 * @param rule     which rule found it: {@code SCHEMA}, {@code V01} ...
 * @param severity whether the message is refused for it
 * @param pointer  where in the message, RFC 6901; empty for the whole
 * @param message  what is wrong, in plain words
 * @param fix      what to do about it, where that can be said
 */
public record Problem(String rule, Severity severity, String pointer, String message, Optional<String> fix) {

    /** Whether a message is refused. */
    public enum Severity {
        ERROR, WARNING
    }

    public Problem {
        requireNonNull(rule);
        requireNonNull(severity);
        requireNonNull(pointer);
        requireNonNull(message);
        requireNonNull(fix);
    }
}
