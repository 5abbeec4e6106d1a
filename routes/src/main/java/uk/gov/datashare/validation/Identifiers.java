package uk.gov.datashare.validation;

import java.util.Arrays;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Finds what tells a person apart in free text. Most texts are cleared by one look at their characters. */
final class Identifiers {

    /** An NHS number has no fewer, and a National Insurance number has six. */
    private static final int FEWEST_DIGITS = 6;

    /** What can be told by its form. */
    enum Kind {
        /** Two letters of those that are issued, six digits, and a letter from A to D. */
        NATIONAL_INSURANCE("a National Insurance number",
                "(?i)\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D]\\b",
                "Take it out: the request describes the data and must not have any of it."),
        /** Ten digits, of which the last is a check on the others. */
        NHS("an NHS number", "\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b",
                "Take it out: the request describes the data and must not have any of it. If it is another number, write it with separators of its own."),
        /** Something, an at sign, and a domain with a dot. */
        MAIL_ADDRESS("a mail address", "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+",
                "Take it out, and name a role or a team in its place.");

        private final String words;
        private final Pattern form;
        private final String fix;

        Kind(String words, String form, String fix) {
            this.words = words;
            this.form = Pattern.compile(form);
            this.fix = fix;
        }

        String words() {
            return words;
        }

        String fix() {
            return fix;
        }

        private boolean isIn(String text) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                if (this != NHS || isNhsNumber(matcher.group())) {
                    return true;
                }
            }
            return false;
        }
    }

    private Identifiers() {}

    /** Whether it is worth a closer look: it has an at sign, or digits in a row with nothing but spaces and hyphens between. */
    static boolean mayBeIn(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '@' || digits >= FEWEST_DIGITS) {
                return true;
            } else if (c != ' ' && c != '-') {
                digits = 0;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    /** The kinds that are in a text, each once. */
    static Stream<Kind> in(String text) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.isIn(text));
    }

    /** The check digit of the NHS number, modulus 11: weights from ten down to two (NHS Data Dictionary). */
    private static boolean isNhsNumber(String text) {
        int[] digits = text.chars().filter(Character::isDigit).map(Character::getNumericValue).toArray();
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digits[i] * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits[9];
    }
}
