package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.routing.Gateway;
import uk.gov.datashare.routing.Gateways;

/** Rules about the power to share, its dates and its formalities. */
final class TermRules {

    private static final int PILOT_MONTHS = 12;

    static final List<Rule> ALL = List.of(
            new Rule("V10", "A share ends after it starts, and is reviewed in between.", TermRules::datesAreInOrder),
            new Rule("V11", "An objective of the Digital Economy Act goes with one of its powers.",
                    TermRules::objectiveHasItsPower),
            new Rule("V28", "The requester has confirmed the declaration.", TermRules::declarationIsConfirmed),
            new Rule("V29", "What changes an arrangement names it.", TermRules::arrangementIsNamed));

    private TermRules() {}

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
                .when(legal.deaObjective().isPresent() && Gateways.known().of(legal).findAny().isEmpty());
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
