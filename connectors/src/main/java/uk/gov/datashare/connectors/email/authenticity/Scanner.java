package uk.gov.datashare.connectors.email.authenticity;

import java.util.Optional;

/** Goes once through the value of a structured header field: words, quotations, blanks and comments (RFC 5322 section 3.2). */
final class Scanner {

    /** Comments within comments are followed so far and no further. */
    static final int DEEPEST_COMMENT = 20;

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    int length() {
        return text.length();
    }

    int at() {
        return at;
    }

    void backTo(int earlier) {
        at = earlier;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean sees(char letter) {
        return !atEnd() && text.charAt(at) == letter;
    }

    boolean seesBlank() {
        return !atEnd() && isBlank(text.charAt(at));
    }

    boolean seesDigit() {
        return !atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    boolean takes(char letter) {
        boolean there = sees(letter);
        at += there ? 1 : 0;
        return there;
    }

    /** All up to the next blank or one of these characters; empty when one stands here. */
    String word(String ends) {
        int start = at;
        while (!atEnd() && !isBlank(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** What stands between quotation marks; empty when the closing one is missing. */
    Optional<String> quotation() {
        var content = new StringBuilder();
        for (at++; !atEnd(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                at++;
                return Optional.of(content.toString());
            }
            if (letter == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at));
        }
        return Optional.empty();
    }

    /** Steps over blanks and comments; how many comments there were, or -1 when one does not end. */
    int gap() {
        int comments = 0;
        while (!atEnd() && (seesBlank() || sees('('))) {
            if (seesBlank()) {
                at++;
            } else if (comment()) {
                comments++;
            } else {
                return -1;
            }
        }
        return comments;
    }

    private boolean comment() {
        int depth = 0;
        for (; !atEnd(); at++) {
            char letter = text.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '(') {
                depth++;
                if (depth > DEEPEST_COMMENT) {
                    return false;
                }
            } else if (letter == ')') {
                depth--;
                if (depth == 0) {
                    at++;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }
}
