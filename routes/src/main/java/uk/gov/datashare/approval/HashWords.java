package uk.gov.datashare.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A hash as eight words that two people can compare over the telephone: one word of {@code hash-words.txt} for each of the
 * first eight bytes.
 */
final class HashWords {

    private static final int BYTES = 8;
    private static final List<String> WORDS = read();

    private HashWords() {}

    /** The words of a hash given as at least 16 hex digits. */
    static String of(String hash) {
        byte[] bytes = HexFormat.of().parseHex(hash, 0, 2 * BYTES);
        return IntStream.range(0, BYTES)
                .mapToObj(at -> WORDS.get(Byte.toUnsignedInt(bytes[at])))
                .collect(Collectors.joining(" "));
    }

    /** Every word, in the order of the bytes that they stand for. */
    static List<String> all() {
        return WORDS;
    }

    private static List<String> read() {
        try (InputStream file = HashWords.class.getResourceAsStream("/letters/hash-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("letters/hash-words.txt is missing");
            }
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
