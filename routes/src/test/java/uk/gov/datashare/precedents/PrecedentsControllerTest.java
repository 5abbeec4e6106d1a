package uk.gov.datashare.precedents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.MessageJson;

/** What has been agreed before, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrecedentsControllerTest {

    private static final Sample PRESTON = Sample.of("o-council-joins-pilot");

    private final Arrangement pilot = agreed("c-council-tax-debt");
    private final AgreedBefore agreed = AgreedBefore.of(pilot, agreed("b-address-check"), agreed("d-fuel-poverty"));
    private final MockMvcTester web = MockMvcTester
            .create(MockMvcBuilders.standaloneSetup(new PrecedentsController(agreed))
                    .setControllerAdvice(new Problems()).build());

    @Test
    void a_request_is_answered_by_what_covers_it_and_what_comes_near() {
        MvcTestResult answer = post(MessageJson.write(PRESTON.json()), "?limit=2");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.complete").isEqualTo(true);
        assertThat(answer).bodyJson().extractingPath("$.covering[*].arrangementId").asArray()
                .containsExactly(pilot.arrangementId());
        assertThat(answer).bodyJson().extractingPath("$.nearest").asArray().hasSize(2);
        assertThat(answer).bodyJson().extractingPath("$.nearest[1].differences[*].pointer").asArray()
                .contains("/proposal/data/assets");
        assertThat(answer).bodyJson().extractingPath("$.nearest[0].conditions[0]")
                .isEqualTo("Small numbers are suppressed.");
    }

    @Test
    void while_the_hub_is_still_reading_the_answer_says_so() {
        agreed.notReadToTheEnd();

        assertThat(post(MessageJson.write(PRESTON.json()), "")).bodyJson().extractingPath("$.complete")
                .isEqualTo(false);
    }

    @Test
    void what_is_no_request_is_told_everything_that_is_wrong() {
        byte[] wrong = MessageJson.write(PRESTON.without("/proposal/title").with("/version", "0").json());

        assertThat(post(wrong, "")).hasStatus(422).bodyJson().extractingPath("$.problems[*].pointer").asArray()
                .contains("/version");
        assertThat(post("{".getBytes(UTF_8), "")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?purpose=DEBT", "?power=DEA-DEBT", "?asset=hmrc-council-tax-debt",
            "?supplier=hm-revenue-customs&purpose=DEBT"})
    void without_a_request_arrangements_in_force_are_found_by_what_they_are_about(String query) {
        assertThat(web.get().uri("/precedents" + query).exchange()).hasStatusOk().bodyJson()
                .extractingPath("$.precedents[*].arrangementId").asArray().contains(pilot.arrangementId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?purpose=RESEARCH", "?power=DEA-RESEARCH", "?asset=none", "?supplier=home-office"})
    void what_they_are_not_about_does_not_find_them(String query) {
        assertThat(web.get().uri("/precedents" + query).exchange()).hasStatusOk().bodyJson()
                .doesNotHavePath("$.precedents[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=21", "?purpose=NONSENSE"})
    void a_question_that_cannot_be_answered_is_refused(String query) {
        assertThat(web.get().uri("/precedents" + query).exchange()).hasStatus(400);
    }

    @Test
    void what_is_longer_than_a_message_is_not_read_to_its_end() {
        assertThat(post(new byte[MessageJson.MOST_BYTES + 2], "")).hasStatus(422).bodyJson()
                .extractingPath("$.problems[0].rule").isEqualTo("JSON");
    }

    /** As the hub answers what cannot be answered. */
    @RestControllerAdvice
    static class Problems extends ResponseEntityExceptionHandler {}

    private MvcTestResult post(byte[] body, String query) {
        return web.post().uri("/precedents" + query).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static Arrangement agreed(String sample) {
        return AgreedBefore.arrangement(Sample.of(sample).request(), Sample.registry());
    }
}
