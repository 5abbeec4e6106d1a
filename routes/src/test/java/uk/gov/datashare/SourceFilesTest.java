package uk.gov.datashare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the compiled classes no longer show: how long a file is, and whether something in it was put off. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFilesTest {

    private static final int LONGEST = 250;

    /** A vocabulary stays in one file, its records in the order they happen, however many words it has. */
    private static final Pattern VOCABULARY = Pattern.compile("Share(Command|Event)\\.java");

    private static final Pattern PUT_OFF = Pattern
            .compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled|Thread\\.sl" + "eep");

    @Test
    void no_file_is_too_long_to_be_read_at_one_sitting() throws IOException {
        assertThat(sources()).isNotEmpty()
                .filteredOn(file -> !VOCABULARY.matcher(file.getFileName().toString()).matches())
                .filteredOn(file -> text(file).lines().count() > LONGEST).isEmpty();
    }

    @Test
    void nothing_is_put_off_or_switched_off_or_slept_through() throws IOException {
        assertThat(sources()).isNotEmpty().filteredOn(file -> PUT_OFF.matcher(text(file)).find()).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java")).toList();
        }
    }
}
