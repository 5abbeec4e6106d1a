package uk.gov.datashare.approval;

import static uk.gov.datashare.approval.Draft.Expects.ANSWER;
import static uk.gov.datashare.approval.Draft.Expects.DECISION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.ApproverNotReached;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.HolderNotified;
import uk.gov.datashare.contracts.ShareEvent.QuestionAnswered;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotUnderstood;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/**
 * The letters that each event owes, and to whom. Pure: the same event in the same case always leads to the same letters,
 * so that writing them again writes nothing new.
 */
final class Letters {

    private static final List<Draft> NOBODY = List.of();

    private final LetterWriter writer;

    Letters(LetterWriter writer) {
        this.writer = writer;
    }

    /** The letters that this event owes; the file is the case up to and with it. */
    List<Letter> of(RecordedEvent recorded, CaseFile file, Registry registry) {
        return written(new Occasion(recorded, file, registry)).stream().map(Written::letter).toList();
    }

    /** The same, each with what it was written from. */
    List<Written> written(Occasion on) {
        var readers = new HashMap<Letter.Kind, Integer>();
        var letters = new ArrayList<Written>();
        for (Draft draft : drafts(on)) {
            int reader = readers.merge(draft.template().kind(), 1, Integer::sum);
            letters.add(new Written(draft, writer.write(draft, on,
                    LetterIds.of(on.recorded(), draft.taskId(), draft.template().kind(), reader))));
        }
        return letters;
    }

    private static List<Draft> drafts(Occasion on) {
        return switch (on.recorded().event()) {
            case RequestSubmitted submitted -> OutcomeLetters.vacancies(on, submitted);
            case RequestRefused refused -> OutcomeLetters.refused(on, refused);
            case RequestTriaged _ -> NOBODY; // the stage that opens next asks whoever is to know
            case StageOpened _ -> NOBODY; // so does this: each holder gets a task of their own
            case ApprovalSought sought -> List.of(TaskLetters.task(on, sought));
            case HolderNotified(var task, var to) ->
                List.of(Draft.about(task, Template.NOTICE, "For information", to));
            case ApproverReminded reminded -> List.of(TaskLetters.reminder(on, reminded));
            case TaskEscalated escalated -> TaskLetters.escalation(on, escalated);
            case TaskDelegated delegated -> TaskLetters.delegation(on, delegated);
            case QuestionAsked asked -> question(on, asked);
            case QuestionAnswered answered -> answer(on, answered);
            case DecisionTaken taken -> ReplyLetters.decided(on, taken);
            case DecisionCarriedForward carried -> List.of(ReplyLetters.carried(on, carried));
            case ConfirmationSought sought -> List.of(ConfirmLetters.of(on, sought));
            case TaskClosed closed -> TaskLetters.closed(on, closed);
            case ReplyNotUnderstood unclear -> ReplyLetters.clarify(on, unclear);
            case ReplyNotCounted notCounted -> UncountedLetters.of(on, notCounted);
            case ApproverNotReached _ -> NOBODY; // a letter about a letter that came back would come back
            case ApproverAway away -> StewardLetters.cover(on, away); // the machine that wrote is never answered
            case RoleLooksVacant vacant -> StewardLetters.looksVacant(on, vacant);
            case RequestReturned returned -> OutcomeLetters.returned(on, returned);
            case RequestRejected rejected -> OutcomeLetters.rejected(on, rejected);
            case RequestWithdrawn withdrawn -> OutcomeLetters.withdrawn(on, withdrawn);
            case RequestLapsed lapsed -> OutcomeLetters.lapsed(on, lapsed);
            case RequestAgreed _ -> OutcomeLetters.agreed(on);
            case DocumentIssued _ -> NOBODY; // the signatories are asked one by one
            case DocumentSigned signed -> List.of(ReplyLetters.signed(on, signed));
            case ArrangementActivated(var arrangement) -> OutcomeLetters.activated(on, arrangement);
            case ArrangementExpired(var arrangement) -> OutcomeLetters.expired(on, arrangement);
        };
    }

    private static List<Draft> question(Occasion on, QuestionAsked asked) {
        Draft question = Draft.about(asked.taskId(), Template.QUESTION, "A question for you", asked.askedOf())
                .expecting(ANSWER)
                .quoting("question", asked.question());
        if (on.file().wasAskedBefore(on.version(), asked)) {
            return List.of(question); // only whom it is put to has changed, and whoever asked knows of it already
        }
        return List.of(question,
                Draft.about(asked.taskId(), Template.ASKED, "Question passed on", asked.by())
                        .in(on.thread(asked.taskId(), asked.by()))
                        .quoting("question", asked.question()));
    }

    private static List<Draft> answer(Occasion on, QuestionAnswered answered) {
        Optional<QuestionAsked> question = on.file().question(on.version(), answered.taskId());
        var drafts = new ArrayList<Draft>();
        on.holder(answered.taskId())
                .map(holder -> Draft.about(answered.taskId(), Template.ANSWER, "Question answered", holder.to())
                        .expecting(DECISION)
                        .in(Optional.of(holder.letterId()))
                        .quoting("question", question.map(QuestionAsked::question))
                        .quoting("answer", answered.answer())
                        .saying("deadline", When.moment(answered.dueAt())))
                .ifPresent(drafts::add);
        question.map(asked -> Draft.about(answered.taskId(), Template.ANSWERED, "Answer passed on", asked.askedOf())
                .in(on.thread(answered.taskId(), asked.askedOf()))
                .quoting("answer", answered.answer())).ifPresent(drafts::add);
        return drafts;
    }
}
