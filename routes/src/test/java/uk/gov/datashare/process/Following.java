package uk.gov.datashare.process;

import java.util.stream.Collectors;

import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/** What followed from a step of a case, in one line. */
final class Following {

    private Following() {}

    static String inWords(Case story) {
        return switch (story.last) {
            case Decision.Nothing(var why) when story.fresh().isEmpty() -> "nothing, because " + why;
            case Decision _ -> story.fresh().stream().map(Following::inWords).collect(Collectors.joining(", "));
        };
    }

    private static String inWords(ShareEvent event) {
        String name = event.getClass().getSimpleName();
        return switch (event) {
            case ReplyNotCounted e -> name + " (" + e.why() + ")";
            case TaskClosed e -> name + " (" + e.why() + ")";
            case StageOpened e -> name + " (" + e.stage() + ")";
            case TaskEscalated e -> name + " (" + e.why() + ")";
            case DecisionTaken e -> name + " (" + e.outcome() + ")";
            case ShareEvent _ -> name;
        };
    }
}
