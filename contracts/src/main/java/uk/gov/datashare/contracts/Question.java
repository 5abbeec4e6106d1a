package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a supplier asks of everybody who wants its data, or one of its assets, beyond what the hub asks. The answer stands in
 * a request's {@link ShareRequest#supplementary}, by this question's id.
 *
 * @param id         by which an answer names it; unique in the organisation, its assets included
 * @param text       the question as the requester reads it
 * @param kind       what an answer looks like
 * @param choices    the answers among which to choose, for {@link Kind#CHOICE} only
 * @param compulsory whether a request without an answer is incomplete
 */
public record Question(String id, String text, Kind kind, List<String> choices, boolean compulsory) {

    /** What an answer looks like. */
    public enum Kind {
        /** Any words. */
        TEXT,
        /** {@code YES} or {@code NO}. */
        YES_NO,
        /** One of the choices, word for word. */
        CHOICE,
        /** A date, year-month-day (ISO 8601). */
        DATE,
        /** A decimal number without grouping. */
        NUMBER
    }

    public Question {
        requireNonNull(id);
        requireNonNull(text);
        requireNonNull(kind);
        choices = Absent.orEmpty(choices);
    }
}
