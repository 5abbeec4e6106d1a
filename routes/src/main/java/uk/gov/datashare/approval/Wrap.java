package uk.gov.datashare.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks long lines of a plain text letter between words, and never in front of a word with which an answer could begin: a
 * quoted line of ours must not be taken for its reader's.
 */
final class Wrap {

    /** Characters in a line, as far as its words allow. */
    static final int WIDTH = 78;

    /** What the first word of an answer can be; see {@code reply-words.txt} of the mail connector. */
    private static final Set<String> OPENINGS = Set.of("accept", "accepted", "agree", "agreed", "answer", "approve",
            "approved", "content", "decline", "declined", "delegate", "delegated", "happy", "i", "i'm", "my", "not",
            "please", "query", "question", "refuse", "refused", "reject", "rejected", "return", "returned", "sign",
            "signed", "we", "wrong", "ateb", "cwestiwn", "cymeradwyo", "cymeradwywyd", "cytuno", "cytunwyd",
            "dirprwyo", "dychwelyd", "gwrthod", "gwrthodwyd", "llofnodi", "llofnodwyd", "nid", "rwy'n", "wedi'i",
            "ymholiad");

    private static final String BAR = "| ";
    private static final Pattern NUMBER = Pattern
            .compile("(?i)[^\\p{L}\\p{N}]*(?:\\p{N}.*|(?:all|items?|eitem(?:au)?|pob)[^\\p{L}]*)");

    private Wrap() {}

    /** The text with its long lines broken; what continues a line that stands in stands further in. */
    static String text(String text) {
        return text(text, Wrap::opens);
    }

    /** The same for a letter in whose answer lines begin with a number: where words leave no choice, a bar stands before them. */
    static String numbered(String text) {
        return text(text, Wrap::opensNumbered).lines().map(Wrap::barred).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String barred(String line) {
        String words = line.stripLeading();
        return opensNumbered(words.split(" ", 2)[0])
                ? " ".repeat(Math.max(0, line.length() - words.length() - BAR.length())) + BAR + words
                : line;
    }

    private static String text(String text, Predicate<String> opens) {
        return text.lines().map(line -> line(line, opens)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line, Predicate<String> opens) {
        if (line.length() <= WIDTH) {
            return line.stripTrailing();
        }
        int indent = line.length() - line.stripLeading().length();
        String hanging = indent > 0 ? "  " : "";
        return String
                .join("\n" + hanging,
                        broken(List.of(line.strip().split(" ")), WIDTH - indent - hanging.length(), opens))
                .indent(indent)
                .stripTrailing();
    }

    private static List<String> broken(List<String> words, int width, Predicate<String> opens) {
        var lines = new ArrayList<String>();
        var line = new ArrayList<String>();
        for (String word : words) {
            if (!line.isEmpty() && length(line) + 1 + word.length() > width) {
                lines.add(full(line, word, opens));
            }
            line.add(word);
        }
        lines.add(String.join(" ", line));
        return lines;
    }

    /** Takes the finished line out of the words collected, and leaves what must go with the next word. */
    private static String full(List<String> words, String next, Predicate<String> opens) {
        int end = words.size();
        String first = next;
        while (end > 1 && opens.test(first)) {
            first = words.get(--end);
        }
        String line = String.join(" ", words.subList(0, end));
        words.subList(0, end).clear();
        return line;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum() + words.size() - 1;
    }

    /** The same for an answer to a digest, which may begin with a number, with a word for one, or with "all". */
    static boolean opensNumbered(String word) {
        return opens(word) || NUMBER.matcher(word).matches();
    }

    /** Whether a line that begins with this word could be read as an answer. */
    static boolean opens(String word) {
        String bare = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("^[^\\p{L}\\p{N}']+", "")
                .replaceAll("[^\\p{L}\\p{N}'].*$", "");
        return OPENINGS.contains(bare);
    }
}
