package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Set;

/**
 * A mail taken apart: what of it is read, and nothing else of it.
 *
 * @param headers its headers
 * @param plain   the lines of its plain text
 * @param html    its HTML; empty when it has none
 * @param types   the media types of all its parts, in lower case, parameters left out
 * @param report  the text of its delivery report (RFC 3464); empty when it has none
 */
record Mail(Headers headers, List<String> plain, String html, Set<String> types, String report) {

    Mail {
        plain = List.copyOf(plain);
        types = Set.copyOf(types);
    }

    boolean has(String type) {
        return types.contains(type);
    }
}
