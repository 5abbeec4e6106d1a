package uk.gov.datashare.connectors.email.reply;

import java.util.Optional;

import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Phrase;

/**
 * How a line opens: the phrase, how the line goes on from it, and the comment.
 *
 * @param phrase  the longest phrase with which it begins; empty when there is none
 * @param going   how it goes on
 * @param comment what stands behind the phrase and its punctuation
 */
record Opening(Optional<Phrase> phrase, Going going, String comment) {

    /** How a line goes on after its phrase. */
    enum Going {
        /** It ends, or a courtesy ends it. */
        ENDS,
        /** A colon sets apart what it announces. */
        COLON,
        /** Other punctuation sets a comment apart. */
        PUNCTUATED,
        /** Words follow that may change the phrase. */
        RUNS_ON,
        /** It is asked, not said. */
        ASKS,
        /** Something is glued to it that is neither blank nor punctuation. */
        GLUED
    }

    private static final Pattern SET_APART = Pattern.compile("^[-.,:;!(\u2013\u2014\u2026\\s]+");
    private static final String DECORATION = "*_\"'~";
    private static final String PUNCTUATION = ".,;!(\u2013\u2014\u2026";

    static Opening of(String line) {
        String bare = undecorated(line.strip());
        Words words = Words.of(bare);
        Optional<Phrase> phrase = bare.isEmpty() || !Character.isLetter(bare.charAt(0))
                ? Optional.empty()
                : ReplyWords.opening(words);
        return phrase.map(found -> goingOn(found, words.after(found.words().size())))
                .orElseGet(() -> new Opening(phrase, Going.ENDS, bare));
    }

    private static Opening goingOn(Phrase phrase, String rest) {
        String behind = undecorated(rest);
        if (behind.isBlank()) {
            return new Opening(Optional.of(phrase), Going.ENDS, "");
        }
        Going going = going(behind);
        String comment = going == Going.PUNCTUATED || going == Going.COLON
                ? SET_APART.matcher(behind.strip()).replaceFirst("")
                : behind.strip();
        return going == Going.RUNS_ON ? runningOn(phrase, comment) : new Opening(Optional.of(phrase), going, comment);
    }

    private static Going going(String behind) {
        String text = behind.strip();
        char mark = text.charAt(0);
        boolean apart = behind.charAt(0) == ' ';
        if (mark == '?') {
            return Going.ASKS;
        }
        if (mark == ':') {
            return Going.COLON;
        }
        if (PUNCTUATION.indexOf(mark) >= 0 || (mark == '-' && (apart || text.equals("-") || text.startsWith("- ")))) {
            return Going.PUNCTUATED;
        }
        return apart && (Character.isLetterOrDigit(mark) || mark == '<') ? Going.RUNS_ON : Going.GLUED;
    }

    /** Courtesies end a line as well as a full stop does, and "because" begins a reason as well as a colon does. */
    private static Opening runningOn(Phrase phrase, String comment) {
        Words words = Words.of(comment);
        if (phrase.kind() == Kind.REJECT && ReplyWords.leading(words, Kind.BECAUSE).isPresent()) {
            return new Opening(Optional.of(phrase), Going.COLON, comment);
        }
        Optional<Phrase> tail = ReplyWords.leading(words, Kind.TAIL);
        if (tail.isEmpty()) {
            return new Opening(Optional.of(phrase), Going.RUNS_ON, comment);
        }
        Opening further = goingOn(phrase, words.after(tail.get().words().size()));
        return further.going == Going.RUNS_ON ? new Opening(Optional.of(phrase), Going.RUNS_ON, comment) : further;
    }

    private static String undecorated(String text) {
        int start = 0;
        while (start < text.length() && DECORATION.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }
}
