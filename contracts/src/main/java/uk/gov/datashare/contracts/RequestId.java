package uk.gov.datashare.contracts;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.regex.Pattern;

import uk.gov.datashare.contracts.ShareRequest.ExternalRef;

/**
 * The hub's name for a case, such as {@code DSR-7K3M-9QPX-2ABC}: made of the department's own reference and not counted, so
 * that a repeat and a resubmission find the same case from anywhere.
 */
public final class RequestId {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern WHOLE = Pattern.compile("DSR(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final int LETTERS = 12;

    private RequestId() {}

    /** The case of this department's reference. */
    public static String of(String organisationId, ExternalRef externalRef) {
        String digest = MessageJson.sha256(organisationId + "\n" + externalRef.system() + "\n" + externalRef.id());
        return grouped("DSR-", letters(digest));
    }

    /** The arrangement that comes of a case: the same letters, {@code ARR-7K3M-9QPX-2ABC}. */
    public static String arrangementOf(String requestId) {
        return "ARR" + requestId.substring(3);
    }

    /** The number of a person's digest of a day: another content is another digest, so that what it counts never shifts. */
    public static String ofDigest(String personId, LocalDate day, String itemsHash) {
        return grouped("DSR-", letters(MessageJson.sha256("digest\n" + personId + "\n" + day + "\n" + itemsHash)));
    }

    /** Whether a text has the shape of a request id. */
    public static boolean isOne(String text) {
        return WHOLE.matcher(text).matches();
    }

    private static String letters(String hexDigest) {
        var rest = new BigInteger(hexDigest, 16);
        var letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append(CROCKFORD.charAt(rest.intValue() & 31));
            rest = rest.shiftRight(5);
        }
        return letters.toString();
    }

    private static String grouped(String prefix, String letters) {
        return prefix + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
    }
}
