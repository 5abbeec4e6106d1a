package uk.gov.datashare.connectors.email.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * A letter's plain text in Notify's Markdown. Notify makes a paragraph of what stands between blank lines and keeps line breaks,
 * so lines that were only wrapped are joined again. What a department wrote must not become a heading or a link with words of
 * its own.
 */
final class NotifyText {

    /** A line this long was wrapped at its end; a shorter one was meant to end there. */
    private static final int WRAPPED = 60;

    private NotifyText() {}

    static String of(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        List<String> written = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (isRule(line)) {
                underline(written, line, at > 0 ? lines.get(at - 1) : "");
            } else if (continues(line, at > 0 ? lines.get(at - 1) : "")) {
                written.add(written.removeLast() + " " + plain(line));
            } else {
                written.add(plain(line));
            }
        }
        return String.join("\n", written).strip() + "\n";
    }

    private static boolean isRule(String line) {
        return line.length() > 2 && line.chars().allMatch(one -> one == '-');
    }

    /** A line under another of its length makes that one a heading; any other divides. */
    private static void underline(List<String> written, String rule, String above) {
        if (!above.isBlank() && above.length() == rule.length()) {
            written.add("# " + written.removeLast());
        } else {
            written.add("---");
        }
    }

    private static boolean continues(String line, String above) {
        boolean begins = line.isBlank() || above.isBlank() || isRule(above) || line.strip().startsWith("* ");
        boolean wrapped = indent(line) == indent(above) && above.length() >= WRAPPED && indent(line) != 2;
        return !begins && (indent(line) > indent(above) || wrapped);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Four blanks would make it code, {@code #} a heading, {@code ^} a box, and brackets before a parenthesis a link. */
    private static String plain(String line) {
        String stripped = line.strip();
        String unmarked = stripped.startsWith("#") || stripped.startsWith("^")
                ? stripped.replaceFirst("^[#^ ]+", "")
                : stripped;
        return unmarked.replace("](", "] (");
    }
}
