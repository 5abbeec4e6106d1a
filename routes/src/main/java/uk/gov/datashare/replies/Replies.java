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
import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence;
import uk.gov.datashare.connectors.email.interpretation.Interpretation;
import uk.gov.datashare.connectors.email.interpretation.Outcome;
import uk.gov.datashare.connectors.email.interpretation.Proof;
import uk.gov.datashare.connectors.email.interpretation.TimedInterpreter;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.Topics;

/**
 * Turns a mail into the one command that it is, or into none; a reply to a digest into one for each item. A command bears the
 * name of the mail's own bytes, so that the same mail, however often it is read, is the same command.
 */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:replies");

    private final TimedInterpreter interpreter;
    private final Authenticity authenticity;
    private final Correspondence sent;
    private final Commands commands;
    private final DigestReplies digests;
    private final InstantSource clock;

    Replies(TimedInterpreter interpreter, Authenticity authenticity, Correspondence sent, Commands commands,
            DigestReplies digests, InstantSource clock) {
        this.interpreter = requireNonNull(interpreter);
        this.authenticity = requireNonNull(authenticity);
        this.sent = requireNonNull(sent);
        this.commands = requireNonNull(commands);
        this.digests = requireNonNull(digests);
        this.clock = requireNonNull(clock);
    }

    /** What follows from a mail: at most one command, or a dead letter for one that cannot be read. */
    List<Outgoing> interpret(Received record) {
        return switch (record.read()) {
            case Read.NotAnEvent(var problems) -> List.of(dead(record, "NotAnEvent", String.join("; ", problems)));
            case Read.Understood(var mail) -> interpret(mail, record);
        };
    }

    private List<Outgoing> interpret(Envelope<byte[]> mail, Received record) {
        Verdict origin = authenticity.judge(mail.data());
        Interpretation found = interpreter.interpret(mail.data(), origin, sent);
        Provenance provenance = found.reading().provenance();
        Optional<ReplyAddress> about = provenance.about()
                .filter(address -> !address.taskId().equals(ReplyAddress.NO_TASK));
        LOG.info("Mail {} is {} by rule {}, about {}", record.place(), found.outcome(), found.rule(),
                about.map(address -> address.requestId() + "/" + address.taskId()).orElse("no task"));
        if (found.outcome() == Outcome.QUARANTINE) {
            return List.of(dead(record, found.rule(), why(found.reading())));
        }
        Optional<ReplyAddress> digest = about.filter(ReplyAddress::isOfDigest);
        if (digest.isPresent()) {
            return digests.interpret(mail, digest.get(), origin);
        }
        return about.flatMap(address -> commands.of(found.reading(), address, evidence(found)))
                .map(command -> outgoing(command, provenance, mail))
                .map(List::of)
                .orElse(List.of());
    }

    private static String why(Reading reading) {
        return reading instanceof Reading.Unreadable(_, var why)
                ? why
                : "Somebody wrote results of a check in the name of our own mail server.";
    }

    /** What does not count by the hub's own letters must never count in the process, whatever it finds: it is not sure who wrote. */
    private static Evidence evidence(Interpretation found) {
        Proof proof = found.proof();
        boolean counts = found.outcome() != Outcome.UNAUTHORISED && found.outcome() != Outcome.STALE;
        return new Evidence(Evidence.Channel.EMAIL, proof.messageId(), proof.rawDigest(), proof.rule(),
                counts ? proof.authentication().assurance() : Assurance.LOW,
                Optional.of(proof.authentication().authentication()));
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
