package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** The headers of a mail, in order, unfolded, as its sender wrote them. */
record Headers(List<Header> all) {

    /** One header; its name in lower case. */
    record Header(String name, String value) {}

    Headers {
        all = List.copyOf(all);
    }

    /** Every value under a name, topmost first. */
    List<String> values(String name) {
        return all.stream().filter(header -> header.name().equals(name)).map(Header::value).toList();
    }

    /** The topmost value under a name. */
    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** The topmost value under a name in lower case; empty text when there is none. */
    String lower(String name) {
        return first(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** The subject in plain characters (RFC 2047). */
    String subject() {
        String raw = first("subject").orElse("");
        try {
            return Characters.clean(DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT)).replace('\n', ' ')
                    .strip();
        } catch (RuntimeException _) {
            // A subject only ever hints, so what cannot be decoded is read as it stands.
            return Characters.clean(raw).replace('\n', ' ').strip();
        }
    }
}
