package uk.gov.datashare.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodesControllerTest {

    private final MockMvcTester web = MockMvcTester.of(new CodesController());

    @Test
    void says_which_lists_there_are() {
        assertThat(web.get().uri("/codes")).hasStatusOk().bodyJson().extractingPath("$[*].path").asArray()
                .containsExactly("/codes/lawful-bases", "/codes/annex-1-conditions",
                        "/codes/special-category-conditions", "/codes/schedule-1-conditions", "/codes/roles",
                        "/codes/gateways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lawful-bases", "annex-1-conditions", "special-category-conditions",
            "schedule-1-conditions", "roles", "gateways"})
    void each_has_its_source_and_its_day(String list) {
        assertThat(web.get().uri("/codes/" + list)).hasStatusOk().bodyJson().extractingPath("$.source").asString()
                .isNotBlank();
        assertThat(web.get().uri("/codes/" + list)).bodyJson().extractingPath("$.asAt").asString()
                .matches("20\\d\\d-\\d\\d-\\d\\d");
    }

    @Test
    void what_is_no_list_is_not_found() {
        assertThat(web.get().uri("/codes/passwords")).hasStatus(404);
    }
}
