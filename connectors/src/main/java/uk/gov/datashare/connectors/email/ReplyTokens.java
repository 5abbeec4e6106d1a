package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a reply address, bound to case, version, task, person and shown content: HMAC-SHA-256 (RFC 2104) cut to
 * 130 bits. It is computed whenever it is needed and kept nowhere; a case remembers only its {@link #digest}.
 */
public final class ReplyTokens {

    /** Letters in a token: 26 of five bits each. */
    public static final int LENGTH = 26;
    /** Fewest bytes of a key: the length of the hash, as RFC 2104 section 3 advises. */
    public static final int KEY_BYTES = 32;

    /** RFC 4648 section 6 in lower case: mail servers fold the case of local parts. */
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /** Tokens under the hub's key, which must have at least {@link #KEY_BYTES} bytes. */
    public ReplyTokens(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("The hub's key is shorter than " + KEY_BYTES + " bytes");
        }
        this.key = key.clone();
    }

    /**
     * The token of one person for one task, as it stood in one version.
     *
     * @param contentHash hash of what the person was shown
     * @throws IllegalArgumentException when a part holds a line break, which would make two different sets of parts alike
     */
    public String token(String requestId, int version, String taskId, String personId, String contentHash) {
        return base32(hmac(lines(requestId, Integer.toString(version), taskId, personId, contentHash)));
    }

    /** The codes under the same key, with which an answer is confirmed. */
    public ConfirmationCodes codes() {
        return new ConfirmationCodes(this::hmac);
    }

    static byte[] lines(String... parts) {
        if (Arrays.stream(parts).anyMatch(part -> part.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("No part of a reply token may hold a line break");
        }
        return String.join("\n", parts).getBytes(UTF_8);
    }

    /** SHA-256 of a token, 64 hex digits: what may be stored. Case does not count. */
    public static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether two digests or tokens are equal, in a time that does not tell how far they agree. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private byte[] hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String base32(byte[] bytes) {
        var letters = new StringBuilder(LENGTH);
        for (int bit = 0; letters.length() < LENGTH; bit += 5) {
            int pair = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
            letters.append(ALPHABET.charAt((pair >> (11 - bit % 8)) & 31));
        }
        return letters.toString();
    }
}
