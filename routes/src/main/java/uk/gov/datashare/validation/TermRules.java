package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Purpose.Urgency;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.gateways.Gateway;
import uk.gov.datashare.gateways.Gateways;

/** Rules about the power to share, its dates and its formalities. */
final class TermRules {

    /** The rule that looks whether there is time enough. */
    static final String IN_TIME = "V09";
    /** Where a request says by when it needs the data. */
    static final String NEEDED_BY = "/neededBy";

    private static final int PILOT_MONTHS = 12;
    private static final int YEARS_AFTER_THE_END = 7;

    static final List<Rule> ALL = List.of(
            new Rule(IN_TIME, "What is needed by a day is asked for in time.", TermRules::neededInTheFuture),
            new Rule("V10", "A share ends after it starts, and is reviewed in between.", TermRules::datesAreInOrder),
            new Rule("V11", "An objective of the Digital Economy Act goes with one of its powers.",
                    TermRules::objectiveHasItsPower),
            new Rule("V19", "Data kept for more than seven years after the end has a reason.",
                    TermRules::keepingHasAReason),
            new Rule("V27", "An emergency says why it is one.", TermRules::emergencyIsExplained),
            new Rule("V28", "The requester has confirmed the declaration.", TermRules::declarationIsConfirmed),
            new Rule("V29", "What changes an arrangement names it.", TermRules::arrangementIsNamed));

    private TermRules() {}

    /** Whether there is time enough is seen when it is known who must be asked: {@link Pace}. */
    private static Stream<Finding> neededInTheFuture(Submission s) {
        return s.around().today().stream().flatMap(today -> s.request().neededBy().stream()
                .flatMap(day -> warning(NEEDED_BY, "The data is needed by " + day + ", which is not in the future.",
                        "Give a day to come, or leave it out.").when(!day.isAfter(today))));
    }

    private static Stream<Finding> keepingHasAReason(Submission s) {
        var terms = s.proposal().terms();
        return terms.end().stream().flatMap(end -> terms.retention().stream()
                .flatMap(retention -> error("/proposal/terms/retention/basis",
                        "The data would be kept for more than " + YEARS_AFTER_THE_END
                                + " years after the share has ended, and nothing says why.",
                        "Name the schedule or the statute that asks for it, or keep the data for less long.")
                        .when(retention.basis().isEmpty() && terms.start().plus(retention.period())
                                .isAfter(end.plusYears(YEARS_AFTER_THE_END)))));
    }

    private static Stream<Finding> emergencyIsExplained(Submission s) {
        return s.proposal().purpose().urgency().stream()
                .flatMap(urgency -> error("/proposal/purpose/urgency/reason",
                        "The request is said to be an emergency, but not why.",
                        "Say who may come to harm, or make it URGENT.")
                        .when(urgency.level() == Urgency.Level.EMERGENCY
                                && urgency.reason().filter(reason -> !reason.isBlank()).isEmpty()));
    }

    private static Stream<Finding> datesAreInOrder(Submission s) {
        var terms = s.proposal().terms();
        LocalDate start = terms.start();
        Optional<LocalDate> end = terms.end();
        boolean pilot = Gateways.known().of(s.proposal().legal()).anyMatch(Gateway::pilot);
        return Stream.of(
                error("/proposal/terms/end", "The share would end on or before the day it starts.",
                        "Give an end after " + start + ".").when(end.filter(day -> !day.isAfter(start)).isPresent()),
                error("/proposal/terms/reviewDate", "The review would be on or before the day the share starts.",
                        "Give a review date after " + start + ".").when(!terms.reviewDate().isAfter(start)),
                error("/proposal/terms/reviewDate", "The review would be after the share has ended.",
                        "Give a review date not after the end.")
                        .when(end.filter(terms.reviewDate()::isAfter).isPresent()),
                error("/proposal/terms/reviewDate",
                        "A pilot under the debt or fraud power is reviewed within " + PILOT_MONTHS + " months.",
                        "Give a review date not after " + start.plusMonths(PILOT_MONTHS) + ".")
                        .when(pilot && terms.reviewDate().isAfter(start.plusMonths(PILOT_MONTHS))))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> objectiveHasItsPower(Submission s) {
        var legal = s.proposal().legal();
        return error("/proposal/legal/deaObjective",
                "An objective of the Digital Economy Act 2017 is named, but none of its powers.",
                "Add the power with its code, such as " + Gateways.known().gateways().getFirst().code()
                        + ", or take the objective out.")
                .when(legal.deaObjective().isPresent()
                        && Gateways.known().of(legal).noneMatch(Gateway::ofDigitalEconomyAct));
    }

    private static Stream<Finding> declarationIsConfirmed(Submission s) {
        return error("/declaration/confirmed", "The requester has not confirmed the declaration.",
                "Send the request when they have.").when(!s.request().declaration().confirmed());
    }

    private static Stream<Finding> arrangementIsNamed(Submission s) {
        RequestType type = s.request().requestType();
        boolean about = type != RequestType.NEW && type != RequestType.ONE_OFF;
        return error("/relatedArrangementId",
                "A request of type " + type + " is about an arrangement, but none is named.",
                "Give the arrangement's id, such as ARR-7K3M-9QPX-2ABC.")
                .when(about && s.request().relatedArrangementId().isEmpty());
    }
}
