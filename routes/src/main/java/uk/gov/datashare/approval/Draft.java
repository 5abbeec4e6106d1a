package uk.gov.datashare.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A letter that is owed, before it is put in words.
 *
 * @param template  which letter
 * @param headline  what it is about, for the subject: {@code Approval needed}
 * @param recipient personId of its reader
 * @param taskId    the task that it is about, {@link #NO_TASK} for the case as a whole
 * @param expects   what its reader is asked to reply
 * @param thread    the letter that it follows
 * @param said      what people or rules said, by the name that the template gives it; made plain here
 */
record Draft(Template template, String headline, String recipient, String taskId, Expects expects,
        Optional<String> thread, Map<String, String> said) {

    /** Stands for the task in a letter about the case as a whole. */
    static final String NO_TASK = "T0";

    /** What a reader is asked to reply. */
    enum Expects {
        NOTHING, DECISION, ANSWER
    }

    Draft {
        said = Map.copyOf(said);
    }

    static Draft about(String taskId, Template template, String headline, String recipient) {
        return new Draft(template, headline, recipient, taskId, Expects.NOTHING, Optional.empty(), Map.of());
    }

    static Draft aboutCase(Template template, String headline, String recipient) {
        return about(NO_TASK, template, headline, recipient);
    }

    Draft expecting(Expects reply) {
        return new Draft(template, headline, recipient, taskId, reply, thread, said);
    }

    Draft in(Optional<String> opening) {
        return new Draft(template, headline, recipient, taskId, expects, opening, said);
    }

    Draft saying(String name, String text) {
        var more = new HashMap<>(said);
        more.put(name, Plain.text(text));
        return new Draft(template, headline, recipient, taskId, expects, thread, more);
    }

    Draft saying(String name, Optional<String> text) {
        return text.filter(given -> !given.isBlank()).map(given -> saying(name, given)).orElse(this);
    }
}
