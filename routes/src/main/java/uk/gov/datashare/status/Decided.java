package uk.gov.datashare.status;

import static uk.gov.datashare.status.Saying.said;

import java.util.Optional;

import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;

/** What the parties are told of a decision. A yes that binds and a no come with their words; advice stays with who gave it. */
final class Decided {

    private Decided() {}

    /** A yes that was given to an earlier version, and what it covers. */
    static Saying inWords(DecisionCarriedForward carried, Cast cast) {
        return said("The answer of " + cast.holderWithin(carried.taskId()) + " is carried forward from version "
                + carried.fromVersion() + ", and they are not asked again.",
                "Nothing that it is about has changed since.");
    }

    static Saying inWords(DecisionTaken decision, Cast cast) {
        String holder = cast.holder(decision.taskId());
        Optional<String> comment = decision.comment();
        return switch (decision.outcome()) {
            case APPROVE -> said(holder + " " + cast.yes(decision.taskId()) + ".");
            case APPROVE_WITH_CONDITIONS -> said(holder + " has approved, with conditions.", comment);
            case REJECT -> said(holder + " has said no.", comment);
            case RETURN_FOR_CHANGES -> said(holder + " wants changes first.", comment);
            case NO_OBJECTION -> said(holder + " has no objection.");
            case OBJECTION ->
                said(holder + " advises against it. The decision is with those who are asked to approve.");
        };
    }
}
