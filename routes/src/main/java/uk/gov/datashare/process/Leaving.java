package uk.gov.datashare.process;

import static uk.gov.datashare.process.Decision.nothing;

import java.time.Instant;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Unseen;
import uk.gov.datashare.process.Task.Holding;

/** The rows of the process's table for a registry that has changed while somebody is asked. What they decided before stands. */
final class Leaving {

    private static final String HOLD_NOTHING = "they are not asked anything";

    private final Asking asking;

    Leaving(Asking asking) {
        this.asking = asking;
    }

    Decision decide(Share share, ReportLeaver c, Instant now) {
        return switch (share) {
            case InHand s -> s.tasks().find(c.taskId()).map(task -> decide(s, task, c, now))
                    .orElseGet(() -> nothing(HOLD_NOTHING));
            case Unseen _,Live _,Closed _ -> nothing(HOLD_NOTHING);
        };
    }

    private Decision decide(InHand s, Task task, ReportLeaver c, Instant now) {
        Optional<Holding> holding = task.holding();
        Optional<Question> question = task.question();
        if (holding.filter(h -> h.holder().equals(c.person())).isPresent()) {
            return moved(s, task, holding.orElseThrow(), c, now);
        }
        if (question.filter(q -> q.askedOf().equals(c.person())).isPresent()) {
            return asking.questionToOthers(s, task, holding.orElseThrow(), question.orElseThrow())
                    .map(Decision::then)
                    .orElseGet(() -> nothing("nobody else is registered who could answer"));
        }
        return nothing(HOLD_NOTHING);
    }

    /** Where nobody is left, the task stays where it is, its clock runs on, and the organisation's steward is told. */
    private Decision moved(InHand s, Task task, Holding h, ReportLeaver c, Instant now) {
        var story = Story.of(s, now);
        return asking.succeed(s, task, h, c.successors(), now)
                .map(Decision::then)
                .orElseGet(() -> reported(Vacancies.report(story, task, h.holder(), LooksVacantBecause.LEFT_THE_POST,
                        Optional.empty())));
    }

    private static Decision reported(Story story) {
        return story.events().isEmpty() ? nothing("nobody else is registered for it") : story.end();
    }
}
