package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Rules that are data: rows of columns between bars, with comments after a hash. */
final class DataFile {

    private DataFile() {}

    /** The rows of a file beside this class; a row of another width is a mistake that stops the hub at its start. */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream file = DataFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line, columns)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> row(String line, int columns) {
        List<String> row = Arrays.stream(line.split("\\s+\\|\\s+", columns)).map(String::strip).toList();
        if (row.size() != columns) {
            throw new IllegalStateException("Not " + columns + " columns: " + line);
        }
        return row;
    }
}
