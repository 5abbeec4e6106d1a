package uk.gov.datashare.connectors.email.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Fingerprints of 64 bits. Only letters and digits count, in lower case, for clients change all else about a quoted line.
 * Two lines alike by chance are one in 10^16 for a letter; nothing more is asked of them, for nothing is decided by them:
 * a line that is taken for the hub's is left out.
 */
final class Prints {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;

    private Prints() {}

    /** A text as its letters and digits. */
    static String squashed(String text) {
        var squashed = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                squashed.append(Character.toLowerCase(text.charAt(at)));
            }
        }
        return squashed.toString();
    }

    /** The words of a text, in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                word.append(Character.toLowerCase(text.charAt(at)));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** The fingerprint of a text: FNV-1a, stirred once more, because it is weak in its last letters. */
    static long of(String text) {
        long print = SEED;
        for (int at = 0; at < text.length(); at++) {
            print = (print ^ text.charAt(at)) * PRIME;
        }
        return stirred(print);
    }

    /** The fingerprint of every run of so many words. */
    static LongStream runs(List<String> words, int length) {
        long[] prints = words.stream().mapToLong(Prints::of).toArray();
        return IntStream.rangeClosed(0, prints.length - length).mapToLong(start -> {
            long print = SEED;
            for (int at = start; at < start + length; at++) {
                print = stirred((print ^ prints[at]) * PRIME);
            }
            return print;
        });
    }

    private static long stirred(long print) {
        long once = (print ^ (print >>> 33)) * MIX;
        return once ^ (once >>> 33);
    }
}
