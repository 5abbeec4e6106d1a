package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONDITIONS;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONFIRM;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.DELEGATE;

import java.util.List;

import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.reply.Meaning.Clear;
import uk.gov.datashare.connectors.email.reply.Meaning.Vague;

/** The two texts of one mail, plain and HTML: which of them its writer saw, nobody knows, so they must say the same. */
final class Renderings {

    private static final String DIFFER = "Its plain text and its HTML do not say the same.";

    /** So many letters from the start: further down stand names and numbers, which clients dress as they like. */
    private static final int COMPARED = 300;
    private static final Pattern DRESSING = Pattern
            .compile("(?m)^\\s*\\W?\\s*\\d{1,2}[.)]\\s|<[^<>]*>|\\[(cid|image):[^\\[\\]]*\\]");

    private Renderings() {}

    /** The writer's lines in each text that the mail has; a blank plain text beside HTML is none. */
    static List<List<String>> of(Mail mail, LetterLines letter) {
        boolean hasPlain = mail.plain().stream().anyMatch(line -> !line.isBlank());
        if (mail.html().isBlank()) {
            return List.of(OwnWords.in(mail.plain(), letter));
        }
        List<String> html = OwnWords.in(HtmlText.lines(mail.html()), letter);
        return hasPlain ? List.of(OwnWords.in(mail.plain(), letter), html) : List.of(html);
    }

    /** The meaning of both. */
    static Meaning agreed(Meaning plain, Meaning html) {
        return switch (plain) {
            case Vague vague -> vague;
            case Clear one when html instanceof Clear(_, var kind, var text) && kind == one.kind()
                    && (kind != DELEGATE || Delegates.in(text).equals(Delegates.in(one.text())))
                    && (kind != CONFIRM || Codes.in(text).equals(Codes.in(one.text())))
                    && (kind != CONDITIONS || sameWords(text, one.text())) ->
                one;
            case Clear one when html instanceof Vague(_, _, var why) ->
                new Vague("unclear.parts-differ", one.text(), DIFFER + " " + why);
            case Clear one -> new Vague("unclear.parts-differ", one.text(), DIFFER);
        };
    }

    /** Whether two texts begin with the same words, whatever each client made of lists, links, pictures and blanks. */
    private static boolean sameWords(String one, String other) {
        String first = essence(one);
        String second = essence(other);
        int length = Math.min(COMPARED, Math.min(first.length(), second.length()));
        return length > 0 && first.startsWith(second.substring(0, length));
    }

    private static String essence(String text) {
        return Prints.squashed(DRESSING.matcher(text).replaceAll(" "));
    }
}
