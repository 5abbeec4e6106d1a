package uk.gov.datashare.connectors.email.reply;

import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;

/** What a person's words mean, before it is known whose they are. */
sealed interface Meaning {

    /** The rule that fired. */
    String rule();

    /** Unmistakable: a kind of answer, and the words that go with it. */
    record Clear(String rule, Kind kind, String text) implements Meaning {}

    /** Open to doubt: the line in question, and why. */
    record Vague(String rule, String firstLine, String why) implements Meaning {}
}
