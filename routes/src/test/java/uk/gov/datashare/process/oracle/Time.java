package uk.gov.datashare.process.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Organisation.Calendar;

/** What the oracle expects of the passing of time. */
final class Time {

    private static final int END = 100;

    private final Table table;
    private final Onwards onwards;
    private final Machines machines;

    Time(Table table, Onwards onwards) {
        this.table = table;
        this.onwards = onwards;
        this.machines = new Machines(table);
    }

    /** When a task's clock rings, and how much of its holder's time is over then. */
    private record Bell(Instant at, int percent) {}

    Optional<Instant> next() {
        if (table.place == Place.LIVE) {
            return table.lastDay.map(Days::midnightAfter);
        }
        if (!table.place.isInHand()) {
            return Optional.empty();
        }
        Instant first = lapses();
        for (Part part : table.open()) {
            for (Bell bell : bells(part)) {
                first = bell.at().isBefore(first) ? bell.at() : first;
            }
        }
        return Optional.of(first);
    }

    void passes() {
        if (next().filter(at -> !at.isAfter(table.now)).isEmpty()) {
            return;
        }
        if (table.place == Place.LIVE) {
            table.write("ArrangementExpired");
            table.place = Place.CLOSED;
        } else if (!ring()) {
            var silent = table.open().stream().map(Part::id).toList();
            table.closeAll("EXPIRED");
            table.write("lapsed", silent);
            table.place = Place.CLOSED;
        }
    }

    private boolean ring() {
        boolean rang = false;
        for (Part part : table.open()) {
            Optional<Bell> last = Optional.empty();
            for (Bell bell : bells(part)) {
                if (!bell.at().isAfter(table.now) && last.filter(it -> it.percent() >= bell.percent()).isEmpty()) {
                    last = Optional.of(bell);
                }
            }
            last.ifPresent(bell -> ring(part, bell.percent()));
            rang = rang || last.isPresent();
        }
        if (rang) {
            onwards.go();
        }
        return rang;
    }

    private void ring(Part part, int percent) {
        if (percent < END) {
            table.write("remind", part.id(), part.holder, percent);
            part.reminded = Math.max(part.reminded, percent);
            part.away = part.away && part.awayUntil.isEmpty();
        } else if (part.endsInSilence()) {
            table.close(part, "EXPIRED");
        } else {
            boolean again = part.silences > 0;
            part.nextAfterSilence().ifPresent(to -> table.move(part, to, "SILENT", Optional.empty()));
            if (again) {
                table.reportVacant(part, part.task.assignee(), "SILENT", Optional.empty());
            }
        }
    }

    private List<Bell> bells(Part part) {
        List<Bell> bells = new ArrayList<>();
        if (part.standsStill()) {
            return bells;
        }
        Calendar calendar = part.task.calendar();
        int all = table.days.between(calendar, part.since, part.due);
        Optional<Instant> back = part.away ? machines.back(part, part.awaySince, part.awayUntil) : Optional.empty();
        for (int percent : table.rules.reminders()) {
            int left = all - (int) Math.ceil(all * percent / 100.0);
            if (percent > part.reminded && left > 0) {
                Instant at = table.days.sameTime(calendar, part.due, -left);
                if (back.filter(there -> !at.isAfter(there)).isEmpty()) {
                    bells.add(new Bell(at, percent));
                }
            }
        }
        back.ifPresent(at -> bells.add(new Bell(at, over(all, table.days.between(calendar, at, part.due)))));
        if (part.endsInSilence() || part.nextAfterSilence().isPresent()) {
            bells.add(new Bell(part.due, END));
        }
        return bells;
    }

    private static int over(int all, int left) {
        int percent = (all - left) * END / Math.max(1, all);
        return Math.min(END - 1, Math.max(1, percent));
    }

    private Instant lapses() {
        Instant from = table.stirred;
        for (Part part : table.open()) {
            from = !part.standsStill() && part.due.isAfter(from) ? part.due : from;
        }
        Calendar calendar = table.parts.stream().filter(part -> part.task.side() == Side.ACQUIRER).findFirst()
                .map(part -> part.task.calendar()).orElse(Calendar.ENGLAND_AND_WALES);
        return table.days.fiveOClock(calendar, from, table.rules.silence());
    }
}
