package uk.gov.datashare.process.oracle;

import java.util.Comparator;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.process.oracle.Part.Status;
import uk.gov.datashare.process.oracle.Table.Given;

/** How far a case goes by itself once everybody who was asked has answered. */
final class Onwards {

    private final Table table;

    Onwards(Table table) {
        this.table = table;
    }

    void begin() {
        boolean coordinators = table.parts.stream()
                .anyMatch(part -> part.isTriage() && part.status == Status.WAITING);
        if (coordinators) {
            open(Stage.TRIAGE);
        } else {
            go();
        }
    }

    void go() {
        while (goesOn()) {
            // one stage after the other
        }
    }

    private boolean goesOn() {
        boolean done = table.parts.stream().filter(part -> part.status != Status.WAITING).allMatch(Part::isDone);
        return done && switch (table.place) {
            case TRIAGE -> triaged();
            case APPROVING -> approved();
            case SIGNING -> signed();
            case UNSEEN, RETURNED, LIVE, CLOSED -> false;
        };
    }

    private boolean triaged() {
        table.write("triaged");
        table.place = Place.APPROVING;
        table.stirred = table.now;
        return true;
    }

    private boolean approved() {
        Optional<Stage> next = table.parts.stream()
                .filter(part -> part.status == Status.WAITING && !part.isSignature())
                .map(part -> part.task.stage())
                .min(Comparator.naturalOrder());
        next.ifPresent(this::open);
        if (next.isEmpty() && everyYesIsThere()) {
            agree();
        }
        return next.isPresent();
    }

    private void agree() {
        table.write("agreed", table.now);
        table.write("issued", table.nextDocument);
        table.document = table.nextDocument;
        table.place = Place.SIGNING;
        table.stirred = table.now;
        open(Stage.SIGN);
    }

    private boolean signed() {
        boolean all = table.parts.stream().filter(part -> part.isSignature() && !part.isOnlyTold())
                .allMatch(part -> part.status == Status.SIGNED);
        if (all && everyYesIsThere()) {
            table.write("ArrangementActivated");
            table.place = Place.LIVE;
            table.lastDay = table.request().proposal().terms().end();
            for (Part part : table.parts) {
                if (part.status == Status.DECIDED || part.status == Status.SIGNED) {
                    table.given.add(new Given(part.id(), part.by,
                            part.status == Status.SIGNED ? Optional.empty() : part.outcome));
                }
            }
        }
        return false;
    }

    /** Every yes that binds, and every answer, or the end of its time, that law or policy leaves no choice about. */
    private boolean everyYesIsThere() {
        return table.parts.stream()
                .filter(part -> !part.isTriage() && !part.isSignature())
                .filter(part -> part.task.mode() == Mode.BINDING || part.task.floor())
                .allMatch(Part::isDone);
    }

    private void open(Stage stage) {
        table.write("stage", stage);
        for (Part part : table.parts) {
            if (part.task.stage() == stage && part.status == Status.WAITING) {
                put(part, part.task.assignee());
            }
        }
    }

    private void put(Part part, String to) {
        if (part.isOnlyTold()) {
            table.write("tell", part.id(), to);
            part.end(Status.TOLD);
        } else {
            var due = table.due(part, part.days());
            table.write("ask", part.id(), to, table.token(part, to), due);
            part.give(to, table.token(part, to), table.now, due);
        }
        table.stirred = table.now;
    }
}
