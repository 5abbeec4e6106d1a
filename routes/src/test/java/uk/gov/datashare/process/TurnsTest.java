package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.Cases;
import uk.gov.datashare.cases.Turn;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;

/** Whose turn it is, in every place that a case can be in: the process and whoever only reads its events say the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {

    private static final int HISTORIES = 500;
    private static final int STEPS = 30;

    private final Map<State, Integer> met = new EnumMap<>(State.class);

    @Test
    void while_a_case_is_open_it_is_always_somebodys_turn_and_everybody_agrees_whose() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new RandomHistory(new SplittableRandom(seed));
            for (int step = 0; step < STEPS; step++) {
                history.step();
                agreed(history);
            }
        }
        assertThat(met).containsOnlyKeys(State.TRIAGE, State.APPROVING, State.QUERIED, State.RETURNED, State.SIGNING);
    }

    @Test
    void what_is_back_with_whoever_asked_is_their_turn_without_a_task() {
        var story = Case.submitted(Plans.small()).holderSays("T1",
                (id, r) -> new ReturnForChanges(id, r, "say more"));
        assertThat(Whereabouts.waitingFor(story.share())).containsExactly(Waiting.forNextVersion(Plans.ASKER));
    }

    @Test
    void a_coordinator_who_may_look_first_is_waited_for() {
        assertThat(Turn.in(Cases.after(Case.submitted(Plans.full()).log()))).singleElement()
                .satisfies(turn -> assertThat(turn.role()).isEqualTo(Role.DATA_COORDINATOR));
    }

    private void agreed(RandomHistory history) {
        Share share = history.story().share();
        List<Waiting> turn = Whereabouts.waitingFor(share);
        if (share instanceof Share.InHand) {
            assertThat(turn).as(() -> String.join("\n", history.told())).isNotEmpty();
            met.merge(Whereabouts.state(share), 1, Integer::sum);
        } else {
            assertThat(turn).isEmpty();
        }
        if (!history.story().log().isEmpty()) {
            CaseSoFar told = Cases.after(history.story().log());
            assertThat(Turn.in(told)).as(() -> String.join("\n", history.told()))
                    .containsExactlyInAnyOrderElementsOf(turn);
            assertThat(told.state()).isEqualTo(Whereabouts.state(share));
        }
    }
}
