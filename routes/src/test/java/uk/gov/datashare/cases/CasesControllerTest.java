package uk.gov.datashare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;

/** Where a case stands and whose turn it is, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesControllerTest {

    private static final String CASE = "DSR-YEAZ-GCF3-FBZQ";

    private final CaseView cases = new CaseView(List.of());
    private final MockMvcTester web = MockMvcTester
            .create(MockMvcBuilders.standaloneSetup(new CasesController(cases)).build());
    private int events;

    private void happened(int version, String... samples) {
        for (String each : samples) {
            ShareEvent event = sample(each).event();
            cases.accept(SampleEvents.received(0, events++, new RecordedEvent(CASE, version, events,
                    SampleEvents.NOON, RecordedEvent.FIRST, event)));
        }
    }

    private MvcTestResult asked(String requestId) {
        return web.get().uri("/cases/" + requestId).exchange();
    }

    @Test
    void it_says_where_the_case_stands_and_whose_turn_it_is_until_when() {
        happened(1, "request.submitted", "request.triaged", "approval.requested");
        assertThat(asked(CASE)).hasStatusOk().hasHeader("ETag", "\"3\"").hasHeader("Cache-Control", "no-cache");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.state").isEqualTo("APPROVING");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.waitingFor[*].organisationId").asArray()
                .containsExactly("ordnance-survey");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.waitingFor[*].dueAt").asArray().hasSize(1);
    }

    @Test
    void of_a_case_that_is_back_it_is_the_acquirers_turn() {
        happened(1, "request.submitted", "request.triaged", "request.returned");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.state").isEqualTo("RETURNED");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.waitingFor").asArray().singleElement().asString()
                .contains("department-for-transport", "DATA_SHARE_LEAD").doesNotContain("taskId");
    }

    @Test
    void a_yes_that_was_not_asked_for_again_is_marked_with_the_version_that_it_is_from() {
        happened(1, "request.submitted", "request.triaged", "request.returned");
        assertThat(asked(CASE)).bodyJson().doesNotHavePath("$.carriedForward");
        happened(2, "request.submitted", "approval.carried-forward");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.carriedForward[0].organisationId")
                .isEqualTo("ordnance-survey");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.carriedForward[0].taskId").isEqualTo("T3");
        assertThat(asked(CASE)).bodyJson().extractingPath("$.carriedForward[0].fromVersion").isEqualTo(1);
    }

    @Test
    void what_a_case_is_about_is_not_said() {
        happened(1, "request.submitted", "request.triaged", "approval.requested");
        assertThat(asked(CASE)).bodyText().doesNotContain("ostcode", "p-os-");
    }

    @Test
    void of_a_case_that_nobody_knows_nothing_is_said() {
        assertThat(asked("DSR-0000-0000-0000")).hasStatus(404);
    }
}
