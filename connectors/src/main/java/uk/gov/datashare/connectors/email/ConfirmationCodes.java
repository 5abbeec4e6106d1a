package uk.gov.datashare.connectors.email;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

import uk.gov.datashare.contracts.Letter;

/**
 * The eight digits with which the approver on record confirms one mail: HMAC-SHA-256 (RFC 2104) under the hub's key, bound to
 * case, version, task, person and the raw bytes of that mail. A code is computed when its letter is sent and kept nowhere. A
 * case remembers what the key makes of it: eight digits behind a bare hash would be found by trying them all.
 */
public final class ConfirmationCodes {

    /** Digits of a code. */
    public static final int DIGITS = 8;

    private static final BigInteger CODES = BigInteger.TEN.pow(DIGITS);

    private final UnaryOperator<byte[]> hmac;

    ConfirmationCodes(UnaryOperator<byte[]> hmac) {
        this.hmac = hmac;
    }

    /**
     * The code that confirms one mail.
     *
     * @param rawDigest SHA-256 of the raw mail, 64 hex digits
     * @return eight digits
     */
    public String code(String requestId, int version, String taskId, String personId, String rawDigest) {
        byte[] secret = hmac.apply(ReplyTokens.lines("confirmation code", requestId, Integer.toString(version), taskId,
                personId, rawDigest));
        String number = new BigInteger(1, secret).mod(CODES).toString();
        return "0".repeat(DIGITS - number.length()) + number;
    }

    /** What a case may remember of a code, 64 hex digits: of no use to whoever has not the key. */
    public String digest(String requestId, String taskId, String code) {
        return HexFormat.of()
                .formatHex(hmac.apply(ReplyTokens.lines("confirmation digest", requestId, taskId, code)));
    }

    /** The code that a letter gives its reader, parted in the middle to be read and typed: {@code 4829 1153}. */
    public Optional<String> shownIn(Letter letter) {
        return letter.reply()
                .flatMap(reply -> reply.confirms()
                        .map(mail -> code(letter.requestId(), reply.version(), reply.taskId(), letter.recipient(),
                                mail)))
                .map(code -> code.substring(0, DIGITS / 2) + " " + code.substring(DIGITS / 2));
    }
}
