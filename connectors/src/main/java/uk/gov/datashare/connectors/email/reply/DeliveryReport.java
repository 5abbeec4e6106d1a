package uk.gov.datashare.connectors.email.reply;

import java.util.Locale;
import java.util.Set;

import com.google.re2j.Pattern;

/** How a letter fared, by what a mail server says of it. */
enum DeliveryReport {

    FAILED, DELAYED, ARRIVED;

    private static final int LONGEST = 20_000;
    private static final Pattern FOR_GOOD = Pattern.compile("\\b5\\.\\d\\.\\d{1,3}\\b");
    private static final Pattern FOR_NOW = Pattern
            .compile("\\b4\\.\\d\\.\\d{1,3}\\b|will (keep trying|retry|be retried)"
                    + "|temporar|delayed|still being retried|over ?quota|mailbox (is )?full|you do not need to resend");

    /** By the fields of RFC 3464: the first recipient's, for a letter has one. */
    static DeliveryReport read(String report) {
        String lower = report.toLowerCase(Locale.ROOT);
        String action = field(lower, "action:");
        String status = field(lower, "status:");
        if (status.startsWith("2") || Set.of("delivered", "relayed", "expanded").contains(action)) {
            return ARRIVED;
        }
        return action.equals("delayed") || (status.startsWith("4") && !action.equals("failed")) ? DELAYED : FAILED;
    }

    private static String field(String report, String name) {
        return report.lines().map(String::strip).filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.substring(name.length()).strip()).orElse("");
    }

    /** By an enhanced status code (RFC 3463) or a word in prose; what does not say that it will be tried again has failed. */
    static DeliveryReport ofProse(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return FOR_NOW.matcher(start).find() && !FOR_GOOD.matcher(start).find() ? DELAYED : FAILED;
    }
}
