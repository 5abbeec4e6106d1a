package uk.gov.datashare.connectors.backbone;

/** Foreign text made safe for a header or a log line. */
final class Text {

    private Text() {}

    /** The text without control characters, direction marks or line breaks, cut to a length in characters. */
    static String oneLine(String text, int longest) {
        String clean = text.codePoints()
                .map(character -> isControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= longest ? clean : clean.substring(0, clean.offsetByCodePoints(longest - 1, 0)) + "…";
    }

    /** Whether a character is there to steer rather than to be read: controls, format marks, line separators, half a pair. */
    static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** Whether any of its characters {@linkplain #isControl steers}. */
    static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Text::isControl);
    }
}
