package uk.gov.datashare.connectors.email.authenticity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a DKIM-Signature says of itself (RFC 6376 section 3.5).
 *
 * @param domain    who signed: {@code d=}
 * @param algorithm how: {@code a=}; empty text when it does not say
 * @param partial   whether only the beginning of the body is signed: {@code l=}, which lets anybody write beneath it
 */
record Signature(String domain, String algorithm, boolean partial) {

    static final String FIELD = "dkim-signature";

    /** The signature in a field's value; empty when it does not say, or says twice, who signed. */
    static Optional<Signature> in(String value) {
        List<String> tags = Arrays.stream(value.split(";")).map(String::strip).toList();
        List<String> signers = tags.stream().filter(tag -> is("d", tag)).toList();
        return signers.size() != 1
                ? Optional.empty()
                : Optional.of(new Signature(value(signers.getFirst()),
                        tags.stream().filter(tag -> is("a", tag)).map(Signature::value).findFirst().orElse(""),
                        tags.stream().anyMatch(tag -> is("l", tag))));
    }

    private static boolean is(String name, String tag) {
        int equals = tag.indexOf('=');
        return equals > 0 && tag.substring(0, equals).strip().equals(name);
    }

    private static String value(String tag) {
        return tag.substring(tag.indexOf('=') + 1).strip();
    }
}
