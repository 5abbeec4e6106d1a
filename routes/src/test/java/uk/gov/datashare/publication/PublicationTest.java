package uk.gov.datashare.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.catalogue.CatalogueView;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.precedents.AgreedBefore;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicationTest {

    private static final String FIRST = "ARR-0000-0000-0001";
    private static final String SECOND = "ARR-0000-0000-0002";
    private static final String THIRD = "ARR-0000-0000-0003";

    private final CatalogueView catalogue = new CatalogueView();
    private final MockMvcTester web = MockMvcTester.create(MockMvcBuilders
            .standaloneSetup(new ArrangementsController(catalogue), new MemorandumController(catalogue),
                    new StartPageController(catalogue))
            .setControllerAdvice(new ProblemAnswers()).build());

    @BeforeEach
    void three_arrangements_are_agreed() {
        publish(AgreedShares.arrangement(SECOND, 1, Status.ACTIVE));
        publish(AgreedShares.arrangement(FIRST, 1, Status.ACTIVE));
        publish(AgreedShares.arrangement(THIRD, 2, Status.EXPIRED));
    }

    @Test
    void the_list_is_read_page_by_page_along_its_links() {
        MvcTestResult first = get("/arrangements?limit=2");
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.arrangements[*].arrangementId").asArray()
                .containsExactly(FIRST, SECOND);
        String link = header(first, HttpHeaders.LINK);
        assertThat(link).isEqualTo("</arrangements?limit=2&after=" + SECOND + ">; rel=\"next\"");

        MvcTestResult second = get(link.substring(1, link.indexOf('>')));
        assertThat(second).bodyJson().extractingPath("$.arrangements[*].arrangementId").asArray()
                .containsExactly(THIRD);
        assertThat(second.getResponse().getHeader(HttpHeaders.LINK)).isNull();
    }

    @Test
    void the_list_can_be_narrowed_to_a_party_and_a_status() {
        assertThat(get("/arrangements?organisation=nhs-england&status=EXPIRED")).bodyJson()
                .extractingPath("$.arrangements[*].arrangementId").asArray().containsExactly(THIRD);
        assertThat(get("/arrangements?organisation=home-office")).bodyJson().extractingPath("$.arrangements").asArray()
                .isEmpty();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (String address : new String[]{"/arrangements", "/arrangements/" + FIRST,
                "/arrangements/" + FIRST + "/memorandum", "/arrangements/" + FIRST + "/memorandum.json", "/"}) {
            String tag = header(get(address), HttpHeaders.ETAG);
            assertThat(again(address, tag)).as(address).hasStatus(304);
        }
    }

    @Test
    void what_has_changed_is_sent_again() {
        String listTag = header(get("/arrangements"), HttpHeaders.ETAG);
        String oneTag = header(get("/arrangements/" + FIRST), HttpHeaders.ETAG);

        publish(AgreedShares.arrangement(FIRST, 2, Status.TERMINATED));

        assertThat(again("/arrangements", listTag)).hasStatusOk();
        assertThat(again("/arrangements/" + FIRST, oneTag)).hasStatusOk().bodyJson().extractingPath("$.status")
                .isEqualTo("TERMINATED");
    }

    @Test
    void an_older_version_changes_nothing() {
        publish(AgreedShares.arrangement(THIRD, 1, Status.ACTIVE));

        assertThat(get("/arrangements/" + THIRD)).bodyJson().extractingPath("$.version").isEqualTo(2);
    }

    @Test
    void an_arrangement_is_served_as_it_stands_on_the_topic() {
        assertThat(get("/arrangements/" + FIRST).getResponse().getContentAsByteArray())
                .isEqualTo(MessageJson.write(AgreedShares.arrangement(FIRST, 1, Status.ACTIVE)));
    }

    @Test
    void what_never_was_is_not_found_and_what_was_removed_is_gone() {
        catalogue.accept(AgreedShares.tombstone(SECOND));

        assertProblem(get("/arrangements/ARR-9999-9999-9999"), 404);
        assertProblem(get("/arrangements/ARR-9999-9999-9999/memorandum"), 404);
        assertProblem(get("/arrangements/" + SECOND), 410);
        assertProblem(get("/arrangements/" + SECOND + "/memorandum.json"), 410);
        assertThat(get("/arrangements")).bodyJson().extractingPath("$.arrangements[*].arrangementId").asArray()
                .containsExactly(FIRST, THIRD);
    }

    @Test
    void a_question_that_cannot_be_answered_is_told_so_as_a_problem() {
        assertProblem(get("/arrangements?limit=0"), 400);
        assertProblem(get("/arrangements?limit=many"), 400);
        assertProblem(get("/arrangements?status=ROTTEN"), 400);
        assertProblem(web.get().uri("/arrangements").accept(MediaType.IMAGE_PNG).exchange(), 406);
        assertProblem(web.post().uri("/arrangements").exchange(), 405);
    }

    @Test
    void the_memorandum_can_be_checked_by_anybody_with_sha256sum() {
        byte[] canonical = get("/arrangements/" + FIRST + "/memorandum.json").getResponse().getContentAsByteArray();

        assertThat(get("/arrangements/" + FIRST)).bodyJson().extractingPath("$.documentHash")
                .isEqualTo(MessageJson.sha256(canonical));
    }

    @Test
    void the_memorandum_reads_as_a_document() {
        assertThat(get("/arrangements/" + FIRST + "/memorandum")).hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("<html lang=\"en-GB\">", "Duty of confidence", "not confidential",
                        "GCC appropriate policy document, 2026", "Gloucestershire information governance team",
                        "E10000013", "Hospital stays after falls, by neighbourhood",
                        "Gloucestershire County Council", "<th scope=\"col\">Organisation</th>",
                        "public task (UK GDPR Article 6(1)(e))", "public health (UK GDPR Article 9(2)(i))",
                        "Caldicott Guardian", "approved, with conditions", "Small numbers are suppressed",
                        "1 July 2026 at 11:30",
                        AgreedShares.arrangement(FIRST, 1, Status.ACTIVE).documentHash())
                .doesNotContain("PSEUDONYMISED", "{{");
    }

    @Test
    void what_is_classified_above_official_is_shown_to_nobody() {
        publish(AgreedShares.secret("ARR-0000-0000-0009"));

        assertProblem(get("/arrangements/ARR-0000-0000-0009"), 404);
    }

    @Test
    void nothing_in_a_title_becomes_part_of_the_page() {
        publish(AgreedShares.arrangement(FIRST, 2, Status.ACTIVE,
                "<script>alert('x')</script>\"><img src=x onerror=y>"));

        for (String address : new String[]{"/", "/arrangements/" + FIRST + "/memorandum"}) {
            assertThat(get(address)).bodyText().contains("&lt;script&gt;").doesNotContain("<script", "<img");
        }
    }

    @Test
    void a_page_may_run_nothing_and_fetch_nothing() {
        MvcTestResult page = get("/arrangements/" + FIRST + "/memorandum");

        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page).bodyText().doesNotContain("href=\"http", "url(", "@import", " src=", " style=");
    }

    @Test
    void who_joins_an_arrangement_has_a_memorandum_that_names_it() {
        Arrangement joined = AgreedBefore.arrangement(Sample.of("o-council-joins-pilot").request(), Sample.registry());
        publish(joined);

        assertThat(get("/arrangements/" + joined.arrangementId() + "/memorandum")).bodyText()
                .contains("Joins arrangement", joined.memorandum().accedesTo().orElseThrow());
        assertThat(get("/arrangements/" + FIRST + "/memorandum")).bodyText().contains("it stands by itself");
    }

    private void publish(Arrangement arrangement) {
        catalogue.accept(AgreedShares.record(arrangement));
    }

    private MvcTestResult get(String address) {
        return web.get().uri(address).exchange();
    }

    private MvcTestResult again(String address, String tag) {
        return web.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
    }

    private static String header(MvcTestResult result, String name) {
        return String.valueOf(result.getResponse().getHeader(name));
    }

    private static void assertProblem(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
