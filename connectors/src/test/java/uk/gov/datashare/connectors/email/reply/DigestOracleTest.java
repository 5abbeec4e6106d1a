package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Thousands of replies to digests, each written from what it means: the reader must find that meaning and no other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestOracleTest {

    private static final int MAILS = 6_000;
    private static final DigestReader READER = new DigestReader(Mails.READER);

    /** What may stand behind a number, and what it means there. */
    private enum Answer {
        APPROVE("Approve", "approve", "Approved.", "agreed, thank you", "happy to approve"), REJECT("Reject",
                "reject: the basis is missing", "Reject",
                "rejected: too wide"), QUERY("Query", "query: how long is it kept?", "Query: for whom?"), CONDITIONS(
                        "ApproveWithConditions", "approve with conditions: for a year only"), DOUBT("Unclear",
                                "approve?", "yes", "approve but later", "not approved", "maybe", "approve or reject",
                                "\uD83D\uDC4D");

        private final String reading;
        private final String words;

        Answer(String reading, String... words) {
            this.reading = reading;
            this.words = String.join("|", words);
        }
    }

    /** A line: the items that it names (none for all of them), the numbers that are not there, the answer and its wording. */
    private record Line(Set<Integer> numbers, boolean all, boolean foreign, Answer answer, String words) {}

    @Test
    void each_item_is_read_as_it_was_meant() {
        var random = new Random(20261124);
        List<String> wrong = new ArrayList<>();
        for (int mail = 0; mail < MAILS; mail++) {
            int items = 1 + random.nextInt(12);
            List<Line> lines = lines(random, items);
            String text = written(random, lines, items);
            String found = DigestReaderTest
                    .kinds(READER.read(wrapped(random, text).getBytes(UTF_8), LetterLines.NONE, items));
            String meant = meant(lines, items);
            if (!found.equals(meant)) {
                wrong.add(items + " items\n" + text + "meant " + meant + "\nfound " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Line> lines(Random random, int items) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int line = 0; line < count; line++) {
            Answer answer = Answer.values()[random.nextInt(Answer.values().length)];
            String words = pick(random, answer.words.split("\\|", -1));
            boolean all = random.nextInt(12) == 0;
            boolean foreign = !all && random.nextInt(12) == 0;
            Set<Integer> numbers = new TreeSet<>();
            for (int more = random.nextInt(3); !all && more >= 0; more--) {
                numbers.add(1 + random.nextInt(items));
            }
            lines.add(new Line(numbers, all, foreign, answer, words));
        }
        return lines;
    }

    private static String written(Random random, List<Line> lines, int items) {
        var text = new StringBuilder(random.nextInt(4) == 0 ? "Good morning,\n\n" : "");
        for (Line line : lines) {
            String numbers = line.all()
                    ? pick(random, "all", "All", "all of them")
                    : numbers(random, line, items);
            text.append(numbers).append(pick(random, " ", ". ", ") ", ": ", " - ")).append(line.words()).append('\n')
                    .append(pick(random, "", "", "", "\n"));
        }
        return text.toString();
    }

    private static String numbers(Random random, Line line, int items) {
        List<String> ranges = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>(line.numbers());
        for (int at = 0; at < numbers.size(); at++) {
            int end = at;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1 && random.nextBoolean()) {
                end++;
            }
            ranges.add(end == at
                    ? numbers.get(at).toString()
                    : numbers.get(at) + pick(random, "-", " - ", "\u2013", " to ") + numbers.get(end));
            at = end;
        }
        if (line.foreign()) {
            ranges.add(random.nextInt(ranges.size() + 1),
                    Integer.toString(pick(random, "0", "1").equals("0") ? 0 : items + 1));
        }
        return pick(random, "", "#", "") + String.join(pick(random, ", ", ",", " and ", " & "), ranges);
    }

    private static String wrapped(Random random, String text) {
        String quote = pick(random, "",
                "\n\nFrom: Hub <a@b>\nSent: today\nTo: Jo\nSubject: x\n\n1 approve\nall approve\n",
                "\n\nOn 24 Nov 2026 at 10:12, Hub <a@b.example> wrote:\n> all approve\n> 1 reject\n");
        return random.nextBoolean() || !quote.isEmpty()
                ? Mails.plain(text + quote)
                : Mails.html("<div>" + text.replace("\n", "</div><div>") + "</div>");
    }

    /** The oracle: from what the lines were made of, and not from their text. */
    private static String meant(List<Line> lines, int items) {
        SortedMap<Integer, List<Line>> named = new TreeMap<>();
        lines.forEach(line -> line.numbers().forEach(
                number -> named.computeIfAbsent(number, _ -> new ArrayList<>()).add(line)));
        SortedMap<Integer, String> meant = new TreeMap<>();
        named.forEach((number, about) -> meant.put(number, together(about)));
        List<Line> all = lines.stream().filter(Line::all).toList();
        if (!all.isEmpty()) {
            boolean stray = lines.stream().anyMatch(line -> !line.all() && line.numbers().isEmpty());
            String whole = together(all);
            boolean doubtfulFirst = !whole.equals("Unclear") || all.getFirst().answer() == Answer.DOUBT
                    || all.size() > 1;
            boolean agree = whole.equals("Unclear") || (!stray && named.values().stream().flatMap(List::stream)
                    .allMatch(line -> !line.foreign() && together(List.of(all.getFirst(), line)).equals(whole)));
            for (int number = 1; number <= items; number++) {
                if (!agree) {
                    meant.put(number, "Unclear");
                } else if (doubtfulFirst) {
                    meant.putIfAbsent(number, whole);
                }
            }
        }
        return meant.entrySet().stream().map(item -> item.getKey() + "=" + item.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String together(List<Line> about) {
        boolean doubt = about.stream().anyMatch(line -> line.answer() == Answer.DOUBT || line.foreign());
        boolean sameKind = about.stream().map(Line::answer).distinct().count() == 1;
        boolean wordsMatter = Set.of(Answer.QUERY, Answer.CONDITIONS).contains(about.getFirst().answer());
        boolean sameWords = about.stream().map(line -> line.words().toLowerCase(java.util.Locale.ROOT)).distinct()
                .count() == 1;
        return doubt || !sameKind || (wordsMatter && !sameWords) ? "Unclear" : about.getFirst().answer().reading;
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
