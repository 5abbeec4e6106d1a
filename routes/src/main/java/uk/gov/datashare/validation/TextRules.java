package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.validation.Texts.Text;

/** Rules about what people have written in their own words. */
final class TextRules {

    static final List<Rule> ALL = List.of(new Rule("V24",
            "No text has a National Insurance number, an NHS number or a mail address in it.",
            TextRules::namesNobody));

    private TextRules() {}

    private static Stream<Finding> namesNobody(Submission s) {
        return Texts.of(s.request()).filter(text -> Identifiers.mayBeIn(text.words())).flatMap(TextRules::identifiers);
    }

    private static Stream<Finding> identifiers(Text text) {
        return Identifiers.in(text.words()).map(kind -> error(text.pointer(),
                "This text seems to have " + kind.words() + " in it, and is read by many and kept for long.",
                kind.fix()));
    }
}
