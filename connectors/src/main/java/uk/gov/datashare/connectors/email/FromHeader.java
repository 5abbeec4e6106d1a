package uk.gov.datashare.connectors.email;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one address in a mail's one From (RFC 5322 allows more; the hub does not). Display names and comments can hold
 * anything, so they are taken out before anything is looked for.
 */
public final class FromHeader {

    private FromHeader() {}

    /** The address in lower case; empty when there is not exactly one From with exactly one address. */
    public static Optional<String> address(List<String> froms) {
        return froms.size() == 1 ? address(withoutNames(froms.getFirst())) : Optional.empty();
    }

    private static Optional<String> address(String bare) {
        int open = bare.indexOf('<');
        String name = open < 0 ? "" : bare.substring(0, open).strip();
        String rest = open < 0 ? bare.strip() : bare.substring(open + 1).strip();
        String address = open < 0 ? rest : rest.endsWith(">") ? rest.substring(0, rest.length() - 1).strip() : "";
        boolean deceives = (name.indexOf('@') >= 0 && !name.equalsIgnoreCase(address))
                || name.chars().anyMatch(letter -> ",;:".indexOf(letter) >= 0);
        return deceives || !MailAddresses.isOne(address)
                ? Optional.empty()
                : Optional.of(address.toLowerCase(Locale.ROOT));
    }

    /** Without quoted strings and comments (RFC 5322 section 3.2), in one pass. */
    private static String withoutNames(String from) {
        var bare = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int at = 0; at < from.length(); at++) {
            char letter = from.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && letter == '(') {
                comments++;
            } else if (!quoted && letter == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0) {
                bare.append(letter);
            }
        }
        return bare.toString();
    }
}
