package uk.gov.datashare.approval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.process.ApprovalsByMail;
import uk.gov.datashare.process.ApprovalsByMail.Way;

/** Puts a draft into words: subject, text and HTML, with the reply address left for the sender to fill in. */
final class LetterWriter {

    private static final int LONGEST_TITLE = 120;
    private static final String NOT_IN_MAIL = "(not shown in a mail, because of the request's marking)";

    private final Stationery stationery;
    private final boolean showsSensitive;
    private final ApprovalsByMail byMail;

    /** A writer where everything may be decided by mail. */
    LetterWriter(Stationery stationery, boolean showsSensitive) {
        this(stationery, showsSensitive, ApprovalsByMail.USUAL);
    }

    /** A writer whose letters show what an OFFICIAL-SENSITIVE request says only if they are told that they may. */
    LetterWriter(Stationery stationery, boolean showsSensitive, ApprovalsByMail byMail) {
        this.stationery = stationery;
        this.showsSensitive = showsSensitive;
        this.byMail = byMail;
    }

    /** The letter of this name. */
    Letter write(Draft draft, Occasion on, String letterId) {
        Optional<PlannedTask> task = on.task(draft.taskId());
        String subject = subject(draft, on, task);
        Page page = page(draft, on, subject);
        return new Letter(letterId, draft.template().kind(), on.recorded().requestId(), draft.recipient(),
                draft.expects() == Draft.Expects.NOTHING ? Optional.empty() : reply(on, task), draft.thread(), subject,
                stationery.text(draft.template(), page), stationery.html(draft.template(), page));
    }

    /** All that the letter of a draft may say. */
    Page page(Draft draft, Occasion on, String subject) {
        Optional<PlannedTask> task = on.task(draft.taskId());
        Way way = task.map(planned -> byMail.on(sensitive(on), planned.role())).orElse(Way.PLAIN);
        boolean withheld = sensitive(on) && !showsSensitive;
        return new Page(draft.headline(), sensitive(on) ? "OFFICIAL-SENSITIVE" : "OFFICIAL", withheld,
                title(on), on.recorded().requestId(), on.version(), task.map(planned -> task(planned, on, withheld)),
                facts(on, withheld),
                changes(draft, on), choices(draft, task, subject, way),
                draft.under(way).shown(Optional.of(NOT_IN_MAIL).filter(_ -> withheld)));
    }

    private static String subject(Draft draft, Occasion on, Optional<PlannedTask> task) {
        String reference = draft.taskId().equals(Draft.NO_TASK) ? "" : "/" + draft.taskId();
        String post = task.map(_ -> " (" + on.post(draft.taskId()) + ")").orElse("");
        return "[" + on.recorded().requestId() + reference + "] " + draft.headline() + ": "
                + Plain.brief(title(on), LONGEST_TITLE) + post;
    }

    private static Optional<Letter.Reply> reply(Occasion on, Optional<PlannedTask> task) {
        return task.flatMap(planned -> on.shownHash(planned)
                .map(hash -> new Letter.Reply(planned.taskId(), on.version(), hash, ConfirmLetters.confirmed(on))));
    }

    private static boolean sensitive(Occasion on) {
        return on.file().cover().map(CaseFile.Cover::sensitive).orElse(false);
    }

    static String title(Occasion on) {
        return on.file().cover().map(cover -> Plain.text(cover.title()))
                .orElseGet(() -> on.recorded().event() instanceof RequestRefused refused
                        ? "your case " + Plain.text(refused.externalRef().id())
                        : "data share request");
    }

    private static List<Row> facts(Occasion on, boolean withheld) {
        return on.submission().map(submitted -> Stream
                .concat(new Facts(on::nameOf).of(submitted.proposal(), withheld).stream(),
                        withheld ? Stream.<Row>empty() : MoreFacts.beside(submitted.accompaniment(), on.registry()))
                .toList()).orElse(List.of());
    }

    private static Page.Task task(PlannedTask task, Occasion on, boolean withheld) {
        List<String> conditions = task.stage() == Stage.SIGN && !withheld
                ? on.file().document(on.version()).map(issued -> issued.memorandum().conditions()).orElse(List.of())
                : List.of();
        return new Page.Task(task.taskId(), task.role().words(), on.nameOf(task.organisationId()),
                task.stage() == Stage.SIGN, TaskLetters.advises(task), task.stage() == Stage.TRIAGE,
                on.shownHash(task).map(HashWords::of).orElse("not there yet"),
                task.reasons().stream().map(reason -> why(reason, withheld)).toList(),
                conditions.stream().map(Plain::text).toList());
    }

    private static Page.Why why(Reason reason, boolean withheld) {
        return new Page.Why(reason.ruleId() + ", version " + reason.ruleVersion(),
                Optional.of(Plain.text(reason.text())).filter(_ -> !withheld),
                Optional.of(Plain.text(reason.citation())).filter(text -> !withheld && !text.isEmpty()));
    }

    /** Against the version that the reader decided on, else against the one before; of the first there is nothing to say. */
    private static Optional<Page.Difference> changes(Draft draft, Occasion on) {
        Optional<Integer> decided = on.file().decidedBefore(on.version(), draft.recipient());
        int before = decided.orElse(on.version() - 1);
        Optional<Proposal> earlier = on.file().submission(before).map(RequestSubmitted::proposal);
        return earlier.flatMap(old -> on.submission().map(now -> new Page.Difference(before, decided.isPresent(),
                Changes.between(old, now.proposal()))));
    }

    private static List<Choice> choices(Draft draft, Optional<PlannedTask> task, String subject, Way way) {
        return switch (draft.expects()) {
            case NOTHING -> List.of();
            case ANSWER -> Choice.answer(subject);
            case CODE -> Choice.code(subject);
            case DECISION -> task.map(planned -> Choice.decisions(planned, subject, way)).orElse(List.of());
        };
    }
}
