package uk.gov.datashare.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.MessageJson;

/** What the registry's commands show, without a hub; none of them changes anything by itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistryCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        var print = new PrintStream(out, true, UTF_8);
        var clock = InstantSource.fixed(Instant.parse("2027-01-12T10:00:00Z"));
        return Commands.run(arguments, new Terminal(new ByteArrayInputStream(new byte[0]), print, print, clock))
                .orElse(-1);
    }

    private String shown() {
        return out.toString(UTF_8);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void a_file_like_the_registry_differs_in_nothing() throws IOException {
        String same = file("same.json", new String(MessageJson.write(Sample.organisations()), UTF_8));
        assertThat(run("registry", "diff", same)).as(shown()).isZero();
    }

    @Test
    void what_a_file_changes_is_shown_place_by_place() throws IOException {
        String changed = file("changed.json", new String(MessageJson.write(List.of(Sample.organisations().getFirst())),
                UTF_8).replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"Another Council\""));
        assertThat(run("registry", "diff", changed)).as(shown()).isEqualTo(1);
        assertThat(shown()).contains("changes " + Sample.organisations().getFirst().id(), "Another Council");
    }

    @Test
    void lists_of_the_government_show_who_would_join_and_apply_nothing() throws IOException {
        String govuk = file("govuk.json", """
                [{"slug": "office-of-inventions", "title": "Office of Inventions", "abbreviation": "OI",
                  "organisationType": "Executive agency", "status": "live",
                  "contentId": "11111111-2222-4333-8444-555555555555"},
                 {"slug": "office-long-gone", "title": "Office Long Gone", "status": "closed"}]""");
        String domains = file("domains.json", """
                [{"domain": "inventions.example.invalid", "organisation": "government-organisation:X1",
                  "organisationName": "Office of Inventions"}]""");

        assertThat(run("registry", "import", "--govuk", govuk, "--domains", domains)).as(shown()).isEqualTo(1);

        assertThat(shown()).contains("joins   office-of-inventions", "inventions.example.invalid", "APPLIED")
                .doesNotContain("long-gone");
    }

    @Test
    void a_call_that_makes_no_sense_ends_with_2_and_the_help() {
        assertThat(run("registry")).isEqualTo(2);
        assertThat(run("registry", "confirm", "no-change", "--as", "p-hub-06")).isEqualTo(2);
        assertThat(run("registry", "diff", "no-such-file.json")).isEqualTo(2);
        assertThat(shown()).contains("registry diff <file>", "no-such-file.json");
        assertThat(run("registry", "--help")).isZero();
    }
}
