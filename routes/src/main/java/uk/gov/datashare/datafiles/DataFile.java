package uk.gov.datashare.datafiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The hub's own files, which must be exactly as they should: a word too many or twice stops the start, and so does one too few,
 * which the records that a file is read into see to.
 */
public final class DataFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DataFile() {}

    /**
     * A file of this name that was built into the hub.
     *
     * @throws DataNotUsable when it is missing, or is not such a record
     */
    public static <T> T read(String file, Class<T> as) {
        return parse(file, text(file), as);
    }

    /**
     * What such a file says; JSON is YAML too.
     *
     * @param file what it is called, should it have a fault
     * @throws DataNotUsable when it is not such a record
     */
    public static <T> T parse(String file, String yaml, Class<T> as) {
        try {
            return MAPPER.readValue(yaml, as);
        } catch (JacksonException wrong) {
            throw new DataNotUsable(file, String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * The words of a file that was built into the hub.
     *
     * @throws DataNotUsable when it is missing
     */
    public static String text(String file) {
        try (InputStream in = DataFile.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new DataNotUsable(file, "it is missing from the hub.");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
