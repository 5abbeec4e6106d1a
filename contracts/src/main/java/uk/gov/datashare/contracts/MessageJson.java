package uk.gov.datashare.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only place where a message becomes JSON or stops being it: strict, with limits, nothing evaluated, no type taken from
 * a message but one of the sealed kinds.
 */
public final class MessageJson {

    /** The largest message that is read, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(2L * MOST_BYTES)
                    .maxNestingDepth(32)
                    .maxStringLength(2 * MOST_BYTES)
                    .maxNumberLength(40)
                    .maxNameLength(256)
                    .maxTokenCount(20_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            // An empty text says something: the pointer to the whole of a message, for one.
            .withConfigOverride(String.class,
                    text -> text.setInclude(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, null)))
            .registerSubtypes(MessageTypes.all().values())
            .build();

    private MessageJson() {}

    /** A message as the bytes that travel. */
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /**
     * A message from the bytes that travelled.
     *
     * @throws tools.jackson.core.JacksonException when they are not exactly such a message
     */
    public static <T> T read(byte[] json, Class<T> as) {
        return MAPPER.readValue(json, as);
    }

    /**
     * Any JSON within the limits, as a tree.
     *
     * @throws tools.jackson.core.JacksonException when it is not JSON, repeats a name, or goes past a limit
     */
    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** A tree as the message that it is. */
    public static <T> T read(JsonNode tree, Class<T> as) {
        return MAPPER.treeToValue(tree, as);
    }

    /** A message as a tree. */
    public static JsonNode tree(Object message) {
        return MAPPER.valueToTree(message);
    }

    /** A message in canonical form (JSON Canonicalization Scheme, RFC 8785): equal messages are equal bytes. */
    public static byte[] canonical(Object message) {
        try {
            return new JsonCanonicalizer(write(message)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("Our own JSON cannot be put in canonical form", e);
        }
    }

    /** SHA-256 over a message's canonical form, as 64 hex digits. */
    public static String hash(Object message) {
        return sha256(canonical(message));
    }

    /** SHA-256 of bytes, as 64 hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
