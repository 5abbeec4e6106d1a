package uk.gov.datashare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The README of this module shows what is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path INTAKE = Path.of("src/main/java/uk/gov/datashare/intake/IntakeRoutes.java");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)\n```");
    private static final Pattern NAMED_TEST = Pattern.compile("\\b[A-Z][A-Za-z]+(?:Test|IT)\\b");

    private final String readme = text(Path.of("README.md"));

    @Test
    void the_route_that_it_shows_is_the_one_that_runs() {
        assertThat(JAVA.matcher(readme).results().map(block -> block.group(1))).singleElement().asString()
                .satisfies(shown -> assertThat(text(INTAKE).replaceAll("(?m)^ +", ""))
                        .contains(shown.replaceAll("(?m)^ +", "")));
    }

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            List<String> tests = sources.map(file -> file.getFileName().toString().replace(".java", "")).toList();
            assertThat(NAMED_TEST.matcher(readme).results().map(MatchResult::group)).isNotEmpty()
                    .allMatch(tests::contains);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
