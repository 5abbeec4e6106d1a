package uk.gov.datashare.connectors.email.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import org.jsoup.Jsoup;

/**
 * What the hub wrote in the letters that a mail answers, as 64-bit fingerprints and not as text: enough to know its own words
 * again in a quote, whatever a client made of that quote, and too little to read them. Immutable.
 */
public final class LetterLines {

    /** Of a mail that answers no letter that is known. */
    public static final LetterLines NONE = new LetterLines(new long[0], new long[0]);

    /** Shorter lines are anybody's. */
    private static final int SHORTEST = 12;
    private static final int SHORTEST_PIECE = 20;
    /** Words that must follow each other as in the letter. */
    private static final int RUN = 3;
    /** So that the letters of one task take 64 KB at most. */
    private static final int MOST = 4_096;
    private static final Pattern APART = Pattern.compile("\\s{2,}|: |\\] ");
    private static final String SHOWN_APART = "td, th, p, li, h1, h2, h3, h4";

    private final long[] lines;
    private final long[] runs;

    private LetterLines(long[] lines, long[] runs) {
        this.lines = lines;
        this.runs = runs;
    }

    /** The lines of a text. */
    public static LetterLines of(String text) {
        return of(List.of(Characters.clean(text).lines().toList()));
    }

    /**
     * The lines of a letter in each of the ways in which a client may quote it.
     *
     * @param subject its subject
     * @param text    its plain text, as it was sent
     * @param html    its HTML, as it was sent
     */
    public static LetterLines of(String subject, String text, String html) {
        List<String> plain = Characters.clean(text).lines().toList();
        List<String> seen = HtmlText.lines(html);
        List<String> shown = Jsoup.parse(html).select(SHOWN_APART).eachText().stream().map(Characters::clean).toList();
        List<String> rows = Stream.concat(plain.stream(), Stream.of(subject))
                .flatMap(line -> Arrays.stream(APART.split(line))).toList();
        return of(List.of(plain, seen, shown, rows, List.of(subject)));
    }

    private static LetterLines of(List<List<String>> renderings) {
        return new LetterLines(sorted(renderings.stream().flatMapToLong(LetterLines::fingerprints)),
                sorted(renderings.stream()
                        .flatMapToLong(rendering -> Prints.runs(Prints.words(String.join("\n", rendering)), RUN))));
    }

    private static LongStream fingerprints(List<String> rendering) {
        List<String> written = rendering.stream().filter(line -> !line.isBlank()).toList();
        LongStream.Builder prints = LongStream.builder();
        for (int index = 0; index < written.size(); index++) {
            String line = Prints.squashed(written.get(index));
            if (standsAlone(written.get(index), line)) {
                prints.add(Prints.of(line));
            } else if (!line.isEmpty() && index + 1 < written.size()) {
                prints.add(pair(line, written.get(index + 1)));
            }
        }
        return prints.build();
    }

    /** A short line, or one that could be somebody's answer, is the letter's only together with the line beneath it. */
    private static boolean standsAlone(String line, String squashed) {
        return squashed.length() >= SHORTEST && Opening.of(line).phrase().isEmpty();
    }

    private static long pair(String squashed, String next) {
        return Prints.of(squashed + "\n" + Prints.squashed(next));
    }

    private static long[] sorted(LongStream prints) {
        return prints.distinct().limit(MOST).sorted().toArray();
    }

    /** The lines of all of these letters. */
    public static LetterLines together(Collection<LetterLines> letters) {
        return new LetterLines(sorted(letters.stream().flatMapToLong(letter -> Arrays.stream(letter.lines))),
                sorted(letters.stream().flatMapToLong(letter -> Arrays.stream(letter.runs))));
    }

    /** How many bytes the fingerprints take. */
    public int bytes() {
        return Long.BYTES * (lines.length + runs.length);
    }

    /**
     * Whether a line is one of the letter's. One that is short or could be an answer is so only if the line beneath it is the
     * one beneath it in the letter, for the hub cannot know whose it is else.
     */
    boolean has(String line, String next) {
        String squashed = Prints.squashed(line);
        return standsAlone(line, squashed)
                ? holds(lines, Prints.of(squashed))
                : !squashed.isEmpty() && holds(lines, pair(squashed, next));
    }

    /** Whether a line is a piece of the letter, as it is after a client has wrapped it anew. */
    boolean hasPiece(String line) {
        List<String> words = Prints.words(line);
        return words.size() >= RUN && Prints.squashed(line).length() >= SHORTEST_PIECE
                && Prints.runs(words, RUN).allMatch(run -> holds(runs, run));
    }

    private static boolean holds(long[] prints, long one) {
        return Arrays.binarySearch(prints, one) >= 0;
    }

    @Override
    public String toString() {
        return new ArrayList<>(List.of(lines.length, runs.length)) + " fingerprints";
    }
}
