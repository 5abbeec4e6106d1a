package uk.gov.datashare.approval;

import static uk.gov.datashare.approval.Draft.Expects.ANSWER;
import static uk.gov.datashare.approval.Draft.Expects.DECISION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;

/** Letters that say what became of a reply. They go to whoever is on record, never to where the reply came from. */
final class ReplyLetters {

    /** So often is somebody told about one task that a reply had no effect; after that the hub is silent, so that no two machines write to each other for ever. */
    static final int MOST = 3;

    private ReplyLetters() {}

    /** Whoever decided gets a receipt; the department that asked is told, unless a letter about the end of it all tells it. */
    static List<Draft> decided(Occasion on, DecisionTaken taken) {
        Optional<Draft> told = taken.outcome().goesOn() ? toRequester(on, taken) : Optional.empty();
        return Stream.concat(Stream.of(receipt(on, taken)), told.stream()).toList();
    }

    private static Draft receipt(Occasion on, DecisionTaken taken) {
        return Draft.about(taken.taskId(), Template.RECEIPT, "Your answer counts", taken.by())
                .in(on.thread(taken.taskId(), taken.by()))
                .saying("outcome", inWords(taken.outcome()))
                .quoting("comment", taken.comment())
                .saying("at", When.moment(on.recorded().at()))
                .saying("fingerprint", HashWords.of(taken.contentHash()))
                .saying("hash", taken.contentHash())
                .saying("next", next(on, taken))
                .saying("wantsReason", Optional.of("yes").filter(_ -> taken.comment().isEmpty()
                        && (taken.outcome() == Outcome.REJECT || taken.outcome() == Outcome.OBJECTION)));
    }

    private static Optional<Draft> toRequester(Occasion on, DecisionTaken taken) {
        return on.submission().flatMap(submitted -> on.shareLead(submitted.organisationId()))
                .filter(lead -> !lead.equals(taken.by()))
                .map(lead -> Draft.about(taken.taskId(), Template.DECIDED, "An answer has come", lead)
                        .in(on.thread(taken.taskId(), lead))
                        .saying("who", on.post(taken.taskId()))
                        .saying("outcome", inWords(taken.outcome()))
                        .quoting("comment", taken.comment())
                        .saying("fingerprint", HashWords.of(taken.contentHash())));
    }

    /** Whoever said yes to an earlier version learns that it counts for this one, so that they can object if it should not. */
    static Draft carried(Occasion on, DecisionCarriedForward carried) {
        return Draft.about(carried.taskId(), Template.CARRIED, "Your answer is carried forward", carried.by())
                .in(on.file().lastAsked(carried.fromVersion(), carried.fromTaskId(), carried.by())
                        .map(CaseFile.Asked::letterId))
                .saying("outcome", inWords(carried.outcome()))
                .quoting("comment", carried.comment())
                .saying("from", Integer.toString(carried.fromVersion()))
                .saying("at", When.moment(carried.decidedAt()))
                .saying("covers", carried.sections().keySet().stream().sorted()
                        .map(section -> section.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")));
    }

    private static String next(Occasion on, DecisionTaken taken) {
        boolean triages = on.task(taken.taskId()).filter(task -> task.stage() == Stage.TRIAGE).isPresent();
        return switch (taken.outcome()) {
            case REJECT -> "the request ends here, and all its parties are told.";
            case RETURN_FOR_CHANGES ->
                "the department that asked can change it now. You will be asked again if the next version concerns you.";
            case NO_OBJECTION, OBJECTION -> "your view is recorded for those who decide. The decision is theirs.";
            case APPROVE, APPROVE_WITH_CONDITIONS -> triages
                    ? "the request goes to those who decide."
                    : "others may still have to answer. When everybody needed has agreed, the parties sign"
                            + (taken.outcome() == Outcome.APPROVE
                                    ? "."
                                    : ", and your conditions stand in the document.");
        };
    }

    static Draft signed(Occasion on, DocumentSigned signed) {
        return Draft.about(signed.taskId(), Template.SIGNED, "Your signature counts", signed.by())
                .in(on.thread(signed.taskId(), signed.by()))
                .saying("organisation", on.nameOf(signed.organisationId()))
                .saying("at", When.moment(on.recorded().at()))
                .quoting("comment", signed.comment())
                .saying("fingerprint", HashWords.of(signed.documentHash()))
                .saying("hash", signed.documentHash());
    }

    static List<Draft> clarify(Occasion on, ReplyNotUnderstood unclear) {
        if (tooMany(on, unclear.taskId(), unclear.evidence())) {
            return List.of();
        }
        boolean asked = on.file().openQuestion(on.version(), unclear.taskId()).map(QuestionAsked::askedOf)
                .filter(unclear.by()::equals).isPresent();
        return List.of(Draft.about(unclear.taskId(), Template.CLARIFY, "Please say it in another way", unclear.by())
                .expecting(asked ? ANSWER : DECISION)
                .in(on.thread(unclear.taskId(), unclear.by()))
                .saying("why", unclear.why()));
    }

    /**
     * Whether enough was said about this task. Replies whose origin nobody believes are counted by themselves: who writes in an
     * approver's name must not use up the explanations that are meant for the approver.
     */
    static boolean tooMany(Occasion on, String taskId, Evidence evidence) {
        return on.file().repliesWithoutEffect(on.version(), taskId)
                .filter(other -> isBelieved(other) == isBelieved(evidence)).count() > MOST;
    }

    private static boolean isBelieved(Evidence evidence) {
        return evidence.assurance() != Assurance.LOW;
    }

    static String inWords(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "approved";
            case APPROVE_WITH_CONDITIONS -> "approved with conditions";
            case REJECT -> "rejected";
            case RETURN_FOR_CHANGES -> "returned for changes";
            case NO_OBJECTION -> "no objection";
            case OBJECTION -> "an objection";
        };
    }
}
