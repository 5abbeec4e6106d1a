package uk.gov.datashare.approval;

import java.text.Normalizer;
import java.util.regex.Pattern;

import uk.gov.datashare.contracts.Letter;

/** Makes what strangers wrote harmless in a letter: one line, nothing invisible, no link, no mark of the hub's own. */
final class Plain {

    /** Longer texts are cut here, in characters. */
    static final int LONGEST = 2_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");
    private static final Pattern MAILTO = Pattern.compile("(?i)\\bmailto:");
    private static final Pattern HOST_WITH_PATH = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=[\\p{L}]{2,63}/)");

    private Plain() {}

    /** The text as one line that shows everything it holds and leads nowhere. */
    static String text(String written) {
        var shown = new StringBuilder(Math.min(written.length(), LONGEST));
        Normalizer.normalize(written, Normalizer.Form.NFC)
                .codePoints()
                .map(Plain::visible)
                .filter(character -> character >= 0)
                .forEach(shown::appendCodePoint);
        return withoutLinks(cut(BLANKS.matcher(shown).replaceAll(" ").strip(), LONGEST))
                .replace(Letter.REPLY_ADDRESS, "(reply-address)")
                .replace(Letter.CONFIRMATION_CODE, "(confirmation-code)");
    }

    /** The same, of at most so many characters, for a subject. */
    static String brief(String written, int longest) {
        return cut(text(written), longest);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
    }

    /** A control character or a break becomes a blank; what changes the look or direction of other letters is dropped. */
    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                ' ';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> -1;
            default -> character;
        };
    }

    /** Mail programs make links of what looks like one, whoever wrote it. */
    private static String withoutLinks(String text) {
        String defanged = text.replace("://", "[:]//").replace("@", "[at]");
        defanged = WWW.matcher(defanged).replaceAll("www[.]");
        defanged = MAILTO.matcher(defanged).replaceAll("mailto[:]");
        return HOST_WITH_PATH.matcher(defanged).replaceAll("[.]");
    }
}
