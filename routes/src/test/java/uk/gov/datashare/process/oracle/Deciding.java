package uk.gov.datashare.process.oracle;

import java.util.Optional;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Evidence.Channel;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.oracle.Part.Status;
import uk.gov.datashare.process.oracle.Part.Unconfirmed;

/** What the oracle expects of a yes, a no or a signature: that it counts, is to be confirmed, or cannot come by mail. */
final class Deciding {

    private static final int CODES = 10;
    private static final int WRONG_CODES = 3;

    private final Table table;
    private final Onwards onwards;

    Deciding(Table table, Onwards onwards) {
        this.table = table;
        this.onwards = onwards;
    }

    /** What somebody decides; no outcome is a signature. */
    record Said(Optional<Outcome> outcome, Optional<String> comment) {}

    Optional<Said> read(FromReply command) {
        return switch (command) {
            case Approve c -> Optional.of(new Said(Optional.of(Outcome.APPROVE), c.comment()));
            case ApproveWithConditions c ->
                Optional.of(new Said(Optional.of(Outcome.APPROVE_WITH_CONDITIONS), Optional.of(c.conditions())));
            case Reject c -> Optional.of(new Said(Optional.of(Outcome.REJECT), c.reason()));
            case ReturnForChanges c ->
                Optional.of(new Said(Optional.of(Outcome.RETURN_FOR_CHANGES), Optional.of(c.changes())));
            case Sign c -> Optional.of(new Said(Optional.empty(), c.comment()));
            default -> Optional.empty();
        };
    }

    static Outcome asView(Outcome outcome) {
        return outcome == Outcome.REJECT || outcome == Outcome.RETURN_FOR_CHANGES || outcome == Outcome.OBJECTION
                ? Outcome.OBJECTION
                : Outcome.NO_OBJECTION;
    }

    Optional<Outcome> on(Part part, Optional<Outcome> outcome) {
        return part.isView() ? outcome.map(Deciding::asView) : outcome;
    }

    void hear(Part part, FromReply command) {
        var said = read(command).orElseThrow();
        var evidence = command.reply().evidence();
        String way = way(part);
        if (evidence.channel() != Channel.EMAIL) {
            count(part, said, command.reply(), evidence, Optional.empty());
        } else if (way.equals("REFUSAL_ONLY") && !refuses(said.outcome())) {
            ignore(command, "NOT_BY_MAIL");
        } else if (evidence.assurance() == Assurance.HIGH && !way.equals("CONFIRMED")) {
            count(part, said, command.reply(), evidence, Optional.empty());
        } else if (part.unconfirmed.map(Unconfirmed::sought).orElse(0) >= CODES) {
            ignore(command, "NOT_SURE_WHO");
        } else {
            askForCode(part, said, command.reply());
        }
    }

    private String way(Part part) {
        return table.rules.ways().on(table.sensitive(), part.task.role());
    }

    private static boolean refuses(Optional<Outcome> outcome) {
        return outcome.filter(it -> asView(it) == Outcome.OBJECTION).isPresent();
    }

    private void askForCode(Part part, Said said, Reply reply) {
        String by = reply.by().orElseThrow();
        String code = table.rules.codes().of(table.requestId, table.version, part.id(), by,
                reply.evidence().rawDigest());
        var until = table.due(part, 3);
        var outcome = on(part, said.outcome());
        table.write("code", part.id(), by, outcome, said.comment(), code, until, reply.evidence().rawDigest());
        part.unconfirmed = Optional.of(new Unconfirmed(outcome, said.comment(), code, until, reply.evidence(), 0,
                part.unconfirmed.map(Unconfirmed::sought).orElse(0) + 1));
    }

    void confirm(Part part, Confirm command) {
        Optional<Unconfirmed> waiting = part.unconfirmed;
        boolean right = waiting.filter(it -> it.wrong() < WRONG_CODES && !it.until().isBefore(table.now)
                && it.code().equals(command.codeDigest())).isPresent();
        if (!right) {
            ignore(command, "WRONG_CODE");
            part.unconfirmed = waiting.map(it -> new Unconfirmed(it.outcome(), it.comment(), it.code(), it.until(),
                    it.evidence(), it.wrong() + 1, it.sought()));
            return;
        }
        var it = waiting.orElseThrow();
        if (way(part).equals("REFUSAL_ONLY") && !refuses(it.outcome())) {
            ignore(command, "NOT_BY_MAIL");
        } else {
            count(part, new Said(it.outcome(), it.comment()), command.reply(), it.evidence(),
                    Optional.of(command.reply().evidence()));
        }
    }

    private void count(Part part, Said said, Reply reply, Evidence evidence, Optional<Evidence> confirmation) {
        Optional<Outcome> outcome = on(part, said.outcome());
        part.by = reply.by().orElseThrow();
        part.outcome = outcome;
        part.comment = said.comment();
        part.decidedAt = table.now;
        part.fromVersion = table.version;
        part.fromTask = part.id();
        part.fromHash = table.shown(part);
        part.fromEvidence = evidence.rawDigest();
        table.stirred = table.now;
        var proof = confirmation.map(Evidence::rawDigest);
        if (outcome.isPresent()) {
            table.write("decided", part.id(), part.by, outcome, said.comment(), table.shown(part),
                    evidence.rawDigest(), proof, reply.registryVersion());
            part.end(Status.DECIDED);
            decided(part, outcome.get());
        } else {
            table.write("signed", part.id(), part.by, part.task.organisationId(), table.shown(part), said.comment(),
                    evidence.rawDigest(), proof, reply.registryVersion());
            part.end(Status.SIGNED);
            onwards.go();
        }
    }

    private void decided(Part part, Outcome outcome) {
        if (outcome == Outcome.REJECT) {
            table.closeAll("CANCELLED");
            table.write("rejected", part.id(), part.by, part.comment);
            table.place = Place.CLOSED;
        } else if (outcome == Outcome.RETURN_FOR_CHANGES) {
            table.closeAll("SUPERSEDED");
            table.write("returned", part.id(), part.by, part.comment);
            table.place = Place.RETURNED;
        } else {
            onwards.go();
        }
    }

    private void ignore(FromReply command, String why) {
        table.write("ignored", command.reply().taskId(), command.reply().by(), why);
    }
}
