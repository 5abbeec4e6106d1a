package uk.gov.datashare.contracts;

import static uk.gov.datashare.contracts.Topic.Cleanup.COMPACT;
import static uk.gov.datashare.contracts.Topic.Cleanup.DELETE;
import static uk.gov.datashare.contracts.Topic.Spread.BY_KEY;
import static uk.gov.datashare.contracts.Topic.Spread.SINGLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every topic of the hub, in the order in which data travels. */
public final class Topics {

    private static final Optional<Duration> A_MONTH = Optional.of(Duration.ofDays(30));
    private static final Optional<Duration> FOR_EVER = Optional.empty();

    /** Organisations, their role holders and assets; key organisationId. */
    public static final Topic REGISTRY = new Topic("datashare.registry.v1", SINGLE, COMPACT, FOR_EVER);
    /** Changes of the registry as people propose and confirm them; key organisationId. */
    public static final Topic REGISTRY_CHANGES = new Topic("datashare.registry-changes.v1", SINGLE, DELETE, A_MONTH);
    /** What became of each change of the registry, without names and addresses; key organisationId. */
    public static final Topic REGISTRY_EVENTS = new Topic("datashare.registry-events.v1", SINGLE, DELETE, FOR_EVER);
    /** What the outside world has done to a case; key requestId. */
    public static final Topic COMMANDS = new Topic("datashare.commands.v1", BY_KEY, DELETE, A_MONTH);
    /** What has happened to each case, the hub's only record; key requestId. */
    public static final Topic EVENTS = new Topic("datashare.events.v1", BY_KEY, DELETE, FOR_EVER);
    /** What people who want one letter a day are asked, and what no longer; key personId. */
    public static final Topic DIGEST = new Topic("datashare.digest.v1", BY_KEY, DELETE, A_MONTH);
    /** Letters to send; key requestId, so that letters of a case keep their order, or personId for a digest. */
    public static final Topic MAIL_OUT = new Topic("datashare.mail-out.v1", BY_KEY, DELETE, A_MONTH);
    /** Letters that could not leave yet, each until its next turn; key letterId. */
    public static final Topic MAIL_WAITING = new Topic("datashare.mail-waiting.v1", SINGLE, COMPACT, FOR_EVER);
    /** Letters whose next turn it is; key requestId. */
    public static final Topic MAIL_AGAIN = new Topic("datashare.mail-again.v1", BY_KEY, DELETE, A_MONTH);
    /** Mail that came in, raw; key mailbox, UIDVALIDITY and UID. */
    public static final Topic MAIL_IN = new Topic("datashare.mail-in.v1", BY_KEY, DELETE, A_MONTH);
    /** The whole state of each arrangement; key arrangementId. */
    public static final Topic ARRANGEMENTS = new Topic("datashare.arrangements.v1", BY_KEY, COMPACT, FOR_EVER);
    /** Every change of every arrangement; key arrangementId. */
    public static final Topic ARRANGEMENT_EVENTS = new Topic("datashare.arrangement-events.v1", BY_KEY, DELETE,
            FOR_EVER);
    /** What the hub could not handle, as it came; key as it came. */
    public static final Topic DEADLETTERS = new Topic("datashare.deadletters.v1", SINGLE, DELETE, FOR_EVER);

    /** Holds nothing: whoever is given its one partition by a consumer group does what only one hub may do; no key. */
    public static final Topic LEADERSHIP = new Topic("datashare.leadership.v1", SINGLE, DELETE, A_MONTH);

    private static final Pattern REQUESTS = Pattern
            .compile("datashare\\.(" + OrganisationId.PATTERN + ")\\.requests\\.v1");
    private static final Pattern WHAT_IF = Pattern
            .compile("datashare\\.(" + OrganisationId.PATTERN + ")\\.whatif\\.v1");

    private Topics() {}

    /** Where one organisation, and nobody else, puts its requests; key is its own reference. */
    public static Topic requests(String organisationId) {
        return departmental(organisationId, "requests");
    }

    /** Where one organisation reads what became of its cases; key requestId. */
    public static Topic status(String organisationId) {
        return departmental(organisationId, "status");
    }

    /** Where one organisation reads what was wrong with its messages; key is its own reference. */
    public static Topic errors(String organisationId) {
        return departmental(organisationId, "errors");
    }

    /** Where one organisation puts requests of which it wants to know what would become of them; key is its own reference. */
    public static Topic whatIf(String organisationId) {
        return departmental(organisationId, "whatif");
    }

    /** Where one organisation reads what would become of them; key is its own reference. */
    public static Topic whatIfAnswers(String organisationId) {
        return departmental(organisationId, "whatif-answers");
    }

    /** The topics that every hub has, whoever takes part. */
    public static List<Topic> central() {
        return List.of(REGISTRY, REGISTRY_CHANGES, REGISTRY_EVENTS, COMMANDS, EVENTS, DIGEST, MAIL_OUT, MAIL_WAITING,
                MAIL_AGAIN, MAIL_IN, ARRANGEMENTS, ARRANGEMENT_EVENTS, DEADLETTERS, LEADERSHIP);
    }

    /** The topics of one organisation. */
    public static List<Topic> of(String organisationId) {
        return List.of(requests(organisationId), status(organisationId), errors(organisationId),
                whatIf(organisationId), whatIfAnswers(organisationId));
    }

    /** The pattern that every organisation's requests topic matches, and no other topic. */
    public static Pattern everyRequestsTopic() {
        return REQUESTS;
    }

    /** The organisation whose requests topic this is: the topic, guarded by the broker, says who is asking. */
    public static Optional<String> organisationOf(String requestsTopic) {
        Matcher matcher = REQUESTS.matcher(requestsTopic);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The pattern that every organisation's topic of what-if questions matches, and no other topic. */
    public static Pattern everyWhatIfTopic() {
        return WHAT_IF;
    }

    /** The organisation whose topic of what-if questions this is. */
    public static Optional<String> curiousOf(String whatIfTopic) {
        Matcher matcher = WHAT_IF.matcher(whatIfTopic);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Topic departmental(String organisationId, String what) {
        return new Topic("datashare." + OrganisationId.checked(organisationId) + "." + what + ".v1", SINGLE, DELETE,
                A_MONTH);
    }
}
