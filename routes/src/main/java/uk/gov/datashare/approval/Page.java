package uk.gov.datashare.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a letter's templates may use. Whatever people wrote in it is plain text by now, and the HTML templates escape it.
 *
 * @param headline  what the letter is about
 * @param marking   the classification of the letter
 * @param withheld  whether the marking lets it show no more than title and parties
 * @param title     the request's title
 * @param request   the case, for people to refer to
 * @param version   which version of it
 * @param task      the task that it is about
 * @param facts     the proposal as a table
 * @param changes   what is different from what the reader decided on before
 * @param choices   how it can be answered; empty when no reply is expected
 * @param said      what else there is to say, by name
 */
record Page(String headline, String marking, boolean withheld, String title, String request, int version,
        Optional<Task> task, List<Row> facts, Optional<Difference> changes, List<Choice> choices,
        Map<String, String> said) {

    /**
     * The reader's task.
     *
     * @param id          its id
     * @param role        the role in which they are asked
     * @param organisation for which organisation
     * @param signs       whether a signature is asked for
     * @param advises     whether advice is asked for, which is recorded and does not bind
     * @param triages     whether it is asked to take the request on
     * @param fingerprint the hash of what is put before them, in words
     * @param reasons     why they are asked; only the rules' names where the rest is withheld
     * @param conditions  what other approvers made their yes depend on, when there is a document to sign
     */
    record Task(String id, String role, String organisation, boolean signs, boolean advises, boolean triages,
            String fingerprint, List<Why> reasons, List<String> conditions) {}

    /**
     * A reason.
     *
     * @param rule     the rule and its version
     * @param text     its words
     * @param citation where it is laid down
     */
    record Why(String rule, Optional<String> text, Optional<String> citation) {}

    /**
     * What is different.
     *
     * @param version  from which version
     * @param decided  whether that is the version that the reader decided on
     * @param sections where
     */
    record Difference(int version, boolean decided, List<String> sections) {

        /** Whether nothing differs. */
        public boolean none() {
            return sections.isEmpty();
        }
    }
}
