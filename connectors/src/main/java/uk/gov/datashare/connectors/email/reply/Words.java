package uk.gov.datashare.connectors.email.reply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A text as a row of words in lower case, and what stands behind each. Made in one pass, for its writer may mean harm. */
final class Words {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final Set<String> distinct = new HashSet<>();
    private final List<Integer> ends = new ArrayList<>();
    /** Whether nothing but blanks stands between a word and the one before. */
    private final List<Boolean> joined = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        var words = new Words(text);
        int at = 0;
        boolean blanksOnly = true;
        while (at < text.length()) {
            if (isLetter(text.charAt(at))) {
                int end = at;
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, end), end, blanksOnly);
                at = end;
                blanksOnly = true;
            } else {
                blanksOnly &= text.charAt(at) == ' ' || text.charAt(at) == '\n';
                at++;
            }
        }
        return words;
    }

    private static boolean isLetter(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '\'' || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private void add(String word, int end, boolean follows) {
        String lower = word.toLowerCase(Locale.ROOT);
        words.add(lower);
        distinct.add(lower);
        ends.add(end);
        joined.add(follows);
    }

    int count() {
        return words.size();
    }

    /** Whether the text begins with this phrase; what stands before the first word does not count. */
    boolean startsWith(List<String> phrase) {
        return at(0, phrase);
    }

    /** Whether the phrase stands somewhere, in one piece. */
    boolean contain(List<String> phrase) {
        return distinct.contains(phrase.getFirst())
                && IntStream.range(0, words.size()).anyMatch(start -> at(start, phrase));
    }

    /** The same words with these phrases taken out, wherever they stand. */
    Words without(List<List<String>> phrases) {
        var rest = new Words("");
        int start = 0;
        while (start < words.size()) {
            int here = start;
            Optional<List<String>> found = phrases.stream().filter(phrase -> at(here, phrase)).findFirst();
            if (found.isEmpty()) {
                rest.add(words.get(start), 0, joined.get(start));
            }
            start += found.map(List::size).orElse(1);
        }
        return rest;
    }

    private boolean at(int start, List<String> phrase) {
        return start + phrase.size() <= words.size()
                && words.subList(start, start + phrase.size()).equals(phrase)
                && IntStream.range(start + 1, start + phrase.size()).allMatch(joined::get);
    }

    /** What stands behind the first words of the text. */
    String after(int wordCount) {
        return text.substring(ends.get(wordCount - 1));
    }
}
