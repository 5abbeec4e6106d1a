package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;

/**
 * A share with its place in its log: each event is numbered, and carries the hash of the one before it.
 *
 * @param share    how it stands
 * @param sequence how many events its log has
 * @param head     hash of the last of them
 * @param fresh    those that were recorded last
 */
record Recorded(Share share, long sequence, String head, List<RecordedEvent> fresh) {

    Recorded {
        requireNonNull(share);
        requireNonNull(head);
        fresh = Tasks.orEmpty(fresh);
    }

    /** The empty log of a case. */
    static Recorded nothingYet(String requestId) {
        return new Recorded(new Share.Unseen(requestId), 0, RecordedEvent.FIRST, List.of());
    }

    /** The log with these events at its end. */
    Recorded then(List<ShareEvent> events, Instant now) {
        Share stands = share;
        String previous = head;
        List<RecordedEvent> recorded = new ArrayList<>();
        for (ShareEvent event : events) {
            var placed = placed(event, previous);
            stands = Evolution.evolve(stands, placed, now);
            var next = new RecordedEvent(stands.requestId(), stands.version(), sequence + recorded.size() + 1, now,
                    previous, placed);
            recorded.add(next);
            previous = MessageJson.hash(next);
        }
        return new Recorded(stands, sequence + recorded.size(), previous, recorded);
    }

    /** An arrangement says which event of its case it follows. */
    private static ShareEvent placed(ShareEvent event, String previous) {
        return switch (event) {
            case ArrangementActivated(var it) -> new ArrangementActivated(Memoranda.following(it, previous));
            case ArrangementExpired(var it) -> new ArrangementExpired(Memoranda.following(it, previous));
            case ShareEvent other -> other;
        };
    }
}
