package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A proposal falls into sections, each of its fields into exactly one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SectionTest {

    static List<String> requests() {
        return Samples.requests();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_change_of_any_field_changes_exactly_one_section(String sample) {
        ObjectNode proposal = (ObjectNode) Samples.tree(sample).path("proposal");
        Map<Section, String> before = hashes(proposal);
        for (String field : new ArrayList<>(proposal.propertyNames())) {
            if (proposal.path(field).isString()) {
                Map<Section, String> after = hashes(proposal.deepCopy().put(field, "something else"));
                assertThat(changed(before, after)).as(field).hasSize(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void another_version_read_from_its_own_json_has_the_same_sections(String sample) {
        JsonNode proposal = Samples.tree(sample).path("proposal");
        assertThat(hashes(MessageJson.tree(read(proposal)))).isEqualTo(hashes(proposal))
                .hasSize(Section.values().length);
    }

    @Test
    void every_field_of_a_proposal_is_in_some_section() {
        List<Proposal> all = Samples.requests().stream().map(each -> read(Samples.tree(each).path("proposal")))
                .toList();
        for (Proposal one : all) {
            for (Proposal other : all) {
                assertThat(one.sectionHashes().equals(other.sectionHashes())).isEqualTo(one.equals(other));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_looks_at_something(Role role) {
        assertThat(Section.coveredBy(role)).isNotEmpty().doesNotHaveDuplicates().isSorted();
    }

    private static List<Section> changed(Map<Section, String> before, Map<Section, String> after) {
        return before.entrySet().stream().filter(each -> !after.entrySet().contains(each)).map(Map.Entry::getKey)
                .toList();
    }

    private static Map<Section, String> hashes(JsonNode proposal) {
        return read(proposal).sectionHashes();
    }

    private static Proposal read(JsonNode proposal) {
        return MessageJson.read(proposal, Proposal.class);
    }
}
