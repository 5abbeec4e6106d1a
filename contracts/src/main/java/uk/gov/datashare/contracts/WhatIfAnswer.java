package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;

/**
 * What would become of a request if it were sent now. Nothing follows from it: nobody is asked, and nothing is kept.
 *
 * @param organisationId who wants to know
 * @param reference      the department's own reference, as far as it could be read
 * @param outcome        what the hub would do with the request
 * @param refusal        why the hub could not carry it at all
 * @param problems       everything that is wrong with it, or might be
 * @param corrected      where every error can be mended without a choice, the message to send in its place
 * @param gateways       whether each power that it names is open to the party that relies on it
 * @param plan           who would be asked, when and why; empty where that cannot be told
 * @param fewerApprovals what could be changed so that fewer must be asked, the most useful first
 * @param precedents     arrangements that cover the same already, or come near it
 * @param forecast       how long it might take
 * @param at             when this was answered, and so of which registry and which history it speaks
 */
@JsonTypeName("what-if.answered.v1")
public record WhatIfAnswer(String organisationId, Optional<String> reference, Outcome outcome,
        Optional<String> refusal, List<Problem> problems, Optional<JsonNode> corrected, List<GatewayVerdict> gateways,
        Optional<ApprovalPlan> plan, List<Change> fewerApprovals, List<Precedent> precedents,
        Optional<Forecast> forecast, Instant at) {

    /** What the hub would do with a request. */
    public enum Outcome {
        /** Ask those who are in the plan. */
        WOULD_BE_ASKED,
        /** Send it back with its errors. */
        WOULD_COME_BACK,
        /** Refuse to carry it. */
        WOULD_BE_REFUSED
    }

    /**
     * Whether a power is open to the party that relies on it.
     *
     * @param party  organisation id
     * @param power  the hub's code for the power
     * @param answer yes, no, or that nobody can tell from what the hub has
     * @param words  why, with the day of the list that was looked at
     */
    public record GatewayVerdict(String party, String power, Answer answer, String words) {

        /** Answers about a power. */
        public enum Answer {
            YES, NO, CANNOT_TELL
        }

        public GatewayVerdict {
            requireNonNull(party);
            requireNonNull(power);
            requireNonNull(answer);
            requireNonNull(words);
        }
    }

    /**
     * A way of asking for less, or of asking more safely, with which fewer must be asked.
     *
     * @param edits            what to change, each in words; as few as it takes
     * @param removes          whose approvals or advice would not be needed any more
     * @param workingDaysFewer how many working days fewer; 0 where others take as long at the same time
     * @param basis            what those days are taken from
     */
    public record Change(List<String> edits, List<Removed> removes, int workingDaysFewer, Basis basis) {

        /** What a number of days is taken from. */
        public enum Basis {
            /** The median of this hub's own history. */
            HISTORY,
            /** The time that those asked are given, for want of history. */
            TIME_ALLOWED
        }

        public Change {
            edits = Absent.orEmpty(edits);
            removes = Absent.orEmpty(removes);
            requireNonNull(basis);
        }
    }

    /**
     * Somebody who would not be asked any more.
     *
     * @param organisationId for which organisation
     * @param role           in which role
     * @param stage          at which stage
     */
    public record Removed(String organisationId, Role role, Stage stage) {
        public Removed {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(stage);
        }
    }

    /**
     * An arrangement that is like what is asked for.
     *
     * @param arrangementId the arrangement
     * @param title         what it is called
     * @param covers        whether it covers purpose, power and data already, so that joining it is the shorter way
     * @param differences   where it differs, field by field
     */
    public record Precedent(String arrangementId, String title, boolean covers, List<String> differences) {
        public Precedent {
            requireNonNull(arrangementId);
            requireNonNull(title);
            differences = Absent.orEmpty(differences);
        }
    }

    /**
     * How many working days a request might take from its submission to the last signature, if nobody sends it back.
     *
     * @param median       half of such requests take no longer; empty where too little is known
     * @param ninety       nine of ten take no longer; empty where too little is known
     * @param timeAllowed  how many it takes where everybody uses the whole time that they are given, and nobody more
     * @param leastSamples how many answers must be known of somebody before the hub speaks of their pace
     * @param stages       the stages, one after the other
     * @param words        the same in a sentence or two, with what is not known
     */
    public record Forecast(Optional<Integer> median, Optional<Integer> ninety, int timeAllowed, int leastSamples,
            List<StageForecast> stages, String words) {
        public Forecast {
            requireNonNull(median);
            requireNonNull(ninety);
            stages = Absent.orEmpty(stages);
            requireNonNull(words);
        }
    }

    /**
     * One stage, in which everybody is asked at the same time.
     *
     * @param stage       which
     * @param median      its median in working days
     * @param ninety      its 90th percentile
     * @param timeAllowed the longest time that somebody in it is given
     * @param paces       what is known of those who are asked in it
     */
    public record StageForecast(Stage stage, Optional<Integer> median, Optional<Integer> ninety, int timeAllowed,
            List<Pace> paces) {
        public StageForecast {
            requireNonNull(stage);
            requireNonNull(median);
            requireNonNull(ninety);
            paces = Absent.orEmpty(paces);
        }
    }

    /**
     * How fast somebody has answered so far.
     *
     * @param organisationId whose
     * @param role           in which role
     * @param of             whether these are the organisation's own answers, or those of the same role everywhere
     * @param samples        of how many answers
     * @param median         half came within so many working days
     * @param ninety         nine of ten came within so many
     */
    public record Pace(String organisationId, Role role, Of of, int samples, Optional<Integer> median,
            Optional<Integer> ninety) {

        /** Whose answers a pace is taken from. */
        public enum Of {
            /** This organisation's, in this role. */
            ORGANISATION,
            /** Those of every organisation in this role, since this one's are too few. */
            ROLE_ANYWHERE,
            /** Nobody's: there are too few of either. */
            TOO_LITTLE_HISTORY
        }

        public Pace {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(of);
            requireNonNull(median);
            requireNonNull(ninety);
        }
    }

    public WhatIfAnswer {
        requireNonNull(organisationId);
        requireNonNull(reference);
        requireNonNull(outcome);
        requireNonNull(refusal);
        problems = Absent.orEmpty(problems);
        // Jackson reads a tree that is not there as one of nothing.
        corrected = corrected.filter(JsonNode::isObject);
        gateways = Absent.orEmpty(gateways);
        requireNonNull(plan);
        fewerApprovals = Absent.orEmpty(fewerApprovals);
        precedents = Absent.orEmpty(precedents);
        requireNonNull(forecast);
        requireNonNull(at);
    }
}
