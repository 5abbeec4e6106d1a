package uk.gov.datashare.approval;

import static uk.gov.datashare.approval.Draft.Expects.CODE;

import java.util.Optional;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;

/** The letter with a code. It goes to whoever is on record for the task and never to where the reply came from: that is its point. */
final class ConfirmLetters {

    private ConfirmLetters() {}

    static Draft of(Occasion on, ConfirmationSought sought) {
        return Draft.about(sought.taskId(), Template.CONFIRM, "Please confirm your answer", sought.by())
                .expecting(CODE)
                .in(on.thread(sought.taskId(), sought.by()))
                .saying("outcome", sought.outcome().map(ReplyLetters::inWords).orElse("signed"))
                .quoting("comment", sought.comment())
                .saying("at", When.moment(on.recorded().at()))
                .saying("until", When.moment(sought.until()))
                .saying("why", sought.evidence().assurance() == Assurance.HIGH
                        ? "an answer to such a request always has to be confirmed."
                        : "the mail's origin could not be proved beyond doubt, so somebody else may have written it.");
    }

    /** The raw mail that a letter's code confirms, if it has a code. */
    static Optional<String> confirmed(Occasion on) {
        return on.recorded().event() instanceof ConfirmationSought sought
                ? Optional.of(sought.evidence().rawDigest())
                : Optional.empty();
    }
}
