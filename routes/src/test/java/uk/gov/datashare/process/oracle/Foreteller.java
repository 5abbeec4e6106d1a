package uk.gov.datashare.process.oracle;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;

/**
 * Foretells of one case, by the rules alone, what follows from each message and from the passing of time. It knows nothing of
 * the process, and is told nothing of what that did but the hash of the memorandum, which it does not write itself.
 */
public final class Foreteller {

    private final Table table;
    private final Onwards onwards;
    private final Mail mail;
    private final Time time;
    private final Map<String, Map<Section, String>> sections;

    /**
     * A case that nothing has come in for.
     *
     * @param sections the hashes of the sections of each proposal that will be sent, by the proposal's own hash
     */
    public Foreteller(String requestId, Rules rules, Map<String, Map<Section, String>> sections) {
        this.sections = sections;
        this.table = new Table(requestId, rules);
        this.onwards = new Onwards(table);
        this.mail = new Mail(table, new Deciding(table, onwards));
        this.time = new Time(table, onwards);
    }

    /** What must follow from a message that was not handled before, a line for each event. */
    public List<String> hears(ShareCommand command, Instant now, Optional<String> documentHash) {
        table.now = now;
        table.nextDocument = documentHash.orElse("a memorandum that nobody wrote");
        table.written.clear();
        switch (command) {
            case FromReply c -> mail.hears(c);
            case ReportLeaver c -> new Machines(table).hear(c);
            case FromDepartment c -> hears(c);
        }
        return List.copyOf(table.written);
    }

    /** What must follow from the passing of time, looked at once. */
    public List<String> timePasses(Instant now, Optional<String> documentHash) {
        table.now = now;
        table.nextDocument = documentHash.orElse("a memorandum that nobody wrote");
        table.written.clear();
        time.passes();
        return List.copyOf(table.written);
    }

    /** When time has something to say next, if ever. */
    public Optional<Instant> next() {
        return time.next();
    }

    /** Where the case is. */
    public Place place() {
        return table.place;
    }

    /** Which version counts. */
    public int version() {
        return table.version;
    }

    /** Whether the answer that bears this token is awaited. */
    public boolean awaits(String token) {
        return table.place.isInHand() && table.open().stream().anyMatch(part -> part.token.equals(token)
                || part.question.filter(asked -> asked.token().equals(token)).isPresent());
    }

    private void hears(FromDepartment c) {
        boolean theirs = table.place == Place.UNSEEN || table.request.isEmpty()
                || c.organisationId().equals(table.request().organisationId());
        if (table.place == Place.CLOSED || table.place == Place.LIVE || !theirs) {
            return;
        }
        switch (c) {
            case SubmitRequest submit -> submit(submit);
            case RefuseRequest refuse -> refuse(refuse);
            case WithdrawRequest withdraw -> {
                if (table.place != Place.UNSEEN) {
                    table.closeAll("CANCELLED");
                    table.write("withdrawn", withdraw.reason());
                    table.place = Place.CLOSED;
                }
            }
            case AnswerQuestion answer -> table.find(answer.taskId()).filter(part -> part.question.isPresent())
                    .ifPresent(part -> table.answerQuestion(part, answer.answer()));
        }
    }

    private boolean isNext(int version) {
        return table.place == Place.UNSEEN || (version == table.version + 1 && table.place != Place.SIGNING);
    }

    private void refuse(RefuseRequest c) {
        if (isNext(c.version())) {
            table.closeAll("CANCELLED");
            table.write("refused", c.version(), c.ruleId());
            table.place = Place.CLOSED;
            table.version = c.version();
        }
    }

    private void submit(SubmitRequest c) {
        if (!isNext(c.version()) || !sections.containsKey(c.contentHash()) || !isWhole(c.plan())) {
            return;
        }
        table.closeAll("SUPERSEDED");
        table.write("submitted", c.version(), c.contentHash());
        var before = table.parts;
        var was = table.request;
        var old = table.sections;
        if (was.isPresent()) {
            table.older.add(new Table.Older(table.version, table.content(), table.document));
        }
        table.request = Optional.of(c);
        table.version = c.version();
        table.sections = sections.getOrDefault(c.contentHash(), Map.of());
        table.document = "";
        table.parts = c.plan().tasks().stream().map(Part::new).toList();
        table.place = Place.TRIAGE;
        table.stirred = table.now;
        was.ifPresent(request -> new Carrying(table).carry(before, old, request));
        onwards.begin();
    }

    /** Somebody's yes binds, somebody signs, and no task is named twice. */
    private static boolean isWhole(ApprovalPlan plan) {
        Set<String> ids = new HashSet<>();
        boolean binds = false;
        boolean signs = false;
        for (var task : plan.tasks()) {
            if (!ids.add(task.taskId())) {
                return false;
            }
            boolean sign = task.stage() == Stage.SIGN;
            binds = binds || (task.mode() == Mode.BINDING && !sign && task.stage() != Stage.TRIAGE);
            signs = signs || (sign && task.mode() != Mode.NOTIFY_ONLY);
        }
        return binds && signs;
    }
}
