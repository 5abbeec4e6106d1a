package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.Topics;

/**
 * Turns a mail into the one command that it is, or into none. The command bears the name of the mail's own bytes, so that
 * the same mail, however often it is read, is the same command.
 */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:replies");

    private final ReplyReader reader;
    private final Authenticity authenticity;
    private final Commands commands;
    private final InstantSource clock;

    Replies(ReplyReader reader, Authenticity authenticity, Commands commands, InstantSource clock) {
        this.reader = requireNonNull(reader);
        this.authenticity = requireNonNull(authenticity);
        this.commands = requireNonNull(commands);
        this.clock = requireNonNull(clock);
    }

    /** What follows from a mail: at most one command, or a dead letter for one that cannot be read. */
    List<Outgoing> interpret(Received record) {
        return switch (record.read()) {
            case Read.NotAnEvent(var problems) -> List.of(dead(record, "NotAnEvent", String.join("; ", problems)));
            case Read.Understood(var mail) -> interpret(mail, reader.read(mail.data(), Optional.empty()), record);
        };
    }

    private List<Outgoing> interpret(Envelope<byte[]> mail, Reading reading, Received record) {
        String rule = reading.provenance().rule();
        Optional<ReplyAddress> about = reading.provenance().about()
                .filter(address -> !address.taskId().equals(ReplyAddress.NO_TASK));
        LOG.info("Mail {} reads as {} by rule {}, about {}", record.place(), reading.getClass().getSimpleName(), rule,
                about.map(address -> address.requestId() + "/" + address.taskId()).orElse("no task"));
        if (reading instanceof Reading.Unreadable(_, var why)) {
            return List.of(dead(record, rule, why));
        }
        return about.flatMap(address -> commands.of(reading, address, evidence(reading.provenance(), mail.data())))
                .map(command -> outgoing(command, reading.provenance(), mail))
                .map(List::of)
                .orElse(List.of());
    }

    private Evidence evidence(Provenance provenance, byte[] raw) {
        var verdict = authenticity.judge(raw);
        return new Evidence(Evidence.Channel.EMAIL, provenance.messageId(), provenance.rawDigest(), provenance.rule(),
                verdict.assurance(), Optional.of(verdict.authentication()));
    }

    private Outgoing outgoing(ShareCommand command, Provenance provenance, Envelope<byte[]> mail) {
        return Outgoing.event(Topics.COMMANDS, command.requestId(),
                mail.leadsTo("mail." + provenance.rawDigest(), SOURCE,
                        MessageTypes.of(command.getClass()), command.requestId(), clock.instant(),
                        MessageJson.write(command)));
    }

    private Outgoing dead(Received record, String cause, String words) {
        return new DeadLetter(record, RepliesRoutes.INTERPRET, cause, words, 1, clock.instant());
    }
}
