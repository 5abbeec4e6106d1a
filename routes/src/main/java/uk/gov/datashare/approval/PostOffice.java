package uk.gov.datashare.approval;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation.RoleHolder;

/**
 * Hands letters to the mail server, each once. The reader's address is looked up at the last moment. What nobody
 * will ever take is reported to the case, or kept for a person to look at; a server that is away is waited for.
 */
final class PostOffice {

    /** With the backbone's pauses, some five minutes: longer than most servers let a first mail wait. */
    static final int MOST_TRIES = 150;

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

    private final Counter counter;
    private final Registry registry;
    private final Returns returns;
    private final InstantSource clock;
    private final Tries tries = new Tries(MOST_TRIES);
    private final Gone gone = new Gone();

    /** Where letters are handed in: the mail connector's sender, at a reader's address. */
    @FunctionalInterface
    interface Counter {
        Sending send(Letter letter, String address);
    }

    PostOffice(Counter counter, Registry registry, Returns returns, InstantSource clock) {
        this.counter = requireNonNull(counter);
        this.registry = requireNonNull(registry);
        this.returns = requireNonNull(returns);
        this.clock = requireNonNull(clock);
    }

    /**
     * Sends the letters of a batch.
     *
     * @throws NotNow when the mail server is away, or puts a reader off for a while; the same batch is to come again
     */
    List<Outgoing> send(List<Received> batch) {
        return Couriers.carry(batch, this::send);
    }

    private List<Outgoing> send(Received record) {
        return switch (record.read()) {
            case Read.NotAnEvent(var problems) -> List.of(dead(record, "NotAnEvent", String.join("; ", problems)));
            case Read.Understood(var envelope) -> {
                try {
                    yield send(envelope.map(bytes -> MessageJson.read(bytes, Letter.class)), record);
                } catch (JacksonException unlike) {
                    yield List.of(dead(record, "NotALetter", "It is no letter: " + unlike.getOriginalMessage()));
                }
            }
        };
    }

    private List<Outgoing> send(Envelope<Letter> letter, Received record) {
        if (gone.has(letter.data().letterId())) {
            return List.of();
        }
        return registry.person(letter.data().recipient())
                .map(reader -> send(letter, reader.person(), record))
                .orElseGet(() -> List.of(dead(record, "UnknownReader", "The registry knows nobody called "
                        + letter.data().recipient()
                        + ": register them, or their successor, and send the letter again")));
    }

    private List<Outgoing> send(Envelope<Letter> letter, RoleHolder reader, Received record) {
        String letterId = letter.data().letterId();
        return switch (counter.send(letter.data(), reader.email())) {
            case Sending.Accepted _ -> {
                tries.end(letterId);
                gone.note(letterId);
                LOG.info("Letter {} has left", letterId);
                yield List.of();
            }
            case Sending.Refused(var because) -> {
                tries.end(letterId);
                LOG.warn("Letter {} is refused for good: {}", letterId, because);
                yield returns.cameBack(letter, true).map(List::of)
                        .orElseGet(() -> List.of(dead(record, "Refused", because)));
            }
            case Sending.PutOff(var because) when tries.another(letterId) -> throw new NotNow(because);
            case Sending.PutOff(var because) -> {
                LOG.warn("Letter {} was put off too often: {}", letterId, because);
                yield returns.givenUp(letter, dead(record, "PutOff", because));
            }
            case Sending.TryLater(var because) -> throw new NotNow(because);
            case Sending.InDoubt(var because) -> throw new NotNow(because);
        };
    }

    private Outgoing dead(Received record, String cause, String words) {
        return new DeadLetter(record, ApprovalRoutes.SEND, cause, words, 1, clock.instant());
    }
}
