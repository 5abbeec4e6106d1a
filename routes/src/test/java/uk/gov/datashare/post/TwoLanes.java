package uk.gov.datashare.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WaitingLetter;

/** A post office with both its lanes, without topics between them. */
final class TwoLanes {

    static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);

    final Post.Clock clock = new Post.Clock();
    final AtomicLong nanos = new AtomicLong();
    final Fates fates = new Fates();
    final Desk desk = new Desk(fates, clock, nanos::get);
    final WaitingRoom room = new WaitingRoom(clock);
    private final PostOffice sending;
    private final PostOffice again;

    TwoLanes(LetterChannel channel) {
        var office = new Clerk.Office(channel, fates, room, new Breaker(clock), new Domains(clock),
                new Returns(TOKENS, clock), new PostJournal(new SimpleMeterRegistry()), clock);
        sending = new PostOffice(Lane.NEW, office, desk, Post.registry(), () -> true);
        again = new PostOffice(Lane.AGAIN, office, desk, Post.registry(), () -> true);
    }

    List<Outgoing> send(Received... batch) {
        return sending.send(List.of(batch));
    }

    List<Outgoing> sendAgain(List<Received> batch) {
        return again.send(batch);
    }

    /** Puts letters into the waiting room, and gives what it lets go as it comes on the other lane. */
    @SafeVarargs
    final List<Received> letGo(List<Outgoing>... written) {
        for (List<Outgoing> each : written) {
            each.forEach(one -> room.take(record((Outgoing.Event) one, 0)));
        }
        List<Received> comes = new ArrayList<>();
        for (Outgoing one : room.due()) {
            switch (one) {
                case Outgoing.Event event -> comes.add(record(event, 1_000 + comes.size()));
                case Outgoing.Tombstone(_, var key) -> room.take(new Received(Topics.MAIL_WAITING.name(), 0, 0,
                        clock.instant(), Optional.of(key), Map.of(), Optional.empty()));
                default -> throw new AssertionError(one);
            }
        }
        return comes;
    }

    private static Received record(Outgoing.Event event, long offset) {
        return Post.record(event.topic(), offset, event.key(), event.envelope());
    }

    static WaitingLetter waiting(Outgoing outgoing) {
        var event = (Outgoing.Event) outgoing;
        if (!event.topic().equals(Topics.MAIL_WAITING.name())) {
            throw new AssertionError(event);
        }
        return MessageJson.read(event.envelope().data(), WaitingLetter.class);
    }
}
