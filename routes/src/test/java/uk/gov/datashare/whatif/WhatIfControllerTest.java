package uk.gov.datashare.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.process.WorkingCalendars;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/** The dry run over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfControllerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-01-12T10:00:00Z"));
    private static final Sample PLACES = Sample.of("a-postcode-data");

    private final MockMvcTester web = web(Judging.Before.nothing());

    private static MockMvcTester web(Judging.Before before) {
        Routing routing = Routing.builtIn();
        GatewayChecker gateways = GatewayChecker.shipped();
        var judging = new Judging(new Validation(CLOCK, _ -> List.of(), WorkingCalendars.shipped()), routing, gateways,
                before);
        var whatIf = new WhatIf(judging, routing, gateways, Near.nothing(), History.none(), CLOCK);
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(new WhatIfController(whatIf, Sample.registry()))
                .setControllerAdvice(new Problems()).build());
    }

    /** As the hub answers what cannot be answered. */
    @RestControllerAdvice
    static class Problems extends ResponseEntityExceptionHandler {}

    private static MvcTestResult ask(MockMvcTester web, byte[] body, String query, MediaType wanted) {
        return web.post().uri("/what-if" + query).contentType(MediaType.APPLICATION_JSON).accept(wanted).content(body)
                .exchange();
    }

    private MvcTestResult ask(byte[] body, String query) {
        return ask(web, body, query, MediaType.APPLICATION_JSON);
    }

    private static byte[] places() {
        return MessageJson.write(PLACES.json());
    }

    @Test
    void a_request_is_answered_as_the_contract_says_and_nobody_keeps_the_answer() throws Exception {
        MvcTestResult answer = ask(places(), "");

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .hasHeader("Cache-Control", "no-store");
        assertThat(answer).bodyJson().extractingPath("$.outcome").isEqualTo("WOULD_BE_ASKED");
        assertThat(Schemas.check(MessageTypes.of(WhatIfAnswer.class),
                MessageJson.tree(answer.getResponse().getContentAsByteArray()))).isEmpty();
    }

    @Test
    void whoever_wants_words_gets_words() {
        assertThat(ask(web, places(), "", MediaType.TEXT_PLAIN)).hasStatusOk()
                .hasContentType("text/plain;charset=UTF-8").hasHeader("Cache-Control", "no-store")
                .bodyText().startsWith("This request would be taken").contains("ordnance-survey");
    }

    @Test
    void what_would_come_back_is_an_answer_too() {
        assertThat(ask(MessageJson.write(PLACES.without("/proposal/title").json()), "")).hasStatusOk().bodyJson()
                .extractingPath("$.outcome").isEqualTo("WOULD_COME_BACK");
        assertThat(ask("{".getBytes(UTF_8), "")).hasStatusOk().bodyJson().extractingPath("$.problems[0].rule")
                .isEqualTo("JSON");
    }

    @Test
    void who_asks_is_the_acquirer_unless_another_is_named() {
        assertThat(ask(places(), "")).bodyJson().extractingPath("$.organisationId").isEqualTo(PLACES.acquirer());
        assertThat(ask(places(), "?as=home-office")).hasStatusOk().bodyJson()
                .extractingPath("$.outcome").isEqualTo("WOULD_COME_BACK");
        assertThat(ask(places(), "?as=ministry-of-silly-walks")).hasStatus(400);
    }

    @Test
    void what_is_longer_than_a_message_may_be_is_not_read() {
        assertThat(ask(new byte[MessageJson.MOST_BYTES + 1], "")).hasStatus(413);
    }

    @Test
    void other_kinds_of_content_are_refused() {
        assertThat(web.post().uri("/what-if").contentType(MediaType.TEXT_XML).content("<a/>").exchange())
                .hasStatus(415);
        assertThat(ask(web, places(), "", MediaType.IMAGE_PNG)).hasStatus(406);
    }

    @Test
    void while_what_has_been_agreed_cannot_be_read_the_answer_is_to_ask_again() {
        MockMvcTester unreadable = web((_, _) -> {
            throw new NotYet("The arrangements cannot be read at the moment");
        });
        assertThat(ask(unreadable, places(), "", MediaType.APPLICATION_JSON)).hasStatus(503)
                .hasHeader("Retry-After", "10");
    }
}
