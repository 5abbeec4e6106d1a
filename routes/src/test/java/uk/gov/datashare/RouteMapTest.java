package uk.gov.datashare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What every route promises, held against the routes themselves, and the map that is drawn from them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteMapTest {

    private static final Path MAP = Path.of("docs/route-map.md");

    /** These take a message off the thread that commits, or let a message say where it goes. */
    private static final Set<String> FORBIDDEN = Set.of("seda", "wireTap", "threads", "toD", "recipientList",
            "dynamicRouter", "routingSlip", "bean", "doTry", "saga", "kamelet", "script");

    private static final Map<String, String> COMPONENTS = Map.of(
            "bean", "asked for by Camel's Spring Boot support; no route uses it",
            "class", "the same",
            "direct", "the way from one route to the next",
            "kafka", "the backbone",
            "log", "asked for by Camel's Spring Boot support; no route uses it",
            "imap, imaps, pop3, pop3s, smtp, smtps", "the mailbox; they come in one jar",
            "mock", "for tests",
            "spring-event", "comes with Camel's Spring support; no route uses it",
            "timer", "when it is the turn of letters that wait");

    private static RouteMap map = new RouteMap(List.of(), List.of());

    @BeforeAll
    static void collect(@TempDir Path dataFolder) throws Exception {
        map = RoutesOfTheHub.map(dataFolder);
    }

    @Test
    void the_map_is_drawn_from_the_routes() {
        Golden.approve(MAP, RouteMapPage.of(map));
    }

    @Test
    void a_route_is_called_by_its_stage_and_by_what_it_does_to_what() {
        assertThat(map.routes()).extracting("id", String.class)
                .allMatch(id -> id.matches("[a-z]+\\.[a-z]+(-[a-z]+)+(\\.[a-z-]+)?")).doesNotHaveDuplicates();
    }

    @Test
    void a_route_has_between_three_and_nine_steps_with_where_it_begins() {
        assertThat(map.routes()).allSatisfy(route -> assertThat(1 + RouteMap.steps(route).size()).as(route.getId())
                .isBetween(3, 9));
    }

    @Test
    void a_route_says_what_it_is_for() {
        assertThat(map.routes()).allSatisfy(
                route -> assertThat(route.getDescriptionText()).as(route.getId()).isNotBlank().doesNotEndWith("."));
    }

    @Test
    void a_stage_says_where_its_messages_go_and_reads_what_it_is_called_for() {
        assertThat(map.stages()).isNotEmpty().allSatisfy(route -> {
            assertThat(RouteMap.writes(route)).as(route.getId()).isNotEmpty()
                    .isSubsetOf(RouteMap.places().keySet());
            assertThat(map.reads(route.getId())).as(route.getId()).isNotEmpty();
        });
    }

    @Test
    void no_message_chooses_its_way_or_leaves_the_thread_that_answers_for_it() {
        assertThat(map.routes()).flatExtracting(RouteMap::steps).map(ProcessorDefinition::getShortName)
                .doesNotContainAnyElementsOf(FORBIDDEN);
        assertThat(map.routes()).flatExtracting(RouteMap::steps).map(RouteMap::inWords)
                .allMatch(step -> !step.startsWith("to") || step.matches("to `(direct|kafka):.*"));
    }

    @Test
    void camel_has_the_components_that_are_needed_and_no_others() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/services/org/apache/camel/component/*");
        Set<String> needed = COMPONENTS.keySet().stream().flatMap(names -> Arrays.stream(names.split(", ")))
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(found).map(Resource::getFilename).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(needed);
    }
}
