package uk.gov.datashare.process;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.Dossier.Subject;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Task.Decided;

/**
 * Finds the yeses to the version before that count for the next one as well. In doubt somebody is asked again: a yes is carried
 * only where nothing that its task covers has changed, for no new reason, and never a no.
 */
final class CarryForward {

    private CarryForward() {}

    /** The story of a version that has come in, with what is carried into it from where the case stood before. */
    static Story into(Story submitted, Share before) {
        return before instanceof InHand old && submitted.share() instanceof InHand now
                ? submitted.andAll(carried(old, now))
                : submitted;
    }

    private static List<DecisionCarriedForward> carried(InHand old, InHand now) {
        return now.tasks().all().stream()
                .flatMap(task -> counterpart(old.tasks(), now.tasks(), task)
                        .flatMap(earlier -> carried(old, now, earlier, task)).stream())
                .toList();
    }

    /** The same task in the version before. Where an organisation has two in one role, the person tells which is which. */
    private static Optional<Task> counterpart(Tasks old, Tasks now, Task task) {
        List<Task> alike = alike(old, task);
        if (alike.size() == 1 && alike(now, task).size() == 1) {
            return alike.stream().findFirst();
        }
        List<Task> same = alike.stream().filter(other -> isPlannedForTheSame(other, task)).toList();
        boolean clear = same.size() == 1
                && alike(now, task).stream().filter(other -> isPlannedForTheSame(other, task)).count() == 1;
        return clear ? same.stream().findFirst() : Optional.empty();
    }

    private static List<Task> alike(Tasks tasks, Task task) {
        var planned = task.planned();
        return tasks.in(task.stage())
                .filter(other -> other.planned().organisationId().equals(planned.organisationId())
                        && other.planned().role() == planned.role() && other.planned().side() == planned.side())
                .toList();
    }

    private static boolean isPlannedForTheSame(Task one, Task other) {
        return one.planned().assignee().equals(other.planned().assignee());
    }

    private static Optional<DecisionCarriedForward> carried(InHand old, InHand now, Task earlier, Task task) {
        return earlier.state() instanceof Decided said && isSameQuestion(old, now, earlier, task)
                && isFreeOfOtherTasks(now.tasks(), said.by(), task)
                        ? said.origin().flatMap(origin -> carried(old, now, said, origin, task))
                        : Optional.empty();
    }

    /** What is asked of the task's holder is what was asked before, or less of it, with as much weight or less. */
    private static boolean isSameQuestion(InHand old, InHand now, Task earlier, Task task) {
        return !task.signs() && !task.tells()
                && earlier.planned().mode().compareTo(task.planned().mode()) <= 0
                && earlier.planned().covered().containsAll(task.planned().covered())
                && earlier.rules().containsAll(task.rules())
                && subject(old).isSameKindAs(subject(now));
    }

    /** Nobody answers one request twice: whoever is now asked in another role cannot also have said this yes. */
    private static boolean isFreeOfOtherTasks(Tasks tasks, String person, Task task) {
        return tasks.all().stream()
                .filter(other -> !other.tells() && other.planned().assignee().equals(person))
                .allMatch(other -> other.planned().role() == task.planned().role());
    }

    private static Optional<DecisionCarriedForward> carried(InHand old, InHand now, Decided said, Origin origin,
            Task task) {
        Map<Section, String> covered = unchanged(subject(old), subject(now), covers(said, task));
        return covered.size() == covers(said, task).size()
                ? outcome(said.outcome(), task).map(outcome -> new DecisionCarriedForward(task.id(), said.by(), outcome,
                        said.comment(), origin.version(), origin.taskId(), origin.contentHash(), origin.evidence(),
                        said.at(), covered))
                : Optional.empty();
    }

    /** A condition is written in words and may be about anything, so a yes with one covers the whole proposal. */
    private static List<Section> covers(Decided said, Task task) {
        return said.outcome() == Outcome.APPROVE_WITH_CONDITIONS
                ? List.of(Section.values())
                : task.planned().covered();
    }

    private static Map<Section, String> unchanged(Subject old, Subject now, List<Section> covers) {
        var same = new EnumMap<Section, String>(Section.class);
        covers.forEach(section -> now.hash(section)
                .filter(hash -> old.hash(section).equals(Optional.of(hash)))
                .ifPresent(hash -> same.put(section, hash)));
        return same;
    }

    private static Optional<Outcome> outcome(Outcome said, Task task) {
        boolean asView = task.goesOnInSilence() && !task.triages();
        return switch (said) {
            case APPROVE -> Optional.of(asView ? Outcome.NO_OBJECTION : said);
            case APPROVE_WITH_CONDITIONS -> Optional.of(said).filter(_ -> !asView);
            case NO_OBJECTION -> Optional.of(said).filter(_ -> asView);
            case REJECT, RETURN_FOR_CHANGES, OBJECTION -> Optional.empty();
        };
    }

    private static Subject subject(InHand share) {
        return share.dossier().subject();
    }
}
