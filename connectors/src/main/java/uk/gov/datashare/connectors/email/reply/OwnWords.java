package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.Furniture.BANNER;
import static uk.gov.datashare.connectors.email.reply.Furniture.DIVIDER;
import static uk.gov.datashare.connectors.email.reply.Furniture.MARKING;
import static uk.gov.datashare.connectors.email.reply.Furniture.SALUTATION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;

/**
 * The words that a mail's writer wrote: what stands above the quoted mail, or below it where nothing stands above. When a
 * line could be either, it is left out: an answer that is missed is asked for again, one that was never given is not undone.
 */
final class OwnWords {

    private static final int MOST_LINES = 200;
    private static final int MOST_LETTERS = 20 * 1024;

    private OwnWords() {}

    /** The writer's lines, the first of which is not blank; empty when the writer wrote nothing. */
    static List<String> in(List<String> mail, LetterLines letter) {
        List<String> lines = beginning(mail);
        int quote = new QuoteStart(lines, letter).find();
        List<String> above = withoutFurniture(unquoted(lines.subList(0, quote)));
        return above.isEmpty() ? below(lines, quote, letter) : above;
    }

    /** As much of a mail as is worth reading; nobody answers at greater length. */
    private static List<String> beginning(List<String> mail) {
        List<String> lines = new ArrayList<>();
        int room = MOST_LETTERS;
        for (String line : mail.subList(0, Math.min(mail.size(), MOST_LINES))) {
            if (room <= 0) {
                break;
            }
            lines.add(line.substring(0, Math.min(line.length(), room)));
            room -= line.length() + 1;
        }
        return lines;
    }

    /** Only a quote whose every line is marked can be told from what stands below it. */
    private static List<String> below(List<String> lines, int quote, LetterLines letter) {
        int marked = quote;
        while (marked < lines.size() && !isQuoted(lines.get(marked))
                && marked - quote < QuoteStart.ATTRIBUTION_LINES + 1) {
            marked++;
        }
        boolean attributed = marked < lines.size() && isQuoted(lines.get(marked))
                && QuoteStart.isAttribution(lines.subList(quote, marked));
        if (!attributed) {
            return List.of();
        }
        List<String> rest = lines.subList(marked, lines.size());
        return withoutFurniture(unquoted(rest.subList(0, new QuoteStart(rest, letter).find())));
    }

    /** A line directly beneath a marked one may be its end, wrapped by a client that forgot the mark. */
    private static List<String> unquoted(List<String> lines) {
        List<String> own = new ArrayList<>();
        boolean beneathQuote = false;
        for (String line : lines) {
            beneathQuote = isQuoted(line) || (beneathQuote && !line.isBlank());
            if (!beneathQuote) {
                own.add(line);
            }
        }
        return own;
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    /** Without what servers and good manners put before the answer: banners, markings, rules, one greeting. */
    private static List<String> withoutFurniture(List<String> lines) {
        int start = 0;
        boolean greeted = false;
        while (start < lines.size()) {
            String line = lines.get(start).strip();
            if (BANNER.is(line)) {
                start = endOfParagraph(lines, start);
            } else if (line.isEmpty() || MARKING.is(line) || DIVIDER.is(line)) {
                start++;
            } else if (!greeted && greets(line)) {
                greeted = true;
                start++;
            } else {
                break;
            }
        }
        return lines.subList(start, lines.size());
    }

    /** A greeting that has a word of the answer in it is no mere greeting. */
    private static boolean greets(String line) {
        Words words = Words.of(line);
        return SALUTATION.is(line) && Arrays.stream(Kind.values())
                .noneMatch(kind -> kind.weighs() && ReplyWords.anywhere(words, kind).isPresent());
    }

    private static int endOfParagraph(List<String> lines, int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        return end;
    }
}
