package uk.gov.datashare.post;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel.Lease;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WaitingLetter;

/**
 * One lane of the post office. The reader's address is looked up at the last moment. What nobody will ever take is reported
 * to the case, or kept for a person to look at; what cannot leave now waits for its turn; a server that is away is waited for.
 */
final class PostOffice {

    private final Lane lane;
    private final Clerk.Office office;
    private final Desk desk;
    private final Registry registry;
    private final BooleanSupplier roomIsKnown;
    private final Clerk clerk;
    private final Couriers couriers;

    /**
     * A lane.
     *
     * @param roomIsKnown whether all letters are known that waited when the hub started
     */
    PostOffice(Lane lane, Clerk.Office office, Desk desk, Registry registry, BooleanSupplier roomIsKnown) {
        this.lane = requireNonNull(lane);
        this.office = requireNonNull(office);
        this.desk = requireNonNull(desk);
        this.registry = requireNonNull(registry);
        this.roomIsKnown = requireNonNull(roomIsKnown);
        this.clerk = new Clerk(lane, office);
        this.couriers = new Couriers(lane.patience());
    }

    /**
     * Sends the letters of a batch.
     *
     * @throws NotNow when the mail server is away, or this hub no longer is the one to send them; the same batch is to come again
     */
    List<Outgoing> send(List<Received> batch) {
        if (!roomIsKnown.getAsBoolean()) {
            throw new NotNow("it is not known yet which letters wait");
        }
        Lease lease = desk.open(batch);
        if (!lease.stands()) {
            throw new NotNow("this batch has been in hand for too long");
        }
        if (office.breaker().isOpen()) {
            throw new NotNow(office.breaker().because());
        }
        List<Outgoing> outgoing = new ArrayList<>();
        List<Errand> errands = new ArrayList<>();
        batch.forEach(record -> read(record, errands, outgoing));
        List<Trip> trips = couriers.carry(errands, trip -> clerk.serve(trip, lease));
        trips.stream().flatMap(this::follows).forEach(outgoing::add);
        return outgoing;
    }

    private void read(Received record, List<Errand> errands, List<Outgoing> dead) {
        switch (record.read()) {
            case Read.NotAnEvent(var problems) -> dead.add(dead(record, "NotAnEvent", String.join("; ", problems)));
            case Read.Understood(var envelope) -> {
                try {
                    Envelope<WaitingLetter> letter = letter(envelope);
                    address(letter.data().letter()).ifPresentOrElse(
                            address -> errands.add(new Errand(record, letter, address, desk.doubt(record))),
                            () -> dead.add(dead(record, "UnknownReader", "The registry knows nobody called "
                                    + letter.data().letter().recipient()
                                    + ": register them, or their successor, and send the letter again")));
                } catch (JacksonException unlike) {
                    dead.add(dead(record, "NotALetter", "It is no letter: " + unlike.getOriginalMessage()));
                }
            }
        }
    }

    private Envelope<WaitingLetter> letter(Envelope<byte[]> envelope) {
        return switch (lane) {
            case NEW -> Errand.fresh(envelope.map(bytes -> MessageJson.read(bytes, Letter.class)));
            case AGAIN -> envelope.map(bytes -> MessageJson.read(bytes, WaitingLetter.class));
        };
    }

    private Optional<String> address(Letter letter) {
        return registry.person(letter.recipient()).map(reader -> reader.person().email());
    }

    private Stream<Outgoing> follows(Trip trip) {
        return switch (trip.outcome().orElseGet(() -> clerk.callBack(trip))) {
            case Outcome.Done(var outgoing) -> outgoing.stream();
            case Outcome.Aside(var waiting) -> Stream.of(Outgoing.event(Topics.MAIL_WAITING,
                    waiting.data().letter().letterId(), waiting.map(MessageJson::write)));
            case Outcome.Hold(var because) -> throw new NotNow(because);
        };
    }

    private Outgoing dead(Received record, String cause, String words) {
        return new DeadLetter(record, lane.route(), cause, words, 1, office.clock().instant());
    }
}
