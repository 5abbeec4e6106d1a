package uk.gov.datashare.connectors.email.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** An address in a text, in lower case, and where it stands. */
    record Found(String address, int start, int end) {}

    /** The one address in a line, in lower case; empty when there is none, or more than one. */
    static Optional<String> in(String line) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = ADDRESS.matcher(line);
        while (matcher.find()) {
            found.add(runsOn(line, matcher) ? line : matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return found.size() == 1 ? found.stream().findFirst().filter(MailAddresses::isOne) : Optional.empty();
    }

    /** Every address in a text, in its order. */
    static List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String address = matcher.group(1).toLowerCase(Locale.ROOT);
            if (!runsOn(text, matcher) && MailAddresses.isOne(address)) {
                found.add(new Found(address, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /** Whether a letter of another alphabet stands beside it: then what was found is only a piece of an address made to deceive. */
    private static boolean runsOn(String line, Matcher found) {
        return (found.start() > 0 && Character.isLetterOrDigit(line.charAt(found.start() - 1)))
                || (found.end() < line.length() && Character.isLetterOrDigit(line.charAt(found.end())));
    }

    /** The line without its addresses. */
    static String without(String line) {
        return ADDRESS.matcher(line).replaceAll("");
    }
}
