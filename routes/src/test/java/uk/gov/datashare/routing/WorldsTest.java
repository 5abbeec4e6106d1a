package uk.gov.datashare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;

/** The worlds are all that conditions can tell apart, and leave out only what cannot be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorldsTest {

    @Test
    void what_a_request_really_says_is_never_held_impossible() {
        var proposals = new ProposalsAtRandom(5);
        IntStream.range(0, 2_000).mapToObj(_ -> new Asked(proposals.next(), Sample.registry())).forEach(asked -> {
            Facts facts = Facts.of(asked);
            assertThat(asked.standings()).isNotEmpty()
                    .allMatch(party -> Worlds.possible(facts.and(party).values()));
        });
    }

    @Test
    void a_number_is_tried_at_and_beside_each_literal() {
        assertThat(worlds("subjectCount > 1000000")).extracting(world -> world.get("subjectCount"))
                .containsExactlyInAnyOrder(0L, 999_999L, 1_000_000L, 1_000_001L);
    }

    @Test
    void a_text_is_tried_as_each_literal_and_as_something_else() {
        assertThat(worlds("deliveryMethod in ['API', 'SFTP']")).extracting(world -> world.get("deliveryMethod"))
                .containsExactlyInAnyOrder("API", "SFTP", Worlds.SOMETHING_ELSE);
    }

    @Test
    void a_list_is_tried_with_every_choice_of_literals() {
        assertThat(worlds("'HEALTH' in specialCategories || 'GENETIC' in specialCategories")).hasSize(8);
    }

    @Test
    void what_one_answer_implies_is_not_tried_without_it() {
        assertThat(worlds("special || personal")).containsExactlyInAnyOrder(
                Map.of("personal", false, "special", false), Map.of("personal", true, "special", false),
                Map.of("personal", true, "special", true));
    }

    private static List<Map<String, Object>> worlds(String condition) {
        return Worlds.of(List.of(new Conditions().overARequest("here", condition).orElseThrow())).all().toList();
    }
}
