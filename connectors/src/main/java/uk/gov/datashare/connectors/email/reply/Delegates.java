package uk.gov.datashare.connectors.email.reply;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.MailAddresses;

/** The address in "delegate to ...", however a client dresses it: bare, in brackets, or with the link that Outlook adds. */
final class Delegates {

    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?:mailto:)?([A-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Z0-9.-]*[A-Z0-9])");

    private Delegates() {}

    /** The one address in a line, in lower case; empty when there is none, or more than one. */
    static Optional<String> in(String line) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = ADDRESS.matcher(line);
        while (matcher.find()) {
            found.add(runsOn(line, matcher.end()) ? line : matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return found.size() == 1 ? found.stream().findFirst().filter(MailAddresses::isOne) : Optional.empty();
    }

    /** Whether a letter of another alphabet follows: then what was found is only the first half of an address made to deceive. */
    private static boolean runsOn(String line, int end) {
        return end < line.length() && Character.isLetterOrDigit(line.charAt(end));
    }

    /** The line without its addresses. */
    static String without(String line) {
        return ADDRESS.matcher(line).replaceAll("");
    }
}
