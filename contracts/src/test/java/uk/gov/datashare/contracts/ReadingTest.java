package uk.gov.datashare.contracts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.contracts.Schemas.Parsed;

/** What becomes of bytes that are no message: one reason, in plain words, with the place. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadingTest {

    @Test
    void json_becomes_a_tree() {
        assertThat(Schemas.read("{\"a\":1}".getBytes(UTF_8))).isInstanceOf(Parsed.Tree.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                  | The message is empty.",
            "`   `               | The message is empty.",
            "{\"a\":1,\"a\":2}   | The same field stands twice in one object at line 1, column 11.",
            "{\"a\":[1,2         | The message ends too early at line 1, column 10: a bracket or a quotation mark is still open.",
            "{} {}               | Something follows after the end of the message at line 1, column 4.",
            "{\"a\":1,}          | The message is not valid JSON at line 1, column 8.",
            "{'a':1}             | The message is not valid JSON at line 1, column 2.",
            "{\"a\":01}          | The message is not valid JSON at line 1, column 7.",
            "{\"a\":NaN}         | The message is not valid JSON at line 1, column 9.",
            "{\"a\":1}//end      | The message is not valid JSON at line 1, column 8."})
    void each_way_of_being_unreadable_has_its_words(String json, String message) {
        assertThat(unreadable(json.getBytes(UTF_8)).message()).isEqualTo(message);
    }

    @Test
    void the_line_is_the_one_an_editor_shows() {
        assertThat(unreadable("{\n  \"title\": \"x\"\n  \"more\": 1\n}".getBytes(UTF_8)).message())
                .isEqualTo("The message is not valid JSON at line 3, column 3.");
    }

    @Test
    void the_place_is_named_by_pointer_too() {
        Problem problem = unreadable("{\"proposal\":{\"title\":1,\"title\":2}}".getBytes(UTF_8));
        assertThat(problem.pointer()).isEqualTo("/proposal/title");
        assertThat(problem.rule()).isEqualTo("JSON");
        assertThat(problem.fix()).isPresent();
    }

    @Test
    void nothing_of_the_message_is_repeated() {
        assertThat(unreadable("{\"a\":secret}".getBytes(UTF_8)).toString()).doesNotContain("secret");
    }

    @Test
    void more_than_a_quarter_of_a_mebibyte_is_too_much() {
        assertThat(unreadable(new byte[5 * 1024 * 1024]).message())
                .isEqualTo("The message has 5,242,880 bytes; at most 262,144 are allowed.");
    }

    @Test
    void limits_hold_for_depth_and_numbers_and_names_and_values() {
        assertThat(unreadable(("[".repeat(33) + "]".repeat(33)).getBytes(UTF_8)).message())
                .contains("nested too deeply");
        assertThat(unreadable(("{\"a\":" + "9".repeat(60) + "}").getBytes(UTF_8)).message())
                .contains("a number has too many digits");
        assertThat(unreadable(("{\"" + "n".repeat(300) + "\":1}").getBytes(UTF_8)).message())
                .contains("a field's name is too long");
        assertThat(unreadable(("[1" + ",1".repeat(20_000) + "]").getBytes(UTF_8)).message())
                .contains("too many values");
    }

    @Test
    void other_encodings_than_utf_8_are_told_so() {
        assertThat(unreadable("{\"a\":\"\u00e9t\u00e9\"}".getBytes(ISO_8859_1)).message())
                .startsWith("The message is not UTF-8");
    }

    @Test
    void a_number_of_a_billion_digits_costs_nothing() {
        var tree = (Parsed.Tree) Schemas.read("{\"externalRef\":1e999999999}".getBytes(UTF_8));
        assertThat(Schemas.check("uk.gov.datashare.case.withdrawn.v1", tree.json())).hasSize(2);
    }

    private static Problem unreadable(byte[] json) {
        return ((Parsed.Unreadable) Schemas.read(json)).problem();
    }
}
