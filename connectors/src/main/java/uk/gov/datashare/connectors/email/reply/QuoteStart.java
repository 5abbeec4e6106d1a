package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.Furniture.ATTRIBUTION;
import static uk.gov.datashare.connectors.email.reply.Furniture.BANNER;
import static uk.gov.datashare.connectors.email.reply.Furniture.DISCLAIMER;
import static uk.gov.datashare.connectors.email.reply.Furniture.DIVIDER;
import static uk.gov.datashare.connectors.email.reply.Furniture.LABEL;
import static uk.gov.datashare.connectors.email.reply.Furniture.MARKING;
import static uk.gov.datashare.connectors.email.reply.Furniture.QUOTE;
import static uk.gov.datashare.connectors.email.reply.Furniture.SIGNATURE;
import static uk.gov.datashare.connectors.email.reply.Furniture.WROTE;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.re2j.Pattern;

/** Finds the first line that is no longer the writer's: the mail replied to, a signature, a disclaimer, the hub's own words. */
final class QuoteStart {

    static final int ATTRIBUTION_LINES = 4;

    private static final int LONGEST_ATTRIBUTION = 500;
    private static final int HEADER_BLOCK = 12;
    private static final int HEADERS_NEEDED = 3;
    private static final Pattern DATE_OR_CLOCK = Pattern
            .compile("(?i)(\\b\\d{1,2}[:.h]\\d{2}\\b|\\b(19|20)\\d{2}\\b|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b)");
    private static final Pattern ADDRESS = Pattern.compile("<[^\\s<>\"]+@[^\\s<>\"]+>");

    private final List<String> lines;
    private final LetterLines letter;

    QuoteStart(List<String> lines, LetterLines letter) {
        this.lines = lines;
        this.letter = letter;
    }

    /** The index of that line, or the number of lines when all are the writer's. */
    int find() {
        return IntStream.range(0, lines.size()).filter(this::startsAt).findFirst().orElse(lines.size());
    }

    private boolean startsAt(int index) {
        String line = lines.get(index).strip();
        if (line.isEmpty() || line.startsWith(">")) {
            return false;
        }
        return QUOTE.is(line) || SIGNATURE.is(line) || isOurs(index, line) || isHeaderBlock(index)
                || isAttribution(index)
                || (hasWordsAbove(index) && (DISCLAIMER.is(line) || isDrawnAboveFurniture(index, line)));
    }

    /** A line that is drawn ends the writer's words only where something follows that is not the writer's, or nothing. */
    private boolean isDrawnAboveFurniture(int index, String line) {
        return DIVIDER.is(line) && lines.subList(index + 1, lines.size()).stream().map(String::strip)
                .filter(below -> !below.isEmpty() && !DIVIDER.is(below)).findFirst()
                .map(below -> DISCLAIMER.is(below) || LABEL.is(below) || QUOTE.is(below) || BANNER.is(below)
                        || below.startsWith(">"))
                .orElse(true);
    }

    /** A writer may repeat a piece of ours, such as the word that was asked for; a whole line of ours, or two pieces on end, never. */
    private boolean isOurs(int index, String line) {
        String next = lines.subList(index + 1, lines.size()).stream().filter(below -> !below.isBlank()).findFirst()
                .orElse("");
        return letter.has(line, next)
                || (letter.hasPiece(line) && goesOnAsOurs(line, next, index));
    }

    private boolean goesOnAsOurs(String line, String next, int index) {
        return next.isEmpty() ? hasWordsAbove(index) : letter.hasPiece(line + " " + next) || letter.has(next, "");
    }

    private boolean hasWordsAbove(int index) {
        return lines.subList(0, index).stream().map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith(">") && !DIVIDER.is(line) && !MARKING.is(line)
                        && !BANNER.is(line));
    }

    private boolean isHeaderBlock(int index) {
        if (!LABEL.is(lines.get(index))) {
            return false;
        }
        Set<String> labels = lines.subList(index, Math.min(lines.size(), index + HEADER_BLOCK)).stream()
                .flatMap(line -> LABEL.piece(line).stream()).map(Furniture.Piece::id).collect(Collectors.toSet());
        return labels.size() >= HEADERS_NEEDED;
    }

    /** A blank line ends what came before it, so an attribution has none. */
    private boolean isAttribution(int index) {
        List<String> paragraph = lines.subList(index, Math.min(index + ATTRIBUTION_LINES, lines.size())).stream()
                .takeWhile(line -> !line.isBlank()).toList();
        return IntStream.rangeClosed(1, paragraph.size()).anyMatch(count -> isAttribution(paragraph.subList(0, count)));
    }

    /** Whether these lines, joined, say who wrote what follows: "On Tuesday at 10:12, the hub wrote:". */
    static boolean isAttribution(List<String> lines) {
        String joined = lines.stream().map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return joined.length() <= LONGEST_ATTRIBUTION && joined.endsWith(":") && ATTRIBUTION.is(joined)
                && DATE_OR_CLOCK.matcher(joined).find()
                && (WROTE.is(joined) || ADDRESS.matcher(joined).find());
    }
}
