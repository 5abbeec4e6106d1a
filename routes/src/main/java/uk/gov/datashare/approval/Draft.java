package uk.gov.datashare.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.process.ApprovalsByMail.Way;

/**
 * A letter that is owed, before it is put in words.
 *
 * @param template  which letter
 * @param headline  what it is about, for the subject: {@code Approval needed}
 * @param recipient personId of its reader
 * @param taskId    the task that it is about, {@link #NO_TASK} for the case as a whole
 * @param expects   what its reader is asked to reply
 * @param thread    the letter that it follows
 * @param said      what the hub says, by the name that the template gives it; made plain here
 * @param quoted    what people wrote, by the same names; shown only where the classification lets a mail show it
 */
record Draft(Template template, String headline, String recipient, String taskId, Expects expects,
        Optional<String> thread, Map<String, String> said, Map<String, String> quoted) {

    /** Stands for the task in a letter about the case as a whole. */
    static final String NO_TASK = "T0";

    /** What a reader is asked to reply. */
    enum Expects {
        NOTHING, DECISION, ANSWER, CODE
    }

    Draft {
        said = Map.copyOf(said);
        quoted = Map.copyOf(quoted);
    }

    static Draft about(String taskId, Template template, String headline, String recipient) {
        return new Draft(template, headline, recipient, taskId, Expects.NOTHING, Optional.empty(), Map.of(),
                Map.of());
    }

    static Draft aboutCase(Template template, String headline, String recipient) {
        return about(NO_TASK, template, headline, recipient);
    }

    Draft expecting(Expects reply) {
        return new Draft(template, headline, recipient, taskId, reply, thread, said, quoted);
    }

    Draft in(Optional<String> opening) {
        return new Draft(template, headline, recipient, taskId, expects, opening, said, quoted);
    }

    /** Says how far a mail goes, where somebody is to decide and it does not go all the way. */
    Draft under(Way way) {
        return expects != Expects.DECISION ? this : switch (way) {
            case PLAIN -> this;
            case CONFIRMED -> saying("byMail", "Before your answer counts, we send you a code to confirm it with.");
            case REFUSAL_ONLY ->
                saying("byMail", "A yes to this cannot be given by mail. By mail you can ask, pass it on, "
                        + "return it or say no; a yes has to come from your organisation's own case system.");
        };
    }

    Draft saying(String name, String text) {
        return new Draft(template, headline, recipient, taskId, expects, thread, with(said, name, text), quoted);
    }

    Draft saying(String name, Optional<String> text) {
        return text.filter(given -> !given.isBlank()).map(given -> saying(name, given)).orElse(this);
    }

    Draft quoting(String name, String text) {
        return new Draft(template, headline, recipient, taskId, expects, thread, said, with(quoted, name, text));
    }

    Draft quoting(String name, Optional<String> text) {
        return text.filter(given -> !given.isBlank()).map(given -> quoting(name, given)).orElse(this);
    }

    /** All that its template may show; what people wrote is replaced by these words where it may not be shown. */
    Map<String, String> shown(Optional<String> inPlaceOfQuotes) {
        var all = new HashMap<>(said);
        inPlaceOfQuotes.filter(_ -> !quoted.isEmpty()).ifPresent(_ -> all.put("elsewhere", "yes"));
        quoted.forEach((name, text) -> all.put(name, inPlaceOfQuotes.orElse(text)));
        return all;
    }

    private static Map<String, String> with(Map<String, String> texts, String name, String text) {
        var more = new HashMap<>(texts);
        more.put(name, Plain.text(text));
        return more;
    }
}
