package uk.gov.datashare.connectors.email.authenticity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Result;
import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Server;
import uk.gov.datashare.connectors.email.authenticity.ResultsParser.Parsed;

/** Authentication-Results as servers write them, as they may write them, and as somebody writes them who means ill. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResultsParserTest {

    private static final List<String> GAPS = List.of(" ", "\t", "  ", " (c) ", "(a (b) c)", "( ; dkim=pass )",
            " (\\) \") ", "\r\n ");
    private static final List<String> TOKENS = List.of("mx.hub.example", ";", "dkim", "=", "pass", " header", ".", "d",
            "=", "dept.example", ";", "spf", "=", "fail", " smtp", ".", "mailfrom", "=", "kim@other.example");
    private static final String PLAIN = "mx.hub.example | dkim=pass header.d=dept.example"
            + " | spf=fail smtp.mailfrom=kim@other.example";

    static Stream<String> cases() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                requireNonNull(ResultsParserTest.class.getResourceAsStream("results.txt")), UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void each_field_is_read_as_it_says(String line) {
        int arrow = line.lastIndexOf("=>");
        assertThat(told(ResultsParser.parse(line.substring(0, arrow)))).isEqualTo(line.substring(arrow + 2).strip());
    }

    @Test
    void blanks_and_comments_change_nothing_wherever_they_may_stand() {
        var luck = new Random(8601);
        for (int round = 0; round < 2_000; round++) {
            String field = TOKENS.stream()
                    .map(token -> token + (luck.nextInt(3) == 0 ? GAPS.get(luck.nextInt(GAPS.size())) : ""))
                    .collect(joining());
            assertThat(told(ResultsParser.parse(field))).as(field).isEqualTo(PLAIN);
        }
    }

    @Test
    void half_a_field_never_says_more_than_the_whole_one() {
        String field = "mx.hub.example; dkim=fail (bad) reason=\"dkim=pass\" header.d=dept.example; spf=fail (dkim=pass)";
        assertThat(
                IntStream.rangeClosed(0, field.length()).mapToObj(end -> ResultsParser.parse(field.substring(0, end)))
                        .filter(Parsed.Understood.class::isInstance)
                        .flatMap(read -> ((Parsed.Understood) read).results().results().stream()))
                .isNotEmpty()
                .noneMatch(Result::passed);
    }

    @Test
    void anything_at_all_is_read_or_refused_and_quickly() {
        var luck = new Random(7489);
        String letters = "ad.=;()\\\" \t/@mx1\u00e9\u0000";
        for (int round = 0; round < 20_000; round++) {
            String field = luck.ints(luck.nextInt(60), 0, letters.length()).mapToObj(at -> "" + letters.charAt(at))
                    .collect(joining());
            assertThat(ResultsParser.parse(field)).isNotNull();
        }
    }

    @Test
    void there_is_an_end_to_everything() {
        assertThat(told(ResultsParser.parse("mx.hub.example; dkim=pass" + " ".repeat(ResultsParser.LONGEST))))
                .isEqualTo("broken mx.hub.example");
        assertThat(told(ResultsParser.parse("mx.hub.example" + "; dkim=pass".repeat(ResultsParser.MOST_RESULTS + 1))))
                .isEqualTo("broken mx.hub.example");
        assertThat(told(ResultsParser
                .parse("mx.hub.example; dkim=pass" + " a.b=c".repeat(ResultsParser.MOST_PROPERTIES + 1))))
                .isEqualTo("broken mx.hub.example");
        assertThat(told(ResultsParser.parse("mx.hub.example; " + "(".repeat(Scanner.DEEPEST_COMMENT + 1)
                + ")".repeat(Scanner.DEEPEST_COMMENT + 1) + "dkim=pass"))).isEqualTo("broken mx.hub.example");
        assertThat(told(ResultsParser.parse("mx.hub.example; " + "(".repeat(Scanner.DEEPEST_COMMENT)
                + ")".repeat(Scanner.DEEPEST_COMMENT) + "dkim=pass"))).isEqualTo("mx.hub.example | dkim=pass");
        assertThat(told(ResultsParser.parse("(".repeat(5_000_000)))).isEqualTo("broken");
    }

    private static String told(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Broken(var server, _) -> "broken" + server.map(named -> " " + named(named)).orElse("");
            case Parsed.Understood(var results) -> results.server().map(ResultsParserTest::named).orElse("-") + " |"
                    + results.results().stream().map(ResultsParserTest::told).collect(joining(" |"));
        };
    }

    private static String named(Server server) {
        return (server.plain() ? "" : "?") + server.id();
    }

    private static String told(Result result) {
        return " " + result.method() + "=" + result.value() + result.properties().stream()
                .map(property -> " " + property.name() + "=" + property.value()).collect(joining());
    }
}
