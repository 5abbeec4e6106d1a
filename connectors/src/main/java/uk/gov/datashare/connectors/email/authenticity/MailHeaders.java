package uk.gov.datashare.connectors.email.authenticity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * A mail's own header fields, topmost first, taken apart by the same parser as its content: two parsers could be made to see
 * two different senders.
 */
record MailHeaders(List<Field> fields) {

    /**
     * A header field.
     *
     * @param name    in lower case
     * @param value   unfolded
     * @param regular whether its name stands there as servers write it, directly before the colon
     */
    record Field(String name, String value, boolean regular) {}

    private static final MimeConfig LIMITS = MimeConfig.custom().setMaxHeaderLen(100_000).setMaxHeaderCount(1_000)
            .setMaxLineLen(-1).setMaxContentLen(-1).build();

    MailHeaders {
        fields = List.copyOf(fields);
    }

    /** The header of a mail; empty when it is beyond reading. */
    static Optional<MailHeaders> of(byte[] raw) {
        var stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        List<Field> fields = new ArrayList<>();
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_HEADER
                    && state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state == EntityState.T_FIELD) {
                    fields.add(field(stream.getField()));
                }
            }
            return Optional.of(new MailHeaders(fields));
        } catch (MimeException | IOException | RuntimeException _) {
            // Whatever cannot be read proves nothing, and its content is refused where it is read.
            return Optional.empty();
        }
    }

    private static Field field(org.apache.james.mime4j.stream.Field field) {
        String name = field.getName();
        ByteSequence raw = field.getRaw();
        boolean regular = raw != null && raw.length() > name.length() && raw.byteAt(name.length()) == ':';
        return new Field(name.toLowerCase(Locale.ROOT).strip(), field.getBody().replaceAll("[\\r\\n]+", " ").strip(),
                regular);
    }

    /** Every field of a name, topmost first. */
    List<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    /** Every value under a name, topmost first. */
    List<String> values(String name) {
        return named(name).stream().map(Field::value).toList();
    }
}
