package uk.gov.datashare.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The sample messages, as the jar holds them. */
final class Samples {

    private Samples() {}

    static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String file) {
        return MessageJson.tree(bytes(file));
    }

    /** The names of the sample requests, {@code a-postcode-data.json} and so on. */
    static List<String> requests() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Samples.class.getResource("/samples")).toURI()))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
