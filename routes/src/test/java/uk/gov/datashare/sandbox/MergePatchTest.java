package uk.gov.datashare.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.contracts.MessageJson;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"a":"b"};                {"a":"c"};                {"a":"c"}
            {"a":"b"};                {"b":"c"};                {"a":"b","b":"c"}
            {"a":"b"};                {"a":null};               {}
            {"a":"b","b":"c"};        {"a":null};               {"b":"c"}
            {"a":["b"]};              {"a":"c"};                {"a":"c"}
            {"a":"c"};                {"a":["b"]};              {"a":["b"]}
            {"a":{"b":"c"}};          {"a":{"b":"d","c":null}}; {"a":{"b":"d"}}
            {"a":[{"b":"c"}]};        {"a":[1]};                {"a":[1]}
            ["a","b"];                ["c","d"];                ["c","d"]
            {"a":"b"};                ["c"];                    ["c"]
            {"e":null};               {"a":1};                  {"e":null,"a":1}
            [1,2];                    {"a":"b","c":null};       {"a":"b"}
            {};                       {"a":{"bb":{"ccc":null}}};{"a":{"bb":{}}}
            """)
    void the_examples_of_rfc_7396_come_out_as_it_says(String document, String patch, String result) {
        assertThat(
                MergePatch.apply(MessageJson.tree(document.getBytes(UTF_8)), MessageJson.tree(patch.getBytes(UTF_8))))
                .isEqualTo(MessageJson.tree(result.getBytes(UTF_8)));
    }
}
