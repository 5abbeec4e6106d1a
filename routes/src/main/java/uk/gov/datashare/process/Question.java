package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a holder wants to know first.
 *
 * @param text        the question
 * @param askedOf     personId of who is to answer it
 * @param tokenDigest what the digest of the token in their reply must be
 * @param askedAt     since when the holder's clock stands still
 * @param tried       whom it was put to before, who are away or were not reached
 */
public record Question(String text, String askedOf, String tokenDigest, Instant askedAt, List<String> tried) {
    public Question {
        requireNonNull(text);
        requireNonNull(askedOf);
        requireNonNull(tokenDigest);
        requireNonNull(askedAt);
        tried = Tasks.orEmpty(tried);
    }
}
