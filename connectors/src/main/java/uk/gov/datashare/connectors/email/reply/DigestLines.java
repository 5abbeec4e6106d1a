package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.APPROVE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONDITIONS;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.NOT_MINE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.REJECT;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.SIGN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.reply.Meaning.Clear;
import uk.gov.datashare.connectors.email.reply.Meaning.Vague;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;

/**
 * From a person's own lines to what they say of each item of a digest. A line is read as the first line of a reply is; in
 * doubt about one line the others stand, but what may speak of them all puts every yes in doubt.
 */
final class DigestLines {

    /**
     * What was said of each item, and the lines that are about none.
     *
     * @param items what was said, by number
     */
    record Lines(SortedMap<Integer, Meaning> items, List<Vague> strays) {
        static final Lines NONE = new Lines(new TreeMap<>(), List.of());
    }

    /** A numbered line with the lines that run on from it. */
    private record Block(NumberedLine line, List<String> later) {

        List<String> words() {
            List<String> words = new ArrayList<>(List.of(line.words()));
            words.addAll(later);
            return words;
        }
    }

    /** Kinds that are one and the same answer whatever comment goes with them. */
    private static final Set<Kind> SAME_WHATEVER = Set.of(APPROVE, REJECT, SIGN, NOT_MINE);
    private static final Set<Kind> YES = Set.of(APPROVE, CONDITIONS, SIGN);
    private static final int LONGEST_QUOTE = 200;

    private static final Pattern GAPS = Pattern.compile("[\\s,;]+");

    private final int items;
    private final SortedMap<Integer, Meaning> answers = new TreeMap<>();
    private final List<Vague> strays = new ArrayList<>();

    private DigestLines(int items) {
        this.items = items;
    }

    /** What these lines say about items 1 to n. */
    static Lines read(List<String> own, int items) {
        return new DigestLines(items).read(own);
    }

    private Lines read(List<String> own) {
        List<String> intro = new ArrayList<>();
        List<Block> blocks = blocks(own, intro);
        if (blocks.isEmpty()) {
            return withoutNumbers(own);
        }
        List<Block> all = blocks.stream().filter(block -> block.line().all()).toList();
        blocks.stream().filter(block -> !block.line().all()).forEach(this::take);
        if (!all.isEmpty()) {
            takeAll(all);
        }
        doubtEveryYes(intro, blocks.getLast());
        return new Lines(answers, strays);
    }

    private List<Block> blocks(List<String> own, List<String> intro) {
        List<Block> blocks = new ArrayList<>();
        for (String line : own) {
            Optional<NumberedLine> numbered = NumberedLine.in(line, items);
            if (numbered.isPresent()) {
                blocks.add(new Block(numbered.get(), new ArrayList<>()));
            } else if (blocks.isEmpty()) {
                intro.add(line);
            } else {
                blocks.getLast().later().add(line);
            }
        }
        return blocks;
    }

    /** In a digest of one the number may be left out. */
    private Lines withoutNumbers(List<String> own) {
        if (items == 1 && !own.isEmpty()) {
            answers.put(1, Interpreter.read(own));
        } else if (!own.isEmpty()) {
            strays.add(vague("digest-no-number", own.getFirst(),
                    "The line does not begin with the number of an item."));
        }
        return new Lines(answers, strays);
    }

    private void take(Block block) {
        NumberedLine line = block.line();
        Meaning meaning = line.foreign().<Meaning>map(number -> vague("digest-number", line.whole(),
                "The list has no item “" + number + "”: its numbers are 1 to " + items + "."))
                .orElseGet(() -> meaning(block));
        if (line.numbers().isEmpty() && meaning instanceof Vague vague) {
            strays.add(vague);
        }
        line.numbers().forEach(number -> answers.merge(number, meaning, (one, other) -> same(one, other, line)));
    }

    private Meaning meaning(Block block) {
        return switch (Interpreter.read(block.words())) {
            case Clear clear when answersAnother(block.line().words()) ->
                vague("digest-two-items", block.line().whole(),
                        "The line answers more than one item: each answer needs a line.");
            case Clear clear -> clear;
            case Vague(var rule, _, var why) -> new Vague(rule, quoted(block.line().whole()), why);
        };
    }

    /** Whether a number with an answer behind it stands further on in a line: "1 approve, 2 approve". */
    private static boolean answersAnother(String words) {
        List<String> row = Arrays.asList(GAPS.split(words));
        return IntStream.range(1, row.size())
                .filter(at -> !row.get(at).isEmpty() && Character.isDigit(row.get(at).codePointAt(0)))
                .anyMatch(at -> Opening.of(String.join(" ", row.subList(at + 1, row.size()))).phrase().isPresent());
    }

    private static Meaning same(Meaning one, Meaning other, NumberedLine line) {
        return one instanceof Clear(_, var kind, var text) && other instanceof Clear(_, var otherKind, var otherText)
                && kind == otherKind && (SAME_WHATEVER.contains(kind) || text.equals(otherText))
                        ? one
                        : one instanceof Vague
                                ? one
                                : vague("digest-twice", line.whole(),
                                        "The item is answered more than once, and differently.");
    }

    private void takeAll(List<Block> all) {
        NumberedLine line = all.getFirst().line();
        Meaning meaning = all.stream().map(this::meaning).reduce((one, other) -> same(one, other, line)).orElseThrow();
        boolean agree = strays.isEmpty()
                && answers.values().stream().allMatch(single -> same(meaning, single, line).equals(meaning));
        Meaning whole = meaning instanceof Clear && !agree
                ? vague("digest-all", line.whole(), "It speaks of all items, and another line says something else.")
                : meaning;
        line.numbers().forEach(number -> {
            if (!agree || !answers.containsKey(number)) {
                answers.put(number, whole);
            }
        });
    }

    /** Words before the first number, or in a paragraph of their own behind the last answer, may be about every line. */
    private void doubtEveryYes(List<String> intro, Block last) {
        List<String> outro = last.later().stream().dropWhile(line -> !line.isBlank()).toList();
        Optional<String> doubtful = intro.stream().filter(DigestLines::weighs).findFirst()
                .or(() -> outro.stream().filter(DigestLines::takesBack).findFirst());
        doubtful.ifPresent(line -> answers
                .replaceAll((number, meaning) -> meaning instanceof Clear clear && YES.contains(clear.kind())
                        ? vague("digest-about-all", line, "The line may be about every item of the list.")
                        : meaning));
    }

    private static boolean weighs(String line) {
        Words words = Words.of(line);
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> kind.weighs() && ReplyWords.anywhere(words, kind).isPresent());
    }

    private static boolean takesBack(String line) {
        Words words = Words.of(line);
        return Stream.of(Kind.RETRACTION, Kind.DENIAL, REJECT, Kind.PROVISO)
                .anyMatch(kind -> ReplyWords.anywhere(words, kind).isPresent());
    }

    private static Vague vague(String id, String line, String why) {
        return new Vague("unclear." + id, quoted(line), why);
    }

    private static String quoted(String line) {
        return line.strip().substring(0, Math.min(line.strip().length(), LONGEST_QUOTE));
    }
}
