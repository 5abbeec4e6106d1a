package uk.gov.datashare.process.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Absence.Moves;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;

/** What the oracle expects when a machine, or the registry, says that somebody is not there. */
final class Machines {

    private static final int PUT_OFF = 3;
    private static final int LONG = 20;

    private final Table table;

    Machines(Table table) {
        this.table = table;
    }

    void hear(FromReply report, Part part, boolean holders) {
        if (report instanceof ReportAway c) {
            if (holders) {
                holderAway(part, c);
            } else {
                askedAway(part, c);
            }
        } else if (report instanceof ReportBounce c) {
            if (holders) {
                holderBounced(part, c.permanent());
            } else {
                askedBounced(part, c.permanent());
            }
        }
    }

    private Optional<LocalDate> until(ReportAway c) {
        return c.until().filter(day -> !Days.day(table.now).isAfter(day));
    }

    private void holderAway(Part part, ReportAway c) {
        Optional<LocalDate> until = until(c);
        if (part.away && part.awayUntil.equals(until)) {
            return;
        }
        String holder = part.holder;
        table.write("away", part.id(), holder, c.until(), c.cover());
        part.away = true;
        part.awaySince = table.now;
        part.awayUntil = until;
        Optional<Instant> back = back(part, table.now, until);
        boolean stays = part.rule().moves() == Moves.WAIT
                || (lastsAtMost(part, back, part.rule().waitWorkingDays())
                        && back.filter(at -> at.isBefore(part.due)).isPresent());
        if (!stays) {
            standIn(part, c.cover()).ifPresent(to -> table.move(part, to, "AWAY", Optional.empty()));
        }
        if (!lastsAtMost(part, back, LONG)) {
            table.reportVacant(part, holder, "AWAY", until);
        }
    }

    /** They are back at nine on the first working day from then on, and not on the day of the automatic reply. */
    Optional<Instant> back(Part part, Instant since, Optional<LocalDate> until) {
        return until.map(day -> {
            LocalDate next = Days.day(since).plusDays(1);
            return table.days.nineOClock(part.task.calendar(), day.isAfter(next) ? day : next);
        });
    }

    private boolean lastsAtMost(Part part, Optional<Instant> back, int workingDays) {
        return back.filter(at -> table.days.between(part.task.calendar(), table.now, at) <= workingDays).isPresent();
    }

    private Optional<String> standIn(Part part, Optional<String> cover) {
        List<String> people = new ArrayList<>();
        if (part.rule().moves() == Moves.ESCALATION_CONTACT) {
            people.add(part.task.escalation());
        } else {
            cover.filter(part.line()::contains).ifPresent(people::add);
        }
        people.addAll(part.line());
        return part.firstNew(people);
    }

    private void holderBounced(Part part, boolean forGood) {
        String holder = part.holder;
        table.write("bounced", part.id(), holder, forGood);
        part.bounces++;
        if (forGood || part.bounces >= PUT_OFF) {
            standIn(part, Optional.empty()).ifPresent(to -> table.move(part, to, "NOT_REACHED", Optional.empty()));
            table.reportVacant(part, holder, "NOT_REACHED", Optional.empty());
        }
    }

    private Optional<Part> theirs(String person) {
        return table.parts.stream().filter(part -> part.task.side() == Side.ACQUIRER && part.isPlannedFor(person))
                .findFirst();
    }

    private void askedAway(Part part, ReportAway c) {
        String of = part.question.orElseThrow().of();
        Optional<LocalDate> until = until(c);
        table.write("away", part.id(), of, c.until(), c.cover());
        Optional<Part> theirs = theirs(of);
        boolean waits = theirs.filter(it -> it.rule().moves() == Moves.WAIT
                || lastsAtMost(it, back(it, table.now, until), it.rule().waitWorkingDays())).isPresent();
        if (!waits) {
            table.askOthers(part);
        }
        theirs.filter(it -> !lastsAtMost(it, back(it, table.now, until), LONG))
                .ifPresent(it -> table.reportVacant(it, of, "AWAY", until));
    }

    private void askedBounced(Part part, boolean forGood) {
        String of = part.question.orElseThrow().of();
        table.write("bounced", part.id(), of, forGood);
        if (forGood) {
            table.askOthers(part);
            theirs(of).ifPresent(it -> table.reportVacant(it, of, "NOT_REACHED", Optional.empty()));
        }
    }

    /** The registry does not name this person any more. */
    void hear(ReportLeaver c) {
        Optional<Part> maybe = table.place.isInHand() ? table.find(c.taskId()).filter(Part::isOpen) : Optional.empty();
        maybe.ifPresent(part -> {
            if (part.holder.equals(c.person())) {
                List<String> people = new ArrayList<>(c.successors());
                people.addAll(part.line());
                part.firstNew(people).ifPresentOrElse(
                        to -> table.move(part, to, "LEFT_THE_POST", Optional.empty()),
                        () -> table.reportVacant(part, c.person(), "LEFT_THE_POST", Optional.empty()));
            } else if (part.question.filter(it -> it.of().equals(c.person())).isPresent()) {
                table.askOthers(part);
            }
        });
    }
}
