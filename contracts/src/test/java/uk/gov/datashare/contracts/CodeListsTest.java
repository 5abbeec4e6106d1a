package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.DataProtection.Article9;
import uk.gov.datashare.contracts.DataProtection.Basis;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeListsTest {

    @Test
    void each_says_where_it_comes_from_and_of_which_day_it_is() {
        assertThat(CodeLists.all()).hasSize(5).allSatisfy(list -> {
            assertThat(list.source()).isNotBlank();
            assertThat(list.asAt()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(list.codes()).isNotEmpty();
            assertThat(CodeLists.named(list.name())).contains(list);
        });
        assertThat(CodeLists.named("nothing")).isEmpty();
    }

    @Test
    void schemas_and_enumerations_know_the_same_lawful_bases_as_the_list() {
        assertThat(CodeLists.LAWFUL_BASES.values()).containsExactlyElementsOf(names(Basis.values()))
                .containsExactlyElementsOf(inSchema("proposal", "/$defs/lawfulBasis/properties/basis"));
    }

    @Test
    void and_the_same_conditions_for_special_category_data() {
        assertThat(CodeLists.SPECIAL_CATEGORY.values()).containsExactlyElementsOf(names(Article9.values()))
                .containsExactlyElementsOf(inSchema("proposal", "/$defs/condition/properties/condition"));
    }

    @Test
    void and_the_same_roles_in_the_same_words() {
        assertThat(CodeLists.ROLES.values()).containsExactlyElementsOf(names(Role.values()))
                .containsExactlyElementsOf(inSchema("common", "/$defs/role"));
        assertThat(CodeLists.ROLES.codes()).allSatisfy(role -> assertThat(role.title())
                .isEqualToIgnoringCase(Role.valueOf(role.code()).words()));
    }

    @Test
    void schedule_1_has_every_paragraph_but_the_one_that_is_no_condition() {
        assertThat(CodeLists.SCHEDULE_1.values()).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 37).filter(paragraph -> paragraph != 5).mapToObj(Integer::toString).toList());
        assertThat(CodeLists.SCHEDULE_1.valuesOf("Part 2")).hasSize(23).startsWith("6").endsWith("28");
        String pattern = schema("proposal").at("/$defs/condition/properties/schedule1Condition/pattern").asString();
        assertThat(CodeLists.SCHEDULE_1.values()).allMatch(paragraph -> paragraph.matches(pattern));
    }

    @Test
    void a_schema_names_every_condition_of_annex_1() {
        JsonNode field = schema("proposal").at("/$defs/lawfulBasis/properties/annexCondition");
        assertThat(CodeLists.ANNEX_1.values()).allSatisfy(condition -> {
            assertThat(field.at("/description").asString()).contains(condition);
            assertThat(condition).matches(field.at("/pattern").asString());
        });
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> inSchema(String schema, String pointer) {
        return schema(schema).at(pointer + "/enum").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode schema(String name) {
        return SchemaFiles.tree(name + ".schema.json");
    }
}
