package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the alarm over a mailbox that is to be read here and has not been for {@link #TOO_LONG}. That is by the hub's clock; as
 * the sandbox's leaps, some rounds of the watch must also have gone by.
 */
final class Silence {

    static final Duration TOO_LONG = Duration.ofMinutes(3);
    static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);

    private final ImapSettings mailbox;
    private final InstantSource clock;
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> lastLook = Optional.empty();
    private int rounds;
    private boolean alarmed;

    Silence(ImapSettings mailbox, InstantSource clock) {
        this.mailbox = requireNonNull(mailbox);
        this.clock = requireNonNull(clock);
    }

    /** Has a thread of Camel's go the rounds. */
    void watch(CamelContext camel) {
        ScheduledExecutorService rounds = camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(this,
                "watch-over-mailbox");
        var _ = rounds.scheduleWithFixedDelay(this::goRound, ROUND.toSeconds(), ROUND.toSeconds(), TimeUnit.SECONDS);
    }

    /** The mailbox is to be read here from now on. */
    synchronized void begin() {
        since = Optional.of(clock.instant());
        rounds = 0;
    }

    /** It is not to be read here any more. */
    synchronized void end() {
        since = Optional.empty();
        alarmed = false;
    }

    /** The mailbox has been looked into. */
    synchronized void isBroken() {
        lastLook = Optional.of(clock.instant());
        since = since.isPresent() ? lastLook : since;
        rounds = 0;
        if (alarmed) {
            alarmed = false;
            LOG.info("Mailbox {} is read again", mailbox);
        }
    }

    synchronized void goRound() {
        rounds++;
        if (isTooLong() && !alarmed) {
            alarmed = true;
            LOG.error("ALARM: mailbox {} could not be read since {}. Replies wait there; see the warnings about it",
                    mailbox, since.orElseThrow());
        }
    }

    synchronized boolean isTooLong() {
        Instant now = clock.instant();
        return rounds >= ROUNDS && since.filter(begin -> !begin.plus(TOO_LONG).isAfter(now)).isPresent();
    }

    /** Whether the mailbox is to be read here now. */
    synchronized boolean isWatched() {
        return since.isPresent();
    }

    synchronized Optional<Instant> lastLook() {
        return lastLook;
    }
}
