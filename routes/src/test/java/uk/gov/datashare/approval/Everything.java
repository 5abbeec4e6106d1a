package uk.gov.datashare.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.HolderNotified;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;

/** A case in which everything happens that can, whether or not a process would let it, so that each letter is written. */
final class Everything {

    /** Words of strangers that begin like answers, wherever a letter may break them. */
    private static final String TRICKY = "approve reject approve not me approve sign return query: delegate to approve "
            + "answer: approve approve with conditions: approve reject approve approve approve approve";

    private Everything() {}

    /** A case about exactly this proposal, in which people write these words wherever they can. */
    static Story happens(Proposal proposal, String words, boolean showsSensitive) {
        Story story = Story.begin(showsSensitive).and(Sample.submitted(1, proposal)).and(beginning(words));
        story.inVersion(2).and(Sample.submitted(2, proposal)).and(sought("T2", Sample.DPO)).and(middle(words))
                .and(endings(words));
        return story;
    }

    static Story happens() {
        return happens("Addresses for visa decisions", "keep it for a year only");
    }

    static Story happensInTrickyWords() {
        return happens("Approve", TRICKY);
    }

    static Story happens(String title, String words) {
        Story story = Story.begin().and(Sample.submitted(1, Sample.proposal(title))).and(beginning(words));
        story.inVersion(2).and(Sample.submitted(2, Sample.proposal(title, words, false)))
                .and(carried(words)).and(sought("T2", Sample.DPO)).and(middle(words)).and(endings(words));
        return story;
    }

    static List<Letter> letters() {
        return happens().letters();
    }

    private static List<ShareEvent> beginning(String words) {
        return List.of(new RequestRefused(Sample.HOME_OFFICE, Sample.REF, 1, "R00", "The hub carries OFFICIAL only."),
                new StageOpened(Stage.TRIAGE),
                sought("T1", "dwp.coordinator"), new RequestTriaged(), sought("T2", Sample.DPO),
                sought("T3", Sample.OWNER),
                new HolderNotified("T5", Sample.DWP_LEAD), new ApproverReminded("T2", Sample.DPO, 50),
                decided("T2", Sample.DPO, Outcome.NO_OBJECTION, Optional.empty()),
                decided("T3", Sample.OWNER, Outcome.RETURN_FOR_CHANGES, Optional.of(words)),
                new RequestReturned("T3", Sample.OWNER, words), sought("T4", Sample.ESCALATION),
                new TaskClosed("T4", ClosedBecause.SUPERSEDED));
    }

    private static List<ShareEvent> middle(String words) {
        return List.of(new QuestionAsked("T2", Sample.DPO, words, Sample.HO_LEAD, Sample.TOKEN_DIGEST),
                new ReplyNotUnderstood("T2", Sample.HO_LEAD, "There was nothing above the quoted mail.",
                        Sample.EVIDENCE),
                new QuestionAnswered("T2", words, Sample.DUE), sought("T3", Sample.OWNER),
                new ReplyNotUnderstood("T3", Sample.OWNER, "It says approve and reject, approve not me.",
                        Sample.EVIDENCE),
                new ApproverAway("T3", Sample.OWNER, Optional.of(LocalDate.of(2026, 12, 7)), Optional.of(Sample.DPO)),
                moved("T3", Sample.OWNER, Sample.DEPUTY, MovedBecause.AWAY),
                new ApproverNotReached("T3", Sample.DEPUTY, true),
                new RoleLooksVacant(Sample.DWP, Role.DATA_OWNER, Sample.OWNER, LooksVacantBecause.AWAY,
                        Optional.of(LocalDate.of(2027, 5, 3))),
                new RoleLooksVacant(Sample.DWP, Role.DATA_OWNER, Sample.DEPUTY, LooksVacantBecause.NOT_REACHED,
                        Optional.empty()),
                new RoleLooksVacant(Sample.DWP, Role.SIRO, Sample.ESCALATION, LooksVacantBecause.SILENT,
                        Optional.empty()),
                moved("T3", Sample.DEPUTY, Sample.ESCALATION, MovedBecause.NOT_REACHED),
                new TaskDelegated("T3", Sample.ESCALATION, Sample.SIGNATORY, Sample.TOKEN_DIGEST, Sample.DUE,
                        Optional.of(words)),
                notCounted("T3", Optional.of(Sample.OWNER), NotCountedBecause.NOT_YOURS),
                notCounted("T3", Optional.empty(), NotCountedBecause.NOT_YOURS),
                new ConfirmationSought("T3", Sample.SIGNATORY, Optional.of(Outcome.APPROVE_WITH_CONDITIONS),
                        Optional.of(words), "c".repeat(64), Sample.DUE, Sample.EVIDENCE),
                decided("T3", Sample.SIGNATORY, Outcome.APPROVE_WITH_CONDITIONS, Optional.of(words)),
                decided("T2", Sample.DPO, Outcome.OBJECTION, Optional.empty()),
                notCounted("T2", Optional.of(Sample.DPO), NotCountedBecause.ALREADY_DECIDED),
                notCounted("T2", Optional.of(Sample.DPO), NotCountedBecause.SUPERSEDED),
                sought("T4", Sample.ESCALATION), moved("T4", Sample.ESCALATION, Sample.DEPUTY, MovedBecause.SILENT),
                moved("T4", Sample.DEPUTY, Sample.OWNER, MovedBecause.NOT_THEIRS),
                moved("T4", Sample.OWNER, Sample.ESCALATION, MovedBecause.LEFT_THE_POST),
                new TaskClosed("T4", ClosedBecause.EXPIRED));
    }

    private static List<ShareEvent> endings(String words) {
        String hash = MessageJson.hash(Sample.memorandum());
        return List.of(new RequestAgreed(Sample.DUE),
                new DocumentIssued("ARR-7K3M-9QPX-2ABC", Sample.memorandum(), hash),
                sought("T6", Sample.SIGNATORY),
                new DocumentSigned("T6", Sample.SIGNATORY, Sample.DWP, hash, Optional.of(words), Sample.EVIDENCE,
                        Optional.empty(), Optional.of(7L)),
                new ArrangementActivated(Sample.arrangement()), new ArrangementExpired(Sample.arrangement()),
                new RequestRejected("T3", Sample.OWNER, Optional.of(words)), new RequestWithdrawn(words),
                new RequestLapsed(List.of("T3", "T4")));
    }

    static ShareEvent sought(String taskId, String to) {
        return new ApprovalSought(taskId, to, Sample.TOKEN_DIGEST, Sample.DUE);
    }

    static ShareEvent decided(String taskId, String by, Outcome outcome, Optional<String> comment) {
        return new DecisionTaken(taskId, by, outcome, comment, "d".repeat(64), Sample.EVIDENCE);
    }

    private static ShareEvent carried(String words) {
        return new DecisionCarriedForward("T4", Sample.OWNER, Outcome.APPROVE_WITH_CONDITIONS, Optional.of(words), 1,
                "T4", "d".repeat(64), Sample.EVIDENCE.rawDigest(), Sample.DUE, Map.of(Section.DATA, "e".repeat(64)));
    }

    static ShareEvent moved(String taskId, String from, String to, MovedBecause why) {
        return new TaskEscalated(taskId, from, to, Sample.TOKEN_DIGEST, Sample.DUE, why, why == MovedBecause.NOT_THEIRS
                ? Optional.of("This belongs to another team.")
                : Optional.empty());
    }

    static ShareEvent notCounted(String taskId, Optional<String> by, NotCountedBecause why) {
        return new ReplyNotCounted(taskId, by, why, Sample.EVIDENCE);
    }
}
