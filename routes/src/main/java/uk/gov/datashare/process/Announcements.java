package uk.gov.datashare.process;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.Topics;

/** What the process writes, all of it in the transaction of the command that led to it. */
final class Announcements {

    private static final URI CASES = URI.create("urn:datashare:hub:process");
    private static final URI ARRANGEMENTS = URI.create("urn:datashare:hub:arrangements");

    private Announcements() {}

    /** An event for the log; one that changes an arrangement goes to the catalogue's two topics as well. */
    static Stream<Outgoing> of(RecordedEvent event, Trail trail) {
        var logged = logged(event, trail);
        var log = Stream.of(Outgoing.event(Topics.EVENTS, event.requestId(), logged));
        return switch (event.event()) {
            case ArrangementActivated(var arrangement) -> Stream.concat(log, changed(arrangement, logged));
            case ArrangementExpired(var arrangement) -> Stream.concat(log, changed(arrangement, logged));
            case Object _ -> log;
        };
    }

    private static Envelope<byte[]> logged(RecordedEvent event, Trail trail) {
        return new Envelope<>(event.requestId() + "/" + event.sequence(), CASES,
                MessageTypes.of(event.event().getClass()), event.requestId(), event.at(), trail.correlationId(),
                trail.causationId(), trail.traceparent(), MessageJson.write(event));
    }

    private static Stream<Outgoing> changed(Arrangement arrangement, Envelope<byte[]> logged) {
        String id = arrangement.arrangementId();
        var whole = logged.leadsTo(id + "/" + arrangement.version(), ARRANGEMENTS, MessageTypes.ARRANGEMENT_PUBLISHED,
                id,
                arrangement.modifiedAt(), MessageJson.write(arrangement));
        return Stream.of(Outgoing.event(Topics.ARRANGEMENTS, id, whole),
                Outgoing.event(Topics.ARRANGEMENT_EVENTS, id, logged));
    }

    /**
     * The answer to a department's message that changed nothing.
     *
     * @param place where exactly that message was found, so that each repeat has an answer of its own
     */
    static Outgoing answer(Envelope<? extends FromDepartment> message, String place, Share share, String why,
            Instant now) {
        var command = message.data();
        var update = new StatusUpdate(share.requestId(), Optional.of(command.externalRef()), share.version(),
                Whereabouts.state(share), "Nothing has changed, because " + why + ".",
                Optional.of(Whereabouts.inWords(share)), Whereabouts.waitingFor(share),
                Whereabouts.arrangementId(share), now);
        return Outgoing.event(Topics.status(command.organisationId()), share.requestId(),
                message.leadsTo(share.requestId() + "/answer/" + place, CASES, MessageTypes.of(StatusUpdate.class),
                        share.requestId(), now, MessageJson.write(update)));
    }

    /**
     * What a message of the process goes back to.
     *
     * @param correlationId what ties the case's messages together
     * @param causationId   the id of the command, or of the event after which time did the rest
     * @param traceparent   the trace that the command was part of
     */
    record Trail(String correlationId, Optional<String> causationId, Optional<String> traceparent) {

        static Trail of(Envelope<?> command, String correlationId) {
            return new Trail(correlationId, Optional.of(command.id()), command.traceparent());
        }

        static Trail ofTime(Recorded log, Optional<String> correlationId) {
            String last = log.share().requestId() + "/" + log.sequence();
            return new Trail(correlationId.orElse(log.share().requestId()), Optional.of(last), Optional.empty());
        }
    }

    /** All that these events are announced by. */
    static List<Outgoing> of(List<RecordedEvent> events, Trail trail) {
        return events.stream().flatMap(event -> of(event, trail)).toList();
    }
}
