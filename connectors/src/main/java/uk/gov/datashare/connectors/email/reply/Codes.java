package uk.gov.datashare.connectors.email.reply;

import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** The code in "confirm 4829 1153": eight digits, parted in the middle or not, with the link that some clients add to numbers. */
final class Codes {

    private static final Pattern CODE = Pattern
            .compile("^[(\\[<*'\"]*([0-9]{4})[ .\\x{2010}-\\x{2015}-]*([0-9]{4})(?:<tel:[^<>]*>)?([^0-9].*)?$");

    private Codes() {}

    /** The eight digits with which a text's first line begins; empty when it begins with anything else, or with more of them. */
    static Optional<String> in(String text) {
        Matcher matcher = CODE.matcher(firstLine(text));
        return matcher.find() ? Optional.of(matcher.group(1) + matcher.group(2)) : Optional.empty();
    }

    /** What stands behind the code in the first line; empty text when there is nothing, or no code. */
    static String behind(String text) {
        Matcher matcher = CODE.matcher(firstLine(text));
        return matcher.find() && matcher.group(3) != null ? matcher.group(3) : "";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
