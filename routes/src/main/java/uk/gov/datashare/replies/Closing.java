package uk.gov.datashare.replies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts the close off what somebody wrote: farewell, name and post under it are no part of an answer, and a name has no place in
 * a log that is kept for ever.
 */
final class Closing {

    private static final Set<String> FAREWELLS = Set.of("regards", "kind regards", "best regards", "warm regards",
            "kindest regards", "many thanks", "thanks", "thank you", "thanks and regards", "with thanks", "best wishes",
            "with best wishes", "all the best", "best", "yours sincerely", "yours faithfully", "yours", "sincerely",
            "cheers", "kr", "br", "cofion", "cofion gorau", "cofion cynnes", "diolch", "diolch yn fawr", "yn gywir");
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 60;

    private Closing() {}

    /** The text without its close; all of it where what stands below the farewell reads on like sentences. */
    static String cut(String text, Optional<String> writersName) {
        List<String> lines = text.strip().lines().toList();
        int end = lines.size();
        for (int at = 0; at < lines.size(); at++) {
            if (FAREWELLS.contains(bare(lines.get(at))) && closes(lines.subList(at + 1, lines.size()))) {
                end = at;
                break;
            }
        }
        while (end > 0 && (lines.get(end - 1).isBlank() || isName(lines.get(end - 1), writersName))) {
            end--;
        }
        return String.join("\n", lines.subList(0, end));
    }

    private static boolean closes(List<String> below) {
        List<String> written = below.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return written.size() <= MOST_LINES && written.stream().noneMatch(Closing::isSentence);
    }

    private static boolean isSentence(String line) {
        return line.length() > LONGEST_LINE || line.endsWith(".") || line.endsWith("?") || line.endsWith("!")
                || line.endsWith(":") || line.endsWith(";");
    }

    private static boolean isName(String line, Optional<String> writersName) {
        return writersName.map(Closing::bare)
                .filter(name -> bare(line).equals(name) || bare(line).equals(name.split(" ", 2)[0]))
                .isPresent();
    }

    private static String bare(String line) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && ",.!-".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        return lower.substring(0, end).strip();
    }
}
