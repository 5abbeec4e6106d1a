package uk.gov.datashare.connectors.email.reply;

import java.util.ArrayList;
import java.util.List;

/** The lines of a plain text, flowed lines joined again (RFC 3676). */
final class PlainText {

    private PlainText() {}

    static List<String> lines(String text, String format, String delsp) {
        List<String> lines = Characters.clean(text).lines().toList();
        return format.equalsIgnoreCase("flowed") ? unflowed(lines, delsp.equalsIgnoreCase("yes")) : lines;
    }

    private static List<String> unflowed(List<String> lines, boolean dropBlank) {
        List<String> whole = new ArrayList<>();
        var open = new StringBuilder();
        int openDepth = -1;
        for (String line : lines) {
            int depth = depth(line);
            String text = unstuffed(line.substring(depth));
            if (openDepth >= 0 && openDepth != depth) {
                whole.add(open.toString());
                open.setLength(0);
                openDepth = -1;
            }
            if (openDepth < 0) {
                open.append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            // A signature's "-- " ends with a blank and flows all the same into nothing (RFC 3676 section 4.3).
            boolean flows = text.endsWith(" ") && !text.equals("-- ");
            open.append(flows && dropBlank ? text.substring(0, text.length() - 1) : text);
            openDepth = flows ? depth : -1;
            if (!flows) {
                whole.add(open.toString());
                open.setLength(0);
            }
        }
        if (openDepth >= 0) {
            whole.add(open.toString());
        }
        return whole;
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }
}
