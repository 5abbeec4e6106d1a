package uk.gov.datashare.validation;

import static java.util.Objects.requireNonNull;
import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.process.WorkingCalendar;
import uk.gov.datashare.process.WorkingCalendars;

/** Holds a request against the rules of form and law that a schema cannot say, and tells every problem at once. */
public final class Validation {

    private static final String MESSAGE = MessageTypes.of(ShareRequest.class);

    private static final List<Rule> RULES = Stream
            .of(PartyRules.ALL, SuccessionRules.ALL, DataRules.ALL, TextRules.ALL, BasisRules.ALL, TermRules.ALL,
                    RepeatRules.ALL, QuestionRules.ALL)
            .flatMap(List::stream)
            .sorted()
            .toList();
    private static final List<Rule> OF_SUCCESSION = RULES.stream().filter(SuccessionRules.ALL::contains).toList();
    private static final List<Rule> OTHERS = RULES.stream().filter(rule -> !OF_SUCCESSION.contains(rule)).toList();

    private static final Comparator<Problem> BY_RULE = Comparator.comparing(Problem::rule);

    private final InstantSource clock;
    private final OpenRequests open;
    private final Pace pace;

    /**
     * Validation in a running hub.
     *
     * @param clock     says which day it is
     * @param open      the requests that are on their way already
     * @param calendars on which days people work
     */
    public Validation(InstantSource clock, OpenRequests open, WorkingCalendars calendars) {
        this.clock = requireNonNull(clock);
        this.open = requireNonNull(open);
        this.pace = new Pace(requireNonNull(calendars));
    }

    /**
     * What is to be said of a request, and the request to go on with.
     *
     * @param organisationOfTopic whose topic it came by, which the broker guards: the only word about who is asking
     */
    public Verdict verdict(ShareRequest request, String organisationOfTopic, Registry registry) {
        return judge(new Submission(request, organisationOfTopic, registry.now(),
                new Around(Optional.of(LocalDate.ofInstant(clock.instant(), WorkingCalendar.LONDON)), open)));
    }

    /**
     * The warnings that go with a request, with those that are seen only now that it is known who must be asked.
     *
     * @param plan whom routing asks about {@link Verdict#request}
     */
    public List<Problem> warnings(Verdict verdict, ApprovalPlan plan) {
        Stream<Problem> late = pace.tooSlow(verdict.request(), plan, clock.instant())
                .map(finding -> finding.of(TermRules.IN_TIME));
        return Stream.concat(verdict.problems().stream(), late).sorted(BY_RULE).toList();
    }

    /** Every problem that can be seen without a clock and without the requests that are on their way already. */
    public static List<Problem> check(ShareRequest request, String organisationOfTopic, Registry registry) {
        return judge(new Submission(request, organisationOfTopic, registry.now(), Around.NOTHING)).problems();
    }

    /** Whether a message with these problems is refused. */
    public static boolean refused(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == ERROR);
    }

    static List<Rule> rules() {
        return RULES;
    }

    static Verdict judge(Submission sent) {
        List<Found> succession = found(OF_SUCCESSION, sent);
        Submission submission = patched(patches(succession), sent).orElse(sent);
        List<Found> found = Stream.concat(succession.stream(), found(OTHERS, submission).stream()).toList();
        List<Problem> problems = found.stream().map(Found::problem).distinct().sorted(BY_RULE).toList();
        return new Verdict(submission.request(), problems, corrected(submission, found));
    }

    private static List<Found> found(List<Rule> rules, Submission submission) {
        return rules.stream()
                .flatMap(rule -> rule.check().apply(submission).map(finding -> new Found(rule.id(), finding)))
                .toList();
    }

    private static List<Patch> patches(List<Found> found) {
        return found.stream().flatMap(each -> each.finding().patches().stream()).toList();
    }

    /** The message that has no error left, or none: half a correction would come back once more. */
    private static Optional<JsonNode> corrected(Submission submission, List<Found> found) {
        List<Found> errors = found.stream().filter(Found::isError).toList();
        return patched(patches(errors), submission).filter(Validation::isFine).map(mended -> json(mended.request()));
    }

    private static boolean isFine(Submission mended) {
        return Schemas.check(MESSAGE, json(mended.request())).isEmpty()
                && Stream.of(OF_SUCCESSION, OTHERS).flatMap(rules -> found(rules, mended).stream())
                        .noneMatch(Found::isError);
    }

    /** The same submission with a changed request; empty where nothing changes it, or where what comes out is no request. */
    private static Optional<Submission> patched(List<Patch> patches, Submission submission) {
        if (patches.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode changed = Patch.apply(patches, json(submission.request()));
            return Optional.of(submission.of(MessageJson.read(changed, ShareRequest.class)));
        } catch (JacksonException impossible) {
            return Optional.empty();
        }
    }

    /** As it would be read from a topic. */
    static JsonNode json(ShareRequest request) {
        return MessageJson.tree(MessageJson.write(request));
    }
}
