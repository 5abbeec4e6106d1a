package uk.gov.datashare.connectors.email;

/** The guard of every header: Jakarta Mail writes a line break in a value as it is, and with it any header its author likes. */
final class HeaderText {

    private HeaderText() {}

    /**
     * The text itself, if it can stand in a header.
     *
     * @throws IllegalArgumentException when it holds a control character or a separator of lines; the message does not repeat it
     */
    static String checked(String what, String text) {
        if (text.codePoints().anyMatch(HeaderText::breaksOut)) {
            throw new IllegalArgumentException("A control character stands in the " + what);
        }
        return text;
    }

    private static boolean breaksOut(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
