package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Bytes to text as mail clients do it, not as mail standards would have it. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Names that senders use for windows-1252 without knowing it (WHATWG Encoding), or for nothing in particular. */
    private static final Set<String> VAGUE = Set.of("", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit",
            "x-unknown", "8bit");
    private static final Set<String> LATIN = Set.of("iso-8859-1", "latin1", "iso8859-1", "cp1252");

    private Charsets() {}

    /** The text of these bytes; what has no declared charset is UTF-8 if it can be, and windows-1252 otherwise. */
    static String decode(byte[] bytes, String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        if (LATIN.contains(name)) {
            return new String(bytes, WINDOWS_1252);
        }
        Optional<Charset> charset = VAGUE.contains(name) ? Optional.empty() : known(name);
        return charset.map(known -> new String(bytes, known)).orElseGet(() -> guessed(bytes));
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
