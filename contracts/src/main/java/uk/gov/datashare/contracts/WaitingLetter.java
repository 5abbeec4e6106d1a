package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A letter that could not leave yet, and when it is its turn again.
 *
 * @param letter    the letter
 * @param writtenAt when it was written: how long it is tried counts from then
 * @param due       when it is to be tried again
 * @param tries     how often the mail server was asked to take it
 * @param lastTry   a moment after which no earlier try can still be under way
 */
@JsonTypeName("letter.waiting.v1")
public record WaitingLetter(Letter letter, Instant writtenAt, Instant due, int tries, Instant lastTry) {

    public WaitingLetter {
        requireNonNull(letter);
        requireNonNull(writtenAt);
        requireNonNull(due);
        requireNonNull(lastTry);
    }
}
