package uk.gov.datashare.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Golden;

/**
 * Writes down what follows from every command in every place, and holds it against the table that was read and approved. After a
 * change that is meant, {@code -Dapprove} writes it anew, and the difference is read in review.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessTableTest {

    private static final Path APPROVED = Path.of("docs/process-table.md");

    @Test
    void what_follows_in_each_place_is_what_was_approved() {
        Golden.approve(APPROVED, table());
    }

    private static String table() {
        String head = """
                # The process, place by place

                What follows from each command in each place a case can be in, and from the passing of time. Written by
                `ProcessTableTest` out of the process itself; a change of behaviour is a change of a line here. Where nothing is said
                otherwise, a reply comes from the person whose answer is awaited, with their token. Many rows end in what follows by
                itself: the next stage, agreement, the arrangement. The case is that of `Plans.full()`: a coordinator, a lead, an
                owner, a DPO's view beside a lawyer, a risk owner, two signatories.
                """;
        return head + PlacesAndSteps.places()
                .entrySet()
                .stream()
                .map(place -> section(place.getKey(), place.getValue()))
                .collect(Collectors.joining());
    }

    private static String section(String name, Supplier<Case> place) {
        return "\n## " + name + "\n\n| what happens | what follows |\n|---|---|\n" + PlacesAndSteps.steps()
                .entrySet()
                .stream()
                .map(step -> row(step, place.get()))
                .collect(Collectors.joining());
    }

    private static String row(Map.Entry<String, PlacesAndSteps.Step> step, Case story) {
        String follows = step.getValue().in(story).map(Following::inWords).orElse("cannot happen here");
        return "| " + step.getKey() + " | " + follows + " |\n";
    }
}
