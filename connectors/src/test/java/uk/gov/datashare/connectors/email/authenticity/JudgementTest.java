package uk.gov.datashare.connectors.email.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.connectors.email.authenticity.ResultsParser.Parsed;
import uk.gov.datashare.connectors.email.authenticity.SecondOpinion.Opinion;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** The table in this module's README, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgementTest {

    private static final Alignment KIM = new Alignment("kim@team.dept.example",
            (sender, domain) -> sender.endsWith("@team.dept.example") && domain.equals("dept.example"));

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("\\|.*\\| (HIGH|MEDIUM|LOW) \\|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void each_row_of_the_table_holds(String row) {
        List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
        boolean partial = cells.get(2).equals("partial");
        Opinion opinion = partial ? Opinion.PASS : Opinion.valueOf(cells.get(2).toUpperCase(Locale.ROOT));

        var judgement = cells.get(1).equals("nothing")
                ? Judgement.withoutResults(opinion, partial)
                : Judgement.of(results(cells.get(1).replace("`", "")), KIM, opinion, partial);
        assertThat(judgement.assurance()).isEqualTo(Assurance.valueOf(cells.get(3)));
    }

    @Test
    void the_table_has_a_row_for_everything_that_there_is() throws IOException {
        assertThat(rows()).hasSize(37);
    }

    @Test
    void its_words_name_domains_and_neither_people_nor_whatever_a_sender_wrote() {
        assertThat(Judgement.of(results("dkim=pass header.i=kim@dept.example header.b=x;"
                + "spf=pass smtp.mailfrom=\"kim; dkim=pass\"@dept.example;"
                + "dmarc=bestguesspass header.from=\"x dkim=pass\""), KIM, Opinion.NONE, false).words())
                .isEqualTo("dkim=pass header.i=dept.example; spf=pass smtp.mailfrom=dept.example; "
                        + "dmarc=other header.from=unusable; dkim2=none");
    }

    @Test
    void its_words_fit_into_the_evidence_whatever_the_domains() {
        String longest = "d".repeat(60) + "." + "e".repeat(19);
        String all = ("dkim=permerror header.d=" + longest + ";").repeat(50) + "spf=permerror smtp.mailfrom=x@"
                + longest
                + ";dmarc=permerror header.from=" + longest;
        var words = Judgement.of(results(all), KIM, Opinion.NONE, true).words();
        assertThat(words).hasSizeLessThan(500);
    }

    private static AuthenticationResults results(String field) {
        return ((Parsed.Understood) ResultsParser.parse("mx.hub.example; " + field)).results();
    }
}
