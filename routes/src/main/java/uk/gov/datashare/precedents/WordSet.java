package uk.gov.datashare.precedents;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words of a text that say something, each once: two texts about the same thing share most of them, whoever they name. */
record WordSet(Set<String> words) {

    private static final int SHORTEST = 3;
    private static final Set<String> EVERYWHERE = Set.of("and", "the", "for", "with", "that", "this", "from", "are",
            "has", "have", "will", "was", "were", "been", "who", "whom", "which", "their", "them", "they", "its",
            "any");

    /** The words of this text, in one pass over it. */
    static WordSet of(String text) {
        Set<String> words = new TreeSet<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
                add(words, text.substring(from, at));
                from = at + 1;
            }
        }
        return new WordSet(words);
    }

    private static void add(Set<String> words, String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (plain.length() >= SHORTEST && !EVERYWHERE.contains(plain)) {
            words.add(plain);
        }
    }

    /** How many words of a hundred are shared (Sørensen and Dice): 100 for the same words, 0 for none in common. */
    int likeness(WordSet other) {
        int all = words.size() + other.words.size();
        return all == 0 ? Compared.SAME : (int) (200L * shared(other) / all);
    }

    private long shared(WordSet other) {
        return words.stream().filter(other.words::contains).count();
    }
}
