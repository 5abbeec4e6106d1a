package uk.gov.datashare.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the sender of a faulty message is told: all of it, where it is, and in words that need no knowledge of JSON Schema. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PlainWordsTest {

    private static final String SUBMITTED = MessageTypes.of(ShareRequest.class);

    private final ObjectNode request = (ObjectNode) Samples.tree("b-address-check.json");

    @Test
    void a_faultless_message_has_no_problem() {
        assertThat(Schemas.check(SUBMITTED, request)).isEmpty();
    }

    @Test
    void every_fault_is_told_at_once_each_at_its_place() {
        at("").put("version", "1").put("colour", "blue");
        at("/requester").put("email", "gareth.pell at dwp");
        at("/proposal").set("titel", at("/proposal").remove("title"));
        at("/proposal").put("plainSummary", "x".repeat(700));
        at("/proposal/parties").put("acquirer", "Department for Work");
        at("/proposal/parties").putArray("suppliers");
        ((ArrayNode) request.at("/proposal/data/types")).add("PERSONNAL").add("PERSONAL");
        at("/proposal/data/subjects").put("approximateCount", -4);
        at("/proposal/legal").putNull("reviewedByLawyer");
        at("/proposal/purpose").put("benefits", "better lives");
        at("/proposal/dataProtection").put("privacyNotice", "our notice board");
        at("/proposal/terms").put("start", "2027-02-30");
        at("/proposal/terms/retention").put("period", "6 months");
        at("/proposal/terms/onward").put("a/b~c", true);

        assertThat(Schemas.check(SUBMITTED, request)).extracting(Problem::pointer).containsExactlyInAnyOrder(
                "/version", "/colour", "/requester/email", "/proposal", "/proposal/titel", "/proposal/plainSummary",
                "/proposal/parties/acquirer", "/proposal/parties/suppliers", "/proposal/data/types",
                "/proposal/data/types/1", "/proposal/data/subjects/approximateCount",
                "/proposal/legal/reviewedByLawyer", "/proposal/purpose/benefits",
                "/proposal/dataProtection/privacyNotice", "/proposal/terms/start",
                "/proposal/terms/retention/period", "/proposal/terms/onward/a~1b~0c");
    }

    @Test
    void a_missing_field_is_named_with_what_it_is_for() {
        at("/proposal").remove("title");
        assertThat(only().pointer()).isEqualTo("/proposal");
        assertThat(only().message())
                .isEqualTo("The field title is missing: what the share is called, 5 to 200 characters");
        assertThat(only().fix()).hasValue("Add the field title.");
        assertThat(only().rule()).isEqualTo("SCHEMA");
    }

    @Test
    void a_misspelt_field_is_told_its_right_name() {
        at("/proposal").put("plain_summary", "x");
        assertThat(only().message()).isEqualTo("“plain_summary” is not a field of this part of the message.");
        assertThat(only().fix()).hasValue("Did you mean plainSummary?");
    }

    @Test
    void a_value_that_is_not_on_the_list_is_told_the_list() {
        at("/proposal/delivery").put("frequency", "FORTNIGHTLY");
        assertThat(only().message()).startsWith("“FORTNIGHTLY” is not one of the values allowed here: ONE_OFF, AD_HOC");
        at("/proposal/delivery").put("frequency", "one-off");
        assertThat(only().fix()).hasValue("Did you mean ONE_OFF?");
    }

    @Test
    void a_wrong_form_is_told_the_right_one_with_an_example() {
        at("/proposal/terms/retention").put("period", "6 months");
        assertThat(only().message()).isEqualTo("“6 months” does not have the form asked for here. "
                + "A length of time in years, months and days (ISO 8601), such as P1Y6M or P90D.");
        assertThat(only().fix()).hasValue("Write it like this: P1Y6M");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/version                 | \"1\"    | This must be a whole number, and is text.          | Write it without quotation marks.",
            "/version                 | 1.5      | This must be a whole number, and is a number with a fraction. |",
            "/version                 | 0        | “0” is too small; the least allowed is 1.            |",
            "/proposal/title          | 7        | This must be text, and is a whole number.            | Put it in quotation marks.",
            "/proposal/title          | \"\"     | This text is empty.                                  |",
            "/proposal/title          | \"abc\"  | This text has 3 characters; at least 5 are needed.   |",
            "/proposal/title          | null     | This must be text, and is null.                      | Give it a value, or leave the field out if it is optional.",
            "/proposal/parties        | []       | This must be an object (in curly brackets), and is a list. |",
            "/proposal/purpose/benefits | \"x\"  | This must be a list (in square brackets), and is text. | Put it in square brackets, even where there is one entry only.",
            "/proposal/terms/start    | \"30.9.2027\" | “30.9.2027” is not a date of the calendar, written year-month-day. | Write it like this: 2027-09-30"})
    void each_kind_of_fault_has_its_words(String pointer, String value, String message, String fix) {
        int name = pointer.lastIndexOf('/');
        at(pointer.substring(0, name)).set(pointer.substring(name + 1), MessageJson.tree(value.getBytes(UTF_8)));

        assertThat(only().pointer()).isEqualTo(pointer);
        assertThat(only().message()).isEqualTo(message.replace("“0”", "0"));
        assertThat(only().fix().orElse(null)).isEqualTo(fix);
    }

    @Test
    void a_text_of_many_pages_is_not_quoted_back() {
        at("/requester").put("email", "x".repeat(200) + "@");
        assertThat(only().message()).hasSizeLessThan(200).contains("…");
    }

    @Test
    void lengths_are_counted_in_characters_and_not_in_halves_of_them() {
        at("/proposal").put("title", "\uD83D\uDE8C".repeat(200));
        assertThat(Schemas.check(SUBMITTED, request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\\u0000, U+0000", "\\u001b, U+001B", "\\ud83d, U+D83D", "\\u202e, U+202E", "\\u2066, U+2066",
            "\\u200f, U+200F"})
    void invisible_characters_are_refused_wherever_they_stand(String escape, String name) {
        String json = request.toString().replace("Head of Fraud", "Head " + escape + "of Fraud")
                .replace("\"externalRef\"", "\"extensions\":{\"a\":{\"b\":[\"c" + escape + "\"]}},\"externalRef\"");

        List<Problem> problems = Schemas.check(SUBMITTED, MessageJson.tree(json.getBytes(UTF_8)));

        assertThat(problems).extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/requester/jobTitle", "/extensions/a/b/0");
        assertThat(problems).allMatch(problem -> problem.message().contains(name));
    }

    @Test
    void invisible_characters_are_refused_in_names_of_fields_too() {
        at("").putObject("extensions").put("pay\u202eload", 1);
        assertThat(only().message()).isEqualTo(
                "This field's name contains U+202E, an invisible character that messages must not have.");
    }

    @Test
    void of_very_many_faults_the_first_hundred_are_told_and_the_rest_counted() {
        for (int i = 0; i < 250; i++) {
            at("").put("field" + i, i);
        }
        List<Problem> problems = Schemas.check(SUBMITTED, request);
        assertThat(problems).hasSize(101);
        assertThat(problems.getLast().message()).isEqualTo("There are 150 more problems that are not listed here.");
    }

    @Test
    void an_unknown_type_is_told_the_one_it_resembles() {
        Problem problem = Schemas.check("uk.gov.datashare.case.submited.v1", request).getFirst();
        assertThat(problem.message())
                .isEqualTo("The hub knows no message of type “uk.gov.datashare.case.submited.v1”.");
        assertThat(problem.fix()).hasValue("Did you mean uk.gov.datashare.case.submitted.v1?");
        assertThat(Schemas.check("x", request).getFirst().fix().orElseThrow()).contains("ce_type");
    }

    @Test
    void the_departments_own_additions_may_be_anything() {
        JsonNode anything = MessageJson.tree("{\"a\":[1,null,{\"b\":true}],\"c d\":\"e\"}".getBytes(UTF_8));
        at("").set("extensions", anything);
        assertThat(Schemas.check(SUBMITTED, request)).isEmpty();
    }

    private Problem only() {
        List<Problem> problems = Schemas.check(SUBMITTED, request);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private ObjectNode at(String pointer) {
        return (ObjectNode) request.at(pointer);
    }
}
