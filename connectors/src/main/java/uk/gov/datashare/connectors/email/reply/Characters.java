package uk.gov.datashare.connectors.email.reply;

/** Brings text down to what can be seen: odd blanks and quotes become plain, what is invisible goes, letters stay what they are. */
final class Characters {

    private static final int VARIATIONS_FROM = 0xFE00;
    private static final int VARIATIONS_TO = 0xFE0F;
    private static final int GRAPHEME_JOINER = 0x034F;

    private Characters() {}

    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().forEach(character -> append(clean, character));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int character) {
        switch (character) {
            case '\n', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> clean.append('\n');
            case '\t' -> clean.append(' ');
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x2032, '`', 0xB4 -> clean.append('\'');
            case 0x201C, 0x201D, 0x201F, 0x2033 -> clean.append('"');
            default -> appendUnlessInvisible(clean, character);
        }
    }

    private static void appendUnlessInvisible(StringBuilder clean, int character) {
        switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> clean.append(' ');
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                {
                }
            default -> {
                boolean invisible = character == GRAPHEME_JOINER
                        || (character >= VARIATIONS_FROM && character <= VARIATIONS_TO);
                if (!invisible) {
                    clean.appendCodePoint(character);
                }
            }
        }
    }
}
