package uk.gov.datashare.post;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.LetterChannel.Lease;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.contracts.WaitingLetter;

/** Serves one letter at a time at the counter of a lane: whether it may be handed in, what came of it, and what follows. */
final class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final Duration UNTIL_A_SLOW_DOMAIN_HAS_TIME = Duration.ofMinutes(5);

    /** What the clerks of both lanes share. */
    record Office(LetterChannel channel, Fates fates, WaitingRoom room, Breaker breaker, Domains domains,
            Returns returns, PostJournal journal, InstantSource clock) {}

    private final Lane lane;
    private final Office office;
    private final Turns turns;

    Clerk(Lane lane, Office office) {
        this.lane = requireNonNull(lane);
        this.office = requireNonNull(office);
        this.turns = new Turns(office.clock());
    }

    /** Ends the trip, whatever comes. */
    void serve(Trip trip, Lease lease) {
        Outcome outcome;
        try {
            outcome = inTurn(trip, lease);
        } catch (RuntimeException fault) {
            LOG.error("Letter {} could not be handed in", trip.errand().letterId(), fault);
            outcome = new Outcome.Hold("a fault of the hub's own: " + fault);
        }
        if (trip.end(outcome) && outcome instanceof Outcome.Aside(var waiting)) {
            office.room().expect(waiting);
        }
    }

    /** What becomes of a letter whose courier is not back in time. */
    Outcome callBack(Trip trip) {
        Errand errand = trip.errand();
        office.domains().wasSlow(errand.domain());
        Outcome outcome;
        if (trip.hasBegun()) {
            Instant leaseEnds = office.clock().instant().plus(Desk.LEASE);
            office.fates().inDoubt(errand.letterId(), leaseEnds);
            outcome = maybeTaken(errand, leaseEnds, "no answer in " + lane.patience().toSeconds() + " s");
        } else {
            outcome = slow(errand);
        }
        if (outcome instanceof Outcome.Aside(var waiting)) {
            office.room().expect(waiting);
        }
        return outcome;
    }

    private Outcome inTurn(Trip trip, Lease lease) {
        Errand errand = trip.errand();
        if (isElsewhere(errand)) {
            return Outcome.NOTHING;
        }
        Optional<Instant> earlier = office.room().dueBefore(errand.waiting().data());
        if (earlier.isPresent()) {
            office.journal().behind(errand.letterId());
            return turns.at(earlier.get(), errand.waiting());
        }
        if (lane == Lane.NEW && office.domains().isSlow(errand.domain())) {
            return slow(errand);
        }
        try (var _ = office.domains().enter(lane, errand.domain())) {
            if (office.breaker().isOpen()) {
                return new Outcome.Hold(office.breaker().because());
            }
            return trip.begin() ? alone(trip, lease) : Outcome.NOTHING;
        }
    }

    private boolean isElsewhere(Errand errand) {
        return office.fates().hasLeft(errand.letterId())
                || (lane == Lane.NEW && office.room().has(errand.letterId()));
    }

    private Outcome slow(Errand errand) {
        office.journal().slow(errand.letterId());
        Instant now = office.clock().instant();
        return turns.at(lane == Lane.NEW ? now : now.plus(UNTIL_A_SLOW_DOMAIN_HAS_TIME), errand.waiting());
    }

    private Outcome alone(Trip trip, Lease lease) {
        Errand errand = trip.errand();
        if (!office.fates().begin(errand.letterId())) {
            return maybeTaken(errand, office.clock().instant().plus(Desk.LEASE), "somebody else has it in hand");
        }
        try {
            return office.fates().hasLeft(errand.letterId()) ? Outcome.NOTHING : handedIn(errand, lease);
        } finally {
            office.fates().end(errand.letterId());
        }
    }

    private Outcome handedIn(Errand errand, Lease lease) {
        Optional<Instant> doubt = doubt(errand);
        if (doubt.isEmpty()) {
            return send(errand, lease);
        }
        return switch (office.channel().hasTaken(errand.letter(), doubt.get())) {
            case YES -> {
                office.fates().left(errand.letterId());
                office.journal().foundInTheArchive(errand.letterId());
                yield Outcome.NOTHING;
            }
            case CANNOT_TELL -> {
                office.fates().inDoubt(errand.letterId(), doubt.get());
                office.journal().inDoubt(errand.letterId(), "the archive cannot tell yet");
                yield turns.isHopeless(errand.waiting().data())
                        ? givenUp(errand, "nobody can tell whether it has left")
                        : turns.whenTheArchiveTells(errand.waiting(), doubt.get());
            }
            case NO -> {
                office.fates().notTaken(errand.letterId());
                yield send(errand, lease);
            }
        };
    }

    /** A letter that comes again is always in doubt: a hub may have died after it was put aside and before that was committed. */
    private Optional<Instant> doubt(Errand errand) {
        Optional<Instant> others = office.fates().wasNotTaken(errand.letterId()) ? Optional.empty() : errand.doubt();
        Optional<Instant> again = Optional.of(errand.waiting().data()).filter(_ -> lane == Lane.AGAIN)
                .map(WaitingLetter::lastTry);
        return List.of(office.fates().doubt(errand.letterId()), others, again).stream().flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private Outcome send(Errand errand, Lease lease) {
        String letterId = errand.letterId();
        return switch (office.channel().send(errand.letter(), errand.address(), lease)) {
            case Sending.Accepted _ -> {
                office.fates().left(letterId);
                office.breaker().worked();
                office.journal().left(letterId);
                yield Outcome.NOTHING;
            }
            case Sending.Refused(var because) -> {
                office.breaker().worked();
                office.journal().refused(letterId, because);
                yield refused(errand, because);
            }
            case Sending.PutOff(var because) -> {
                office.fates().notTaken(letterId);
                office.breaker().worked();
                office.journal().putOff(letterId, because);
                yield turns.wasLast(errand.waiting().data())
                        ? givenUp(errand, because)
                        : turns.afterTry(errand.waiting(), errand.waiting().data().lastTry());
            }
            case Sending.TryLater(var because) -> {
                office.fates().notTaken(letterId);
                if (lease.stands()) {
                    office.breaker().failed(because);
                }
                yield new Outcome.Hold(because);
            }
            case Sending.InDoubt(var because) -> {
                Instant now = office.clock().instant();
                office.fates().inDoubt(letterId, now);
                office.breaker().failed(because);
                yield maybeTaken(errand, now, because);
            }
        };
    }

    private Outcome maybeTaken(Errand errand, Instant until, String because) {
        office.journal().inDoubt(errand.letterId(), because);
        return turns.isHopeless(errand.waiting().data())
                ? givenUp(errand, because)
                : turns.afterTry(errand.waiting(), until);
    }

    private Outcome refused(Errand errand, String because) {
        return new Outcome.Done(List.of(office.returns().cameBack(errand.waiting().map(WaitingLetter::letter), true)
                .orElseGet(() -> dead(errand, "Refused", because))));
    }

    private Outcome givenUp(Errand errand, String because) {
        office.journal().givenUp(errand.waiting().data(), because);
        return new Outcome.Done(office.returns().givenUp(errand.waiting().map(WaitingLetter::letter),
                dead(errand, "PutOff", because)));
    }

    private Outgoing dead(Errand errand, String cause, String words) {
        return new DeadLetter(errand.record(), lane.route(), cause, words, errand.waiting().data().tries() + 1,
                office.clock().instant());
    }
}
