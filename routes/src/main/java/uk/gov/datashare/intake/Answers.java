package uk.gov.datashare.intake;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.Topics;

/** What intake sends. Each id is made of the message that led to it, so that the same message gets the same answer. */
final class Answers {

    private static final URI SOURCE = URI.create("urn:datashare:hub:intake");
    /** What may be the key of an answer; anything else is named by its digest. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");

    private final InstantSource clock;

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /** A command for the process, which handles each command id once in a case. */
    Outgoing command(String organisation, Envelope<?> cause, ShareCommand command) {
        String id = MessageJson
                .sha256(String.join("\n", "command", organisation, cause.source().toString(), cause.id()));
        var envelope = cause.leadsTo(id, SOURCE, MessageTypes.of(command.getClass()), command.requestId(),
                clock.instant(),
                MessageJson.write(command));
        return Outgoing.event(Topics.COMMANDS, command.requestId(), envelope);
    }

    /** Everything that was wrong with a message, for the department that sent it, and what it may send in its place. */
    Outgoing errors(String organisation, Received record, Optional<? extends Envelope<?>> cause,
            Optional<String> reference, List<Problem> problems, Optional<JsonNode> corrected) {
        String digest = MessageJson.sha256(record.value().orElse(new byte[0]));
        var report = new ErrorReport(organisation, reference, cause.map(Envelope::id), record.topic(),
                record.partition(), record.offset(),
                digest, problems, corrected, clock.instant());
        String key = Stream.of(reference, record.key()).flatMap(Optional::stream)
                .filter(text -> PLAIN.matcher(text).matches()).findFirst().orElse(digest);
        String from = cause.map(envelope -> envelope.source() + "\n" + envelope.id()).orElse("");
        String id = MessageJson.sha256(String.join("\n", "errors", organisation, from, digest));
        var data = MessageJson.write(report);
        var envelope = cause
                .map(known -> known.leadsTo(id, SOURCE, MessageTypes.of(ErrorReport.class), key, clock.instant(), data))
                .orElseGet(() -> new Envelope<>(id, SOURCE, MessageTypes.of(ErrorReport.class), key, clock.instant(),
                        id, Optional.empty(), Optional.empty(), data));
        return Outgoing.event(Topics.errors(organisation), key, envelope);
    }

    /** A message that nobody can be answered about. */
    Outgoing deadLetter(Received record, String why) {
        return new DeadLetter(record, IntakeRoutes.RECEIVE, "UnknownOrganisation", why, 1, clock.instant());
    }
}
