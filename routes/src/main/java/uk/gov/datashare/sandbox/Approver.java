package uk.gov.datashare.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;

/** How invented approvers answer their mail: by what a letter asks of them, as the script has it, and otherwise with a yes. */
final class Approver {

    private static final Pattern CASE_AND_TASK = Pattern.compile("\\[(DSR(?:-[0-9A-Z]{4}){3})/(T\\d+)]");
    private static final Pattern VERSION = Pattern.compile("\\.v(\\d+)\\.");
    private static final Duration A_THOUGHT = Duration.ofMinutes(20);

    private final Script script;
    private final Map<String, String> references;

    /** Approvers who act by this script; the references are those of the sandbox's cases, by request id. */
    Approver(Script script, Map<String, String> references) {
        this.script = script;
        this.references = Map.copyOf(references);
    }

    /**
     * A letter as it lies in a mailbox.
     *
     * @param letterId  the hub's name for it, from its Message-ID
     * @param subject   its subject
     * @param asks      whether it names an address for replies
     * @param sentAt    when it was sent
     */
    record Mail(String letterId, String subject, boolean asks, Instant sentAt) {}

    /**
     * What the approver does about a letter.
     *
     * @param text    what they type
     * @param machine whether it is their mail server that answers
     * @param at      when
     */
    record Reply(String text, boolean machine, Instant at) {}

    /** What this person answers; empty when they read it and leave it at that. */
    Optional<Reply> reply(Mail mail, Holder person) {
        Matcher about = CASE_AND_TASK.matcher(mail.subject());
        if (!mail.asks() || !about.find()) {
            return Optional.empty();
        }
        String personId = person.person().personId();
        if (script.away().containsKey(personId)) {
            return Optional.of(new Reply(script.away().get(personId), true, mail.sentAt()));
        }
        if (script.slow().contains(personId) && !mail.subject().contains("Reminder")) {
            return Optional.empty();
        }
        return Optional
                .of(new Reply(words(mail, about.group(1), person), false, mail.sentAt().plus(pause(mail.letterId()))));
    }

    private String words(Mail mail, String requestId, Holder person) {
        if (mail.subject().contains("ignature needed")) {
            return "Sign";
        }
        if (mail.subject().contains("question for you")) {
            return "Answer: for as long as the request says, and not a day longer. The retention is in its terms.";
        }
        return first(mail) ? line(requestId, person).orElse("Approve") : "Approve";
    }

    /** Whether they are asked for the first time: what they wanted to know or to have changed, they say only once. */
    private static boolean first(Mail mail) {
        Matcher version = VERSION.matcher(mail.letterId());
        return !mail.subject().contains("Question answered") && version.find() && version.group(1).equals("1");
    }

    private Optional<String> line(String requestId, Holder person) {
        return Optional.ofNullable(references.get(requestId))
                .flatMap(reference -> person.organisation().roles().stream()
                        .filter(holding -> holding.holder().equals(person.person().personId()))
                        .map(RoleHolding::role)
                        .flatMap(role -> script.line(reference, person.organisation().id(), role).stream())
                        .findFirst());
    }

    /** Between a thought and five of them, always the same for the same letter. */
    private static Duration pause(String letterId) {
        return A_THOUGHT.multipliedBy(1 + Math.floorMod(letterId.hashCode(), 5));
    }
}
