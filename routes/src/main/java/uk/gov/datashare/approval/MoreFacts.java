package uk.gov.datashare.approval;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Accompaniment;
import uk.gov.datashare.contracts.Data.Coverage;
import uk.gov.datashare.contracts.Data.Volume;
import uk.gov.datashare.contracts.DataProtection.PolicyDocument;
import uk.gov.datashare.contracts.Legal.Pilot;
import uk.gov.datashare.contracts.Legal.Power;
import uk.gov.datashare.contracts.Purpose.Ethics;
import uk.gov.datashare.contracts.Purpose.Urgency;
import uk.gov.datashare.contracts.Question;
import uk.gov.datashare.contracts.Security.Assurance;
import uk.gov.datashare.contracts.ShareRequest.ExpertReview;

/** Small parts of a proposal, each as the value of one row in a letter. */
final class MoreFacts {

    private MoreFacts() {}

    /** What a request says beside its proposal, with the suppliers' questions as their registry records have them. */
    static Stream<Row> beside(Optional<Accompaniment> beside, Registry registry) {
        return beside.stream().flatMap(said -> Stream.of(
                said.neededBy().map(day -> new Row("Needed by", When.day(day))),
                Optional.of(said.answers()).filter(answers -> !answers.isEmpty())
                        .map(answers -> new Row("Asked by suppliers", answers(answers, questions(registry)))),
                Optional.of(said.expertReviews()).filter(reviews -> !reviews.isEmpty())
                        .map(reviews -> new Row("Seen by experts", reviews.stream().map(MoreFacts::review)
                                .collect(Collectors.joining("; "))))))
                .flatMap(Optional::stream);
    }

    private static String answers(Map<String, String> answers, Map<String, String> questions) {
        return answers.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(answer -> Plain.text(questions.getOrDefault(answer.getKey(), answer.getKey()) + " "
                        + answer.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> questions(Registry registry) {
        return registry.organisations().stream()
                .flatMap(each -> Stream.concat(each.questions().stream(),
                        each.assets().stream().flatMap(asset -> asset.questions().stream())))
                .collect(Collectors.toMap(Question::id, Question::text, (one, _) -> one));
    }

    private static String review(ExpertReview review) {
        return Names.of(review.role()) + (review.done() ? ", done" : ", not yet")
                + review.date().map(day -> " on " + When.day(day)).orElse("");
    }

    static String coverage(Coverage coverage) {
        return String.join(", ", coverage.geography())
                + coverage.from().map(day -> " from " + When.day(day)).orElse("")
                + coverage.to().map(day -> " to " + When.day(day)).orElse("");
    }

    static String volume(Volume volume) {
        var parts = new ArrayList<String>();
        volume.records().ifPresent(count -> parts.add("about %,d records".formatted(count)));
        volume.sizeBytes().ifPresent(bytes -> parts.add("about %,d bytes".formatted(bytes)));
        return String.join(", ", parts);
    }

    static String urgency(Urgency urgency) {
        return Names.of(urgency.level()) + urgency.reason().map(reason -> ": " + reason).orElse("");
    }

    static String ethics(Ethics ethics) {
        String who = switch (ethics.assessment()) {
            case NOT_DONE -> "not looked at";
            case SELF -> "looked at by who asks";
            case UKSA_NSDEC -> "looked at by the UK Statistics Authority's committee";
            case DEPARTMENT_BOARD -> "looked at by a department's board";
        };
        return who + ethics.reference().map(where -> ", " + where).orElse("");
    }

    static String pilot(Pilot pilot) {
        return "success: " + pilot.successCriteria() + " Fairness: " + pilot.fairness() + " Business case: "
                + pilot.businessCase();
    }

    /** What goes on after a power's kind: what it lets the party do, and by what it was exercised. */
    static String exercise(Power power) {
        return power.direction().map(direction -> switch (direction) {
            case DISCLOSES -> ", to disclose";
            case RECEIVES -> ", to receive";
            case BOTH -> ", to disclose and receive";
        }).orElse("") + power.reference().map(reference -> ", " + reference).orElse("");
    }

    static String policyDocument(PolicyDocument document) {
        return (document.held() ? "held" : "not held") + document.reference().map(where -> ", " + where).orElse("");
    }

    static String assurance(Assurance assurance) {
        String scheme = switch (assurance.scheme()) {
            case CYBER_ESSENTIALS -> "Cyber Essentials";
            case CYBER_ESSENTIALS_PLUS -> "Cyber Essentials Plus";
            case ISO27001 -> "ISO 27001";
            case GOVASSURE -> "GovAssure";
            case DSPT -> "the NHS data security and protection toolkit";
            case PSN -> "PSN";
            case OTHER -> "another scheme";
        };
        return scheme + assurance.evidence().map(evidence -> " (" + evidence + ")").orElse("");
    }
}
