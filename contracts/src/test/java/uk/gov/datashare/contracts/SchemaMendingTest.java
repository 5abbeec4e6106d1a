package uk.gov.datashare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is plainly meant is mended, and what is not is left for its sender. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SchemaMendingTest {

    private static final String TYPE = MessageTypes.of(ShareRequest.class);
    private static final String GOOD = Samples.tree("a-postcode-data.json").toString();

    static Stream<List<String>> slips() {
        return Stream.of(
                List.of("\"requestType\":\"NEW\"", "\"requestType\":\"new\""),
                List.of("\"ANONYMOUS_OR_NON_PERSONAL\"", "\"Anonymous or non-personal\""),
                List.of("\"requestType\":", "\"request_type\":"),
                List.of("\"version\":1", "\"version\":\"1\""),
                List.of("\"leavesUk\":false", "\"leavesUk\":\"False\""),
                List.of("\"types\":[\"ANONYMOUS_OR_NON_PERSONAL\"]", "\"types\":\"anonymous or non personal\""),
                List.of("\"version\":1", "\"version\":1,\"relatedArrangementId\":null"),
                List.of("\"suppliers\":[\"ordnance-survey\"]", "\"suppliers\":[\"Ordnance Survey \"]"),
                List.of("\"suppliers\":[\"ordnance-survey\"]",
                        "\"suppliers\":[\"ordnance-survey\",\"ordnance-survey\"]"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void a_slip_is_mended(List<String> rightAndWrong) {
        JsonNode wrong = json(GOOD.replace(rightAndWrong.getFirst(), rightAndWrong.getLast()));
        assertThat(Schemas.check(TYPE, wrong)).isNotEmpty();
        assertThat(Schemas.mended(TYPE, wrong)).contains(json(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"requestType\":\"BRANDNEW\"", "\"requestTyp\":\"NEW\"", "\"requestType\":7",
            "\"requestType\":[\"NEW\"]", "\"requestType\":null",
            "\"requestType\":\"NEW\",\"request_type\":\"RENEWAL\""})
    void what_may_mean_something_else_is_left_alone(String wrong) {
        assertThat(Schemas.mended(TYPE, json(GOOD.replace("\"requestType\":\"NEW\"", wrong)))).isEmpty();
    }

    @Test
    void a_character_that_nobody_sees_is_not_mended_away() {
        assertThat(Schemas.mended(TYPE, json(GOOD.replace("Postcode boundaries for", "Postcode \u202Eboundaries for")
                .replace("\"requestType\":\"NEW\"", "\"requestType\":\"new\"")))).isEmpty();
    }

    @Test
    void a_message_of_no_known_type_and_one_that_is_no_object_are_not_mended() {
        assertThat(Schemas.mended("unknown", json(GOOD))).isEmpty();
        assertThat(Schemas.mended(TYPE, json("null"))).isEmpty();
        assertThat(Schemas.mended(TYPE, json("[]"))).isEmpty();
        assertThat(Schemas.mended(TYPE, json("\"new\""))).isEmpty();
    }

    private static JsonNode json(String text) {
        return MessageJson.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
