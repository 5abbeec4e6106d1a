package uk.gov.datashare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a text that a test has written against its approved form in a file. Where they differ, the new text lies in
 * {@code target/approve}; whoever likes it better copies it, or runs the test again with {@code -Dapprove}.
 */
public final class Golden {

    private static final Path WRITTEN = Path.of("target/approve");

    private Golden() {}

    /** Fails where the text is not, letter for letter, what is in the approved file. */
    public static void approve(Path approved, String text) {
        try {
            Path written = System.getProperty("approve") == null ? WRITTEN.resolve(approved.getFileName()) : approved;
            Files.createDirectories(written.getParent());
            Files.writeString(written, text);
            assertThat(text).as("%s against %s; -Dapprove puts it in its place", written, approved)
                    .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
