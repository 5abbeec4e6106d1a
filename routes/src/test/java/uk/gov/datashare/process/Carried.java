package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;

/** Looks up, for each yes that is carried, the decision that it goes back to, and holds both versions against each other. */
final class Carried {

    private final Map<Integer, RequestSubmitted> versions = new HashMap<>();
    private final Map<String, DecisionTaken> decisions = new HashMap<>();
    private final Map<String, Outcome> now = new HashMap<>();
    private int count;

    void hears(RecordedEvent recorded) {
        switch (recorded.event()) {
            case RequestSubmitted e -> {
                versions.put(recorded.version(), e);
                now.clear();
            }
            case DecisionTaken e -> decisions.put(recorded.version() + e.taskId(), e);
            case DecisionCarriedForward e -> carried(recorded.version(), e);
            default -> assertThat(recorded).isNotNull();
        }
    }

    /** What is carried to a task of this version. */
    Optional<Outcome> outcome(String taskId) {
        return Optional.ofNullable(now.get(taskId));
    }

    /** How many yeses were carried. */
    int count() {
        return count;
    }

    private void carried(int version, DecisionCarriedForward e) {
        DecisionTaken said = requireNonNull(decisions.get(e.fromVersion() + e.fromTaskId()), "no such decision");
        assertThat(e.fromVersion()).isLessThan(version);
        assertThat(said.outcome()).isIn(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS, Outcome.NO_OBJECTION);
        assertThat(said.by()).isEqualTo(e.by());
        assertThat(said.comment()).isEqualTo(e.comment());
        assertThat(said.evidence().rawDigest()).isEqualTo(e.evidence());
        assertThat(said.contentHash()).isEqualTo(e.contentHash());
        var then = requireNonNull(versions.get(e.fromVersion()));
        var today = requireNonNull(versions.get(version));
        assertThat(e.contentHash()).isEqualTo(then.contentHash());
        isSamePost(task(then, e.fromTaskId()), task(today, e.taskId()));
        assertThat(e.sections().keySet()).containsAll(task(today, e.taskId()).covered());
        e.sections().forEach((section, hash) -> isUnchanged(section, hash, then, today));
        assertThat(now.put(e.taskId(), e.outcome())).isNull();
        count++;
    }

    private static void isSamePost(PlannedTask was, PlannedTask is) {
        assertThat(is.organisationId()).isEqualTo(was.organisationId());
        assertThat(is.role()).isEqualTo(was.role());
        assertThat(is.side()).isEqualTo(was.side());
        assertThat(is.mode()).isGreaterThanOrEqualTo(was.mode());
        assertThat(is.stage()).isNotEqualTo(Stage.SIGN);
    }

    private static void isUnchanged(Section section, String hash, RequestSubmitted then, RequestSubmitted today) {
        assertThat(then.proposal().sectionHashes()).containsEntry(section, hash);
        assertThat(today.proposal().sectionHashes()).containsEntry(section, hash);
    }

    private static PlannedTask task(RequestSubmitted submitted, String taskId) {
        return submitted.plan().tasks().stream().filter(task -> task.taskId().equals(taskId)).findFirst().orElseThrow();
    }
}
