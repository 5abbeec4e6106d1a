package uk.gov.datashare.process.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;

/** What the oracle has written down of one case, and what it writes in answer to what happens now. */
final class Table {

    /** An older version: what its people were shown. */
    record Older(int version, String content, String document) {}

    /** What somebody said of a task of the version that is in force. */
    record Given(String taskId, String by, Optional<Outcome> outcome) {}

    final Rules rules;
    final Days days;
    final Set<String> vacant = new HashSet<>();
    final List<Older> older = new ArrayList<>();
    final List<Given> given = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    Map<Section, String> sections = Map.of();
    Optional<SubmitRequest> request = Optional.empty();
    String requestId;
    Place place = Place.UNSEEN;
    int version;
    String document = "";
    /** The hash of the memorandum to come: what it says is for others to judge. */
    String nextDocument = "";
    Optional<LocalDate> lastDay = Optional.empty();
    Instant stirred = Instant.EPOCH;
    Instant now = Instant.EPOCH;

    Table(String requestId, Rules rules) {
        this.requestId = requestId;
        this.rules = rules;
        this.days = new Days(rules.isHoliday());
    }

    void write(Object... words) {
        written.add(Lines.of(words));
    }

    SubmitRequest request() {
        return request.orElseThrow();
    }

    String content() {
        return request.map(SubmitRequest::contentHash).orElse("");
    }

    Optional<Part> find(String taskId) {
        return parts.stream().filter(part -> part.id().equals(taskId)).findFirst();
    }

    List<Part> open() {
        return parts.stream().filter(Part::isOpen).toList();
    }

    String shown(Part part) {
        return part.isSignature() && !document.isEmpty() ? document : content();
    }

    String token(Part part, String person) {
        return rules.tokens().of(requestId, version, part.id(), person, shown(part));
    }

    Instant due(Part part, int workingDays) {
        return days.fiveOClock(part.task.calendar(), now, workingDays);
    }

    boolean sensitive() {
        return request().proposal().security().sensitive();
    }

    /** Everybody whose turn it is need do nothing more. */
    void closeAll(String why) {
        for (Part part : open()) {
            close(part, why);
        }
    }

    void close(Part part, String why) {
        write("close", part.id(), why);
        part.end(Part.Status.OVER);
        stirred = now;
    }

    void move(Part part, String to, String why, Optional<String> comment) {
        Instant due = due(part, why.equals("SILENT") ? part.half() : part.days());
        write("move", part.id(), part.holder, to, token(part, to), due, why, comment);
        part.silences += why.equals("SILENT") ? 1 : 0;
        part.give(to, token(part, to), now, due);
        stirred = now;
    }

    /** A steward is told once that nobody seems to be in a post. */
    void reportVacant(Part part, String holder, String why, Optional<LocalDate> until) {
        PlannedTask task = part.task;
        if (part.isPlannedFor(holder) && vacant.add(task.organisationId() + "/" + task.role() + "/" + holder)) {
            write("vacant", task.organisationId(), task.role(), holder, why, until);
        }
    }

    /** Who can answer for the acquirer: whoever leads the share and those behind them, then all others. */
    Optional<String> whoAnswers(List<String> not) {
        List<String> people = new ArrayList<>();
        for (boolean leads : List.of(true, false)) {
            for (Part part : parts) {
                if (part.task.side() == Side.ACQUIRER && (part.task.role() == Role.DATA_SHARE_LEAD) == leads) {
                    people.add(part.task.assignee());
                    people.addAll(part.line());
                }
            }
        }
        people.removeAll(not);
        return people.stream().findFirst();
    }

    void ask(Part part, String text, String of, boolean again) {
        write("question", part.id(), part.holder, text, of, token(part, of));
        List<String> tried = new ArrayList<>();
        if (again) {
            tried.addAll(part.question.orElseThrow().tried());
            tried.add(part.question.orElseThrow().of());
        } else {
            part.heard();
        }
        part.unconfirmed = part.question.isPresent() ? part.unconfirmed : Optional.empty();
        part.question = Optional.of(new Part.Asked(text, of, token(part, of),
                part.question.map(Part.Asked::at).orElse(now), tried));
        stirred = now;
    }

    void askOthers(Part part) {
        var question = part.question.orElseThrow();
        List<String> not = new ArrayList<>(question.tried());
        not.add(question.of());
        not.add(part.holder);
        whoAnswers(not).ifPresent(other -> ask(part, question.text(), other, true));
    }

    void answerQuestion(Part part, String answer) {
        var calendar = part.task.calendar();
        int waited = days.between(calendar, part.question.orElseThrow().at(), now);
        Instant due = part.isView() ? part.due : days.sameTime(calendar, part.due, waited);
        write("answered", part.id(), answer, due);
        part.since = part.since.plusMillis(due.toEpochMilli() - part.due.toEpochMilli());
        part.due = due;
        part.question = Optional.empty();
        part.unconfirmed = Optional.empty();
        stirred = now;
    }
}
