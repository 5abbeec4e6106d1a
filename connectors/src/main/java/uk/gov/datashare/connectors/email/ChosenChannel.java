package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Predicate;

import uk.gov.datashare.contracts.Letter;

/** Two ways on which letters leave: a letter always takes the same one of them, until the choice is configured anew. */
public final class ChosenChannel implements LetterChannel {

    private final LetterChannel usual;
    private final LetterChannel other;
    private final Predicate<Letter> goesTheOtherWay;

    /** The usual way, and another for some letters. */
    public ChosenChannel(LetterChannel usual, LetterChannel other, Predicate<Letter> goesTheOtherWay) {
        this.usual = requireNonNull(usual);
        this.other = requireNonNull(other);
        this.goesTheOtherWay = requireNonNull(goesTheOtherWay);
    }

    @Override
    public Sending send(Letter letter, String address, Lease lease) {
        return of(letter).send(letter, address, lease);
    }

    @Override
    public Taken hasTaken(Letter letter, Instant lastTry) {
        return of(letter).hasTaken(letter, lastTry);
    }

    private LetterChannel of(Letter letter) {
        return goesTheOtherWay.test(letter) ? other : usual;
    }
}
