package uk.gov.datashare.approval;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.DigestNote.TaskSettled;
import uk.gov.datashare.contracts.DigestNote.TaskTold;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/**
 * Tells which letters of an event go to the digest of their reader in place of the mail server, and what else that digest
 * must know. Pure.
 */
final class DigestNotes {

    /** A reply to a digest makes a command of this name for each item; the events that follow name it as their cause. */
    private static final Pattern OF_A_DIGEST = Pattern.compile("mail\\.([0-9a-f]{64})\\.DSR-.+");

    private final LetterWriter writer;
    private final Stationery stationery;

    DigestNotes(LetterWriter writer, Stationery stationery) {
        this.writer = writer;
        this.stationery = stationery;
    }

    /**
     * The way of a letter.
     *
     * @param out  whether it goes to the mail server by itself
     * @param note what goes to its reader's digest
     */
    record Way(boolean out, Optional<DigestNote> note) {

        private static final Way STRAIGHT = new Way(true, Optional.empty());
    }

    /** The way of a letter that an event owes; {@code cause} is the command behind the event. */
    Way of(Written written, Occasion on, Optional<String> cause) {
        Letter letter = written.letter();
        boolean digest = on.registry().person(letter.recipient()).map(Holder::person).map(RoleHolder::wantsDigest)
                .orElse(false);
        Optional<String> rawDigest = cause.map(OF_A_DIGEST::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
        return switch (letter.kind()) {
            case TASK, REMINDER, ESCALATION -> digest ? waits(asked(written, on, false)) : Way.STRAIGHT;
            case ANSWER -> digest ? new Way(true, asked(written, on, true)) : Way.STRAIGHT;
            case RECEIPT, CLARIFY, NOT_COUNTED, NOTICE -> (digest || rawDigest.isPresent()) && isAboutTask(written)
                    ? new Way(false, Optional.of(told(written, on, rawDigest)))
                    : Way.STRAIGHT;
            case QUERY, CONFIRM, OUTCOME, DIGEST -> Way.STRAIGHT;
        };
    }

    /** What has no note has no place in a digest. */
    private static Way waits(Optional<DigestNote> note) {
        return new Way(note.isEmpty(), note);
    }

    /** Who need not decide any more, or not now, after this event; whatever they chose, for they may choose again. */
    static List<TaskSettled> settled(Occasion on) {
        return switch (on.recorded().event()) {
            case DecisionTaken taken -> settled(on, taken.taskId(), Optional.of(taken.by()));
            case DocumentSigned signed -> settled(on, signed.taskId(), Optional.of(signed.by()));
            case TaskClosed closed -> settled(on, closed.taskId(),
                    on.holder(closed.taskId()).map(CaseFile.Asked::to));
            case TaskEscalated moved -> settled(on, moved.taskId(),
                    Optional.of(moved.from()).filter(from -> !from.equals(moved.to())));
            case TaskDelegated moved -> settled(on, moved.taskId(), Optional.of(moved.from()));
            case QuestionAsked asked -> settled(on, asked.taskId(), Optional.of(asked.by()));
            case ShareEvent _ -> List.of();
        };
    }

    private static List<TaskSettled> settled(Occasion on, String taskId, Optional<String> person) {
        return person.map(who -> new TaskSettled(who, on.recorded().requestId(), on.version(), taskId)).stream()
                .toList();
    }

    private static boolean isAboutTask(Written written) {
        return !written.draft().taskId().equals(Draft.NO_TASK);
    }

    /** Empty for a letter that asks nothing after all: it has no reply address. */
    private Optional<DigestNote> asked(Written written, Occasion on, boolean sent) {
        Page page = writer.page(written.draft(), on, written.letter().subject());
        return written.letter().reply().map(_ -> new TaskAsked(written.letter().recipient(), written.letter(), sent,
                page.marking(), page.title(), parties(on),
                written.draft().headline() + ": " + on.post(written.draft().taskId()),
                page.choices().stream().map(Choice::words).findFirst().orElse("approve"),
                page.task().map(Page.Task::fingerprint).orElse("not there yet"),
                on.file().dueAt(on.version(), written.draft().taskId()), stationery.digestItemText(page),
                stationery.digestItemHtml(page)));
    }

    private static DigestNote told(Written written, Occasion on, Optional<String> rawDigest) {
        return new TaskTold(written.letter().recipient(), written.draft().taskId(), on.version(), written.letter(),
                LetterWriter.title(on), said(written.draft()), rawDigest);
    }

    private static String parties(Occasion on) {
        return on.submission().map(RequestSubmitted::proposal).map(Proposal::parties)
                .map(parties -> on.nameOf(parties.acquirer()) + " asks "
                        + parties.suppliers().stream().map(on::nameOf).collect(Collectors.joining(", ")))
                .orElse("not known");
    }

    /** The letter in a sentence or two, for the one answer to a reply that said several things. */
    private static String said(Draft draft) {
        return switch (draft.template()) {
            case RECEIPT -> "It counts: " + draft.said().getOrDefault("outcome", "recorded") + proof(draft)
                    + wantsReason(draft);
            case SIGNED -> "It counts: signed" + proof(draft);
            case ASKED -> "Your question has been passed on. You may also decide without waiting for the answer.";
            case DELEGATED -> "It is now with the colleague whom you named.";
            case CLARIFY -> "This could not be taken for an answer. " + draft.said().getOrDefault("why", "");
            case NOT_COUNTED -> "This does not count. " + draft.said().getOrDefault("why", "");
            case MOVED ->
                "Somebody else has been asked in your place: " + draft.said().getOrDefault("why", "it was moved")
                        + ".";
            default -> draft.headline() + ".";
        };
    }

    private static String proof(Draft draft) {
        return ", " + draft.said().getOrDefault("at", "") + ", with the fingerprint "
                + draft.said().getOrDefault("fingerprint", "") + ".";
    }

    private static String wantsReason(Draft draft) {
        return Stream.ofNullable(draft.said().get("wantsReason"))
                .map(_ -> " It counts without a reason, but the department that asked will want to know one.")
                .findFirst()
                .orElse("");
    }
}
