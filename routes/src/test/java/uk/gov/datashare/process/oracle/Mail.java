package uk.gov.datashare.process.oracle;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.oracle.Part.Status;

/** What the oracle expects of a reply. */
final class Mail {

    private final Table table;
    private final Deciding deciding;
    private final Machines machines;

    Mail(Table table, Deciding deciding) {
        this.table = table;
        this.deciding = deciding;
        this.machines = new Machines(table);
    }

    void hears(FromReply command) {
        boolean byMachine = command instanceof ReportAway || command instanceof ReportBounce;
        switch (table.place) {
            case UNSEEN -> nothing();
            case CLOSED, LIVE -> {
                if (!byMachine && !saidInForce(command)) {
                    ignore(command, "CLOSED");
                }
            }
            case TRIAGE, APPROVING, RETURNED, SIGNING -> inHand(command, byMachine);
        }
    }

    private static void nothing() {
        // nothing follows
    }

    private boolean saidInForce(FromReply command) {
        return table.place == Place.LIVE && table.given.stream()
                .anyMatch(one -> one.taskId().equals(command.reply().taskId())
                        && command.reply().by().equals(Optional.of(one.by())) && saysAgain(command, one.outcome()));
    }

    private static boolean saysAgain(FromReply command, Optional<Outcome> before) {
        return switch (command) {
            case Sign _ -> before.isEmpty();
            case Approve _ -> isOne(before, Outcome.APPROVE, Outcome.NO_OBJECTION);
            case ApproveWithConditions _ -> isOne(before, Outcome.APPROVE_WITH_CONDITIONS, Outcome.NO_OBJECTION);
            case Reject _ -> isOne(before, Outcome.REJECT, Outcome.OBJECTION);
            case ReturnForChanges _ -> isOne(before, Outcome.RETURN_FOR_CHANGES, Outcome.OBJECTION);
            default -> false;
        };
    }

    private static boolean isOne(Optional<Outcome> outcome, Outcome one, Outcome other) {
        return outcome.filter(it -> it == one || it == other).isPresent();
    }

    private void inHand(FromReply command, boolean byMachine) {
        var reply = command.reply();
        Optional<Part> maybe = table.find(reply.taskId());
        if (maybe.isEmpty()) {
            strange(command, byMachine);
            return;
        }
        Part part = maybe.get();
        boolean holders = part.isOpen() && part.token.equals(reply.tokenDigest());
        boolean askeds = part.isOpen() && !holders
                && part.question.filter(it -> it.token().equals(reply.tokenDigest())).isPresent();
        if (holders || askeds) {
            String whose = holders ? part.holder : part.question.orElseThrow().of();
            known(command, part, holders, whose, byMachine);
        } else {
            unknown(command, part, byMachine);
        }
    }

    private void known(FromReply command, Part part, boolean holders, String whose, boolean byMachine) {
        Optional<String> by = command.reply().by();
        boolean theirs = by.equals(Optional.of(whose)) || command instanceof ReportBounce
                || (command instanceof ReportAway && by.isEmpty());
        if (byMachine) {
            if (theirs) {
                machines.hear(command, part, holders);
            }
        } else if (!theirs) {
            ignore(command, "NOT_YOURS");
        } else if (isLow(command)) {
            ignore(command, "NOT_SURE_WHO");
        } else if (holders) {
            holder(command, part);
        } else if (command instanceof GiveAnswer answer) {
            table.answerQuestion(part, answer.answer());
        } else {
            unclear(command, part);
        }
    }

    private static boolean isLow(FromReply command) {
        return command.reply().evidence().assurance() == Assurance.LOW;
    }

    /** The token is nobody's who is to answer now: was it ever given to its writer? */
    private void unknown(FromReply command, Part part, boolean byMachine) {
        var reply = command.reply();
        boolean genuine = reply.by().filter(person -> table.token(part, person).equals(reply.tokenDigest()))
                .isPresent();
        if (!genuine) {
            strange(command, byMachine);
        } else if (!byMachine) {
            late(command, part, reply.by().orElseThrow());
        }
    }

    private void late(FromReply command, Part part, String by) {
        switch (part.status) {
            case OPEN -> ignore(command, "NOT_YOURS");
            case OVER -> ignore(command, "CLOSED");
            case WAITING, TOLD -> ignore(command, "OUT_OF_TURN");
            case DECIDED, SIGNED -> {
                if (!part.by.equals(by)) {
                    ignore(command, "ALREADY_DECIDED");
                } else if (isLow(command)) {
                    ignore(command, "NOT_SURE_WHO");
                } else if (!(command instanceof Confirm) && !saidSo(part, command)) {
                    ignore(command, "ALREADY_DECIDED");
                }
            }
        }
    }

    private boolean saidSo(Part part, FromReply command) {
        if (part.status == Status.SIGNED) {
            return command instanceof Sign;
        }
        return deciding.read(command)
                .filter(said -> said.outcome().isPresent())
                .filter(said -> deciding.on(part, said.outcome()).equals(part.outcome))
                .filter(said -> said.comment().equals(part.comment))
                .isPresent();
    }

    private void strange(FromReply command, boolean byMachine) {
        if (!byMachine) {
            ignore(command, table.older.stream().anyMatch(older -> isFrom(older, command.reply()))
                    ? "SUPERSEDED"
                    : "UNKNOWN_TOKEN");
        }
    }

    private boolean isFrom(Table.Older older, Reply reply) {
        return reply.by().filter(person -> isToken(older, older.content(), reply, person)
                || (!older.document().isEmpty() && isToken(older, older.document(), reply, person))).isPresent();
    }

    private boolean isToken(Table.Older older, String shown, Reply reply, String person) {
        return table.rules.tokens().of(table.requestId, older.version(), reply.taskId(), person, shown)
                .equals(reply.tokenDigest());
    }

    private void holder(FromReply command, Part part) {
        switch (command) {
            case ReportUnclear _ -> unclear(command, part);
            case AskQuestion c -> {
                if (!part.question.map(Part.Asked::text).equals(Optional.of(c.question()))) {
                    table.ask(part, c.question(), table.whoAnswers(List.of(part.holder))
                            .orElse(part.holder), false);
                }
            }
            case Delegate c -> {
                if (!c.to().equals(part.holder)) {
                    delegate(part, c);
                }
            }
            case Disclaim c -> part.firstNew(part.line()).ifPresentOrElse(
                    to -> table.move(part, to, "NOT_THEIRS", c.comment()), () -> unclear(command, part));
            case GiveAnswer _ -> ignore(command, "OUT_OF_TURN");
            case Confirm c -> deciding.confirm(part, c);
            case Sign _ when !part.isSignature() -> ignore(command, "OUT_OF_TURN");
            case Approve _ when part.isSignature() -> unclear(command, part);
            case ApproveWithConditions _ when part.isSignature() -> unclear(command, part);
            default -> deciding.hear(part, command);
        }
    }

    private void delegate(Part part, Delegate c) {
        boolean timeIsLeft = table.days.between(part.task.calendar(), table.now, part.due) > 0;
        var due = timeIsLeft ? part.due : table.due(part, part.half());
        table.write("delegate", part.id(), part.holder, c.to(), table.token(part, c.to()), due, c.comment());
        part.give(c.to(), table.token(part, c.to()), table.now, due);
        table.stirred = table.now;
    }

    private void unclear(FromReply command, Part part) {
        String by = command.reply().by().orElseThrow();
        table.write("unclear", part.id(), by);
        if (by.equals(part.holder)) {
            part.heard();
        }
    }

    private void ignore(FromReply command, String why) {
        table.write("ignored", command.reply().taskId(), command.reply().by(), why);
    }
}
