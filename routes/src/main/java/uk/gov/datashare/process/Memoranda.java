package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Signature;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Memorandum.Annex;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.Memorandum.Instrument;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.Share.Approving;
import uk.gov.datashare.process.Share.Signing;

/** Freezes what was agreed: the memorandum that the parties sign, and the arrangement that it becomes. */
final class Memoranda {

    private Memoranda() {}

    /** The memorandum, field by field from what is named here, so that a new field of the proposal stays out of it. */
    static Memorandum write(Approving share, Instant agreedAt) {
        Proposal p = share.proposal();
        String requestId = share.requestId();
        return new Memorandum(RequestId.arrangementOf(requestId), requestId, share.version(), instrument(p.data()),
                p.title(), p.plainSummary(), share.dossier().parties(), Shown.data(p.data()), p.purpose(), p.legal(),
                p.dataProtection(), Shown.security(p.security()), p.delivery(), p.terms(), conditions(share.tasks()),
                approvals(share.tasks(), share.version()), agreedAt, annexes(p), share.dossier().accedesTo());
    }

    /** What the signatories sign. */
    static String hash(Memorandum memorandum) {
        return MessageJson.hash(memorandum);
    }

    /** The arrangement in force. Its place in the log is filled in when it is recorded. */
    static Arrangement arrangement(Signing share, Instant now) {
        var memorandum = share.memorandum();
        return new Arrangement(memorandum.arrangementId(), 1, Arrangement.Status.ACTIVE, memorandum,
                share.dossier().documentHash().orElseThrow(), signatures(share.tasks()), RecordedEvent.FIRST, now);
    }

    /** The same arrangement once its last day has passed. */
    static Arrangement expired(Arrangement live, Instant now) {
        return new Arrangement(live.arrangementId(), live.version() + 1, Arrangement.Status.EXPIRED, live.memorandum(),
                live.documentHash(), live.signatures(), RecordedEvent.FIRST, now);
    }

    /** The same arrangement with its place in the log. */
    static Arrangement following(Arrangement arrangement, String chainHead) {
        return new Arrangement(arrangement.arrangementId(), arrangement.version(), arrangement.status(),
                arrangement.memorandum(), arrangement.documentHash(), arrangement.signatures(), chainHead,
                arrangement.modifiedAt());
    }

    private static Instrument instrument(Data data) {
        return data.types().equals(List.of(Data.Type.ANONYMOUS_OR_NON_PERSONAL))
                ? Instrument.NON_PERSONAL_TERMS
                : Instrument.DATA_SHARING_AGREEMENT;
    }

    /** The documents that the law wants beside a memorandum of this, in their fixed order. */
    static List<Annex> annexes(Proposal p) {
        boolean joint = p.dataProtection().stream().flatMap(each -> each.roles().stream())
                .anyMatch(each -> each.role() == DataProtection.Role.JOINT_CONTROLLER);
        return Stream.of(
                joint ? Stream.of(Annex.JOINT_CONTROLLER_ARRANGEMENT) : Stream.<Annex>empty(),
                p.parties().processors().stream().map(_ -> Annex.PROCESSING_CONTRACT),
                p.delivery().transfers().stream().map(_ -> Annex.TRANSFER_SAFEGUARDS),
                p.legal().pilot().stream().map(_ -> Annex.PILOT_BUSINESS_CASE))
                .flatMap(annexes -> annexes).distinct().toList();
    }

    private static List<String> conditions(Tasks tasks) {
        return tasks.all().stream().flatMap(task -> switch (task.state()) {
            case Task.Decided(_, var outcome, var comment, _, _) when outcome == Outcome.APPROVE_WITH_CONDITIONS ->
                comment.stream();
            case Task.State _ -> Stream.<String>empty();
        }).toList();
    }

    /** A yes that was carried says from which version. */
    private static List<Approval> approvals(Tasks tasks, int version) {
        return tasks.all().stream().filter(task -> !task.triages()).flatMap(task -> switch (task.state()) {
            case Task.Decided(_, var outcome, _, var at, var origin) when outcome.goesOn()
                    && outcome != Outcome.OBJECTION ->
                Stream.of(new Approval(task.planned().organisationId(), task.planned().role(), outcome, at,
                        origin.map(Origin::version).filter(from -> from != version)));
            case Task.State _ -> Stream.<Approval>empty();
        }).toList();
    }

    private static List<Signature> signatures(Tasks tasks) {
        return tasks.all().stream().flatMap(task -> switch (task.state()) {
            case Task.Signed(_, var at, var evidence) ->
                Stream.of(new Signature(task.planned().organisationId(), at, evidence));
            case Task.State _ -> Stream.<Signature>empty();
        }).toList();
    }
}
