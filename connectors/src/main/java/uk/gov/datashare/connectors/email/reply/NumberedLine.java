package uk.gov.datashare.connectors.email.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A line of a reply to a digest that begins with the numbers of items, or with "all".
 *
 * @param whole   the line as it stands
 * @param all     whether it speaks of every item
 * @param numbers the items of the digest that it names
 * @param foreign the first number in it that is no item of the digest, as it was written
 * @param words   what it says of them
 */
record NumberedLine(String whole, boolean all, SortedSet<Integer> numbers, Optional<String> foreign, String words) {

    /** What may stand before the number: a bullet or what is left of bold type, and no sign that could say something. */
    private static final String BEFORE = "[-*_(\\s]{0,3}";
    private static final String NUMBER = "#?\\s?[0-9]{1,6}";
    private static final String RANGE = NUMBER + "(?:\\s*(?:-|\u2013|\u2014|to|i)\\s*" + NUMBER + ")?";
    private static final Pattern NUMBERS = Pattern.compile("(?i)^" + BEFORE + "(?:items?\\s|eitem(?:au)?\\s)?\\s*("
            + RANGE
            + "(?:\\s*(?:,|&|,?\\s?and\\s|,?\\s?a(?:c)?\\s)\\s*" + RANGE + ")*)((?:\\s*[.):\\]\u2013\u2014-])?)(.*)$");
    private static final Pattern ALL = Pattern
            .compile("(?i)^" + BEFORE + "(?:all(?:\\s+of\\s+them)?|pob\\s+un)\\b(?:\\s*[:.)\u2013\u2014-])?\\s+(.*)$");
    private static final Pattern ONE_OR_RANGE = Pattern
            .compile("([0-9]{1,6})(?:[^0-9,&a-z]*(?:-|\u2013|\u2014|to|i)[^0-9,&]*([0-9]{1,6}))?");
    private static final int LONGEST = 2_000;

    NumberedLine {
        numbers = new TreeSet<>(numbers);
    }

    /** What such a line names; empty when the line begins otherwise. */
    static Optional<NumberedLine> in(String line, int items) {
        String start = line.strip().substring(0, Math.min(line.strip().length(), LONGEST));
        Matcher numbers = NUMBERS.matcher(start);
        if (numbers.matches() && isApart(numbers.group(2), numbers.group(3))) {
            return Optional.of(named(start, numbers.group(1), numbers.group(3).strip(), items));
        }
        Matcher all = ALL.matcher(start);
        return all.matches()
                ? Optional.of(new NumberedLine(start, true, every(items), Optional.empty(), all.group(1).strip()))
                : Optional.empty();
    }

    /** "1approve" and "2nd" begin with no number of an item. */
    private static boolean isApart(String mark, String rest) {
        return !mark.isBlank() || rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
    }

    private static NumberedLine named(String whole, String list, String words, int items) {
        SortedSet<Integer> numbers = new TreeSet<>();
        Optional<String> foreign = Optional.empty();
        Matcher matcher = ONE_OR_RANGE.matcher(list.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            if (from < 1 || to > items || from > to) {
                foreign = foreign.or(() -> Optional.of(matcher.group()));
            }
            for (int number = Math.max(1, Math.min(from, to)); number <= Math.min(items,
                    Math.max(from, to)); number++) {
                numbers.add(number);
            }
        }
        return new NumberedLine(whole, false, numbers, foreign, words);
    }

    private static SortedSet<Integer> every(int items) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (int number = 1; number <= items; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
