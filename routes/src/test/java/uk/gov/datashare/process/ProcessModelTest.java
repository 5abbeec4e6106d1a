package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;

/**
 * Thousands of cases to which anything happens, each held against an oracle that knows the rules and nothing of the process.
 * Another seed: {@code -Dprocess-model.seed=7}; more of them: {@code -Dprocess-model.histories=100000}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessModelTest {

    private static final int STEPS = 30;
    private static final long SEED = Long.getLong("process-model.seed", 20_260_601L);
    private static final int HISTORIES = Integer.getInteger("process-model.histories", 5_000);

    private final Set<String> met = new TreeSet<>();

    @Test
    void whatever_happens_in_whatever_order_the_rules_hold() {
        for (long history = 0; history < HISTORIES; history++) {
            tryOut(SEED + history);
        }
        assertThat(met).as("what never happened was never tried").containsAll(everyEvent()).containsAll(everyPlace());
    }

    private void tryOut(long seed) {
        try {
            run(seed, STEPS, true);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(shortest(seed), broken);
        }
    }

    private void run(long seed, int steps, boolean thorough) {
        var history = new RandomHistory(new SplittableRandom(seed));
        var oracle = new Oracle();
        for (int step = 0; step < steps; step++) {
            var command = history.step();
            oracle.hears(command, history.story().recorded().fresh());
            met.add(history.story().share().getClass().getSimpleName());
            clockIsHonest(history.story());
        }
        if (thorough) {
            logIsWhole(history.story());
        }
    }

    /** Nothing is due before the next deadline, and something is then. */
    private static void clockIsHonest(Case story) {
        Case.PROCESS.nextDeadline(story.share()).filter(at -> at.isAfter(story.now())).ifPresent(at -> {
            assertThat(Case.PROCESS.timePassed(story.share(), at.minus(Duration.ofMillis(1)))).isEmpty();
            assertThat(Case.PROCESS.timePassed(story.share(), at)).isNotEmpty();
        });
    }

    private void logIsWhole(Case story) {
        List<RecordedEvent> log = story.log();
        for (int i = 0; i < log.size(); i++) {
            met.add(log.get(i).event().getClass().getSimpleName());
            assertThat(log.get(i).sequence()).isEqualTo(i + 1L);
            assertThat(log.get(i).previousHash())
                    .isEqualTo(i == 0 ? RecordedEvent.FIRST : MessageJson.hash(log.get(i - 1)));
        }
        assertThat(Evolution.replay(Requests.ID, log)).isEqualTo(story.share());
        var stored = new StoredCase(story.share(), log.size(), story.recorded().head(), Optional.of("correlation"),
                Case.PROCESS.nextDeadline(story.share()));
        assertThat(StoredCase.read(stored.write())).isEqualTo(stored);
    }

    /** The shortest beginning of a history that breaks a rule, step by step. */
    private String shortest(long seed) {
        for (int steps = 1; steps <= STEPS; steps++) {
            try {
                run(seed, steps, true);
            } catch (AssertionError | RuntimeException broken) {
                var history = new RandomHistory(new SplittableRandom(seed));
                for (int step = 0; step < steps; step++) {
                    history.step();
                }
                return "seed " + seed + ", broken after step " + steps + " of:\n" + String.join("\n", history.told());
            }
        }
        return "seed " + seed + ", which breaks nothing when it is tried again";
    }

    private static Set<String> everyEvent() {
        return Arrays.stream(ShareEvent.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static Set<String> everyPlace() {
        return Set.of("Unseen", "Triage", "Approving", "Returned", "Signing", "Live", "Closed");
    }
}
