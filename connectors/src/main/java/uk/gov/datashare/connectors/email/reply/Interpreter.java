package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import uk.gov.datashare.connectors.email.reply.Meaning.Clear;
import uk.gov.datashare.connectors.email.reply.Meaning.Vague;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Phrase;

/**
 * From a person's own lines to what they mean. The first line decides: it must begin with a phrase of
 * {@code reply-words.txt}, and nothing after may take it back. In doubt it is vague.
 */
final class Interpreter {

    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_QUOTE = 200;

    private Interpreter() {}

    /** The meaning of these lines, of which the first is not blank. Without lines there is none. */
    static Meaning read(List<String> lines) {
        if (lines.isEmpty()) {
            return new Vague("unclear.empty", "", "There was nothing above the quoted mail.");
        }
        Opening opening = Opening.of(lines.getFirst());
        Written written = new Written(opening, lines);
        return opening.phrase().map(phrase -> read(phrase, written))
                .orElseGet(() -> vague(written, "unclear.no-word",
                        "The first line does not begin with a word that the hub knows."));
    }

    private static Meaning read(Phrase phrase, Written written) {
        Optional<Vague> doubt = Doubts.about(phrase, written)
                .map(why -> vague(written, "unclear." + why.id(), why.sentence()));
        return doubt.isPresent() ? doubt.get() : new Clear(phrase.id(), phrase.kind(), comment(written));
    }

    private static String comment(Written written) {
        String comment = (written.opening().comment() + "\n"
                + written.later().stream().collect(Collectors.joining("\n"))).strip();
        return comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
    }

    private static Vague vague(Written written, String rule, String why) {
        String line = written.lines().getFirst().strip();
        return new Vague(rule, line.substring(0, Math.min(line.length(), LONGEST_QUOTE)), why);
    }

    /** What a person wrote: how it opens, and all of its lines. */
    record Written(Opening opening, List<String> lines) {

        List<String> later() {
            return lines.subList(1, lines.size());
        }

        /** The comment on the first line and the lines that run on from it. */
        String paragraph() {
            List<String> later = runsOn() ? later().stream().dropWhile(String::isBlank).toList() : later();
            return opening.comment() + "\n"
                    + later.stream().takeWhile(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        }

        /** A comma at the end of the first line says that its sentence goes on, below a blank line too. */
        private boolean runsOn() {
            String line = lines.getFirst().strip();
            return !line.isEmpty() && ",;(-\u2013\u2014\u2026".indexOf(line.charAt(line.length() - 1)) >= 0;
        }

        /** Everything but the opening phrase. */
        String everything() {
            return opening.comment() + "\n" + String.join("\n", later());
        }

        boolean has(Kind kind) {
            return opening.phrase().filter(phrase -> phrase.kind() == kind).isPresent();
        }
    }
}
