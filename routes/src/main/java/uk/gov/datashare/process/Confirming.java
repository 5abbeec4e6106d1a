package uk.gov.datashare.process;

import java.time.Instant;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Evidence.Channel;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.ApprovalsByMail.Way;
import uk.gov.datashare.process.Share.Approving;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Returned;
import uk.gov.datashare.process.Share.Signing;
import uk.gov.datashare.process.Share.Triage;

/** Whether a mail is enough for what it says, needs a code from the hub's own letter, or cannot say it at all. */
final class Confirming {

    /** Working days for which a code is good: over a weekend, and not over a holiday. */
    private static final int GOOD_FOR_DAYS = 3;

    private final Asking asking;
    private final Codes codes;
    private final ApprovalsByMail byMail;

    Confirming(Asking asking, Codes codes, ApprovalsByMail byMail) {
        this.asking = asking;
        this.codes = codes;
        this.byMail = byMail;
    }

    /** What becomes of an answer that is the holder's own. */
    enum Weight {
        COUNTS, ASKS_FOR_A_CODE, NOT_BY_MAIL, TOO_OFTEN
    }

    Weight of(InHand share, Task task, Answers.Said said, Evidence evidence) {
        if (evidence.channel() != Channel.EMAIL) {
            return Weight.COUNTS;
        }
        if (!isByMail(share, task, said)) {
            return Weight.NOT_BY_MAIL;
        }
        if (evidence.assurance() == Assurance.HIGH && way(share, task) != Way.CONFIRMED) {
            return Weight.COUNTS;
        }
        return task.pending().filter(pending -> pending.sought() >= Pending.MOST_SOUGHT).isPresent()
                ? Weight.TOO_OFTEN
                : Weight.ASKS_FOR_A_CODE;
    }

    /** Whether this may be said by mail: a refusal always may. */
    boolean isByMail(InHand share, Task task, Answers.Said said) {
        return way(share, task) != Way.REFUSAL_ONLY || said.outcome().filter(Confirming::refuses).isPresent();
    }

    ConfirmationSought seek(InHand share, Task task, Answers.Said said, Reply reply, Instant now) {
        String by = reply.by().orElseThrow();
        return new ConfirmationSought(task.id(), by, said.outcome(), said.comment(),
                codes.digest(share.requestId(), share.version(), task.id(), by, reply.evidence().rawDigest()),
                asking.calendar(task).endOfDay(now, GOOD_FOR_DAYS), reply.evidence());
    }

    private Way way(InHand share, Task task) {
        return byMail.on(sensitive(share), task.planned().role());
    }

    private static boolean refuses(Outcome outcome) {
        return !outcome.goesOn() || outcome == Outcome.OBJECTION;
    }

    private static boolean sensitive(InHand share) {
        return switch (share) {
            case Triage triage -> triage.proposal().security().sensitive();
            case Approving approving -> approving.proposal().security().sensitive();
            case Signing signing -> signing.memorandum().security().sensitive();
            case Returned _ -> false; // nobody is asked anything
        };
    }
}
