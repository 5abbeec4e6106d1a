package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;

/**
 * What a task's holder seems to have said and has yet to confirm. It lasts as long as the task stands as it stood.
 *
 * @param outcome    what they decided; empty for a signature
 * @param comment    their condition, reason or wish
 * @param codeDigest what the hub's key makes of the code that confirms it
 * @param until      how long that code is good for
 * @param evidence   what proves the mail that said it
 * @param wrong      how many wrong codes came
 * @param sought     how often this holder was asked for a code, this time included
 */
public record Pending(Optional<Outcome> outcome, Optional<String> comment, String codeDigest, Instant until,
        Evidence evidence, int wrong, int sought) {

    /** So many wrong codes make the right one void: eight digits must not be found by trying. */
    static final int MOST_WRONG = 3;
    /** So often is a holder asked for a code about one task: more would only help whoever guesses. */
    static final int MOST_SOUGHT = 10;

    public Pending {
        requireNonNull(outcome);
        requireNonNull(comment);
        requireNonNull(codeDigest);
        requireNonNull(until);
        requireNonNull(evidence);
    }

    static Pending of(ConfirmationSought e, int before) {
        return new Pending(e.outcome(), e.comment(), e.codeDigest(), e.until(), e.evidence(), 0, before + 1);
    }

    Pending afterWrongCode() {
        return new Pending(outcome, comment, codeDigest, until, evidence, wrong + 1, sought);
    }

    /** Whether this code confirms it, told in a time that does not say how far they agree. */
    boolean isConfirmedBy(String otherDigest, Instant now) {
        return wrong < MOST_WRONG && !now.isAfter(until)
                && MessageDigest.isEqual(codeDigest.getBytes(US_ASCII), otherDigest.getBytes(US_ASCII));
    }

    Answers.Said said() {
        return new Answers.Said(outcome, comment);
    }
}
