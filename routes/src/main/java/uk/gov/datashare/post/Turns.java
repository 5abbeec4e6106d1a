package uk.gov.datashare.post;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.WaitingLetter;

/** When it is the turn again of a letter that did not leave, and when it had its last. */
final class Turns {

    /** How long a letter is tried: as long as mail servers do (RFC 5321 section 4.5.4.1 asks for four to five days at most). */
    static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6));
    private static final Duration UNTIL_THE_ARCHIVE_TELLS = Duration.ofMinutes(1);

    static final URI SOURCE = URI.create("urn:datashare:hub:post-office");
    static final String TYPE = MessageTypes.of(WaitingLetter.class);

    private final InstantSource clock;

    Turns(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this try was the last. */
    boolean wasLast(WaitingLetter letter) {
        return !clock.instant().isBefore(letter.writtenAt().plus(TRIED_FOR));
    }

    /** Whether nobody could say for so long what became of it that it has to count as lost. */
    boolean isHopeless(WaitingLetter letter) {
        return !clock.instant().isBefore(letter.writtenAt().plus(TRIED_FOR).plus(TRIED_FOR));
    }

    /** The server did not take it, or nobody knows. */
    Outcome afterTry(Envelope<WaitingLetter> letter, Instant lastTry) {
        int tries = letter.data().tries() + 1;
        Instant now = clock.instant();
        Instant usual = now.plus(PAUSES.get(Math.min(tries, PAUSES.size()) - 1));
        Instant last = letter.data().writtenAt().plus(TRIED_FOR);
        return aside(letter, last.isAfter(now) && last.isBefore(usual) ? last : usual, tries, lastTry);
    }

    /** The archive could not say yet. */
    Outcome whenTheArchiveTells(Envelope<WaitingLetter> letter, Instant lastTry) {
        return aside(letter, clock.instant().plus(UNTIL_THE_ARCHIVE_TELLS), letter.data().tries(), lastTry);
    }

    /** It has not been tried this time, and is to be then. */
    Outcome at(Instant due, Envelope<WaitingLetter> letter) {
        return aside(letter, due, letter.data().tries(), letter.data().lastTry());
    }

    private Outcome aside(Envelope<WaitingLetter> envelope, Instant due, int tries, Instant lastTry) {
        WaitingLetter letter = envelope.data();
        Instant latest = lastTry.isAfter(letter.lastTry()) ? lastTry : letter.lastTry();
        return new Outcome.Aside(envelope.leadsTo("waiting." + letter.letter().letterId() + "." + due.toEpochMilli(),
                SOURCE, TYPE, letter.letter().requestId(), clock.instant(),
                new WaitingLetter(letter.letter(), letter.writtenAt(), due, tries, latest)));
    }
}
