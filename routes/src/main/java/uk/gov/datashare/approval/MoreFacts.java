package uk.gov.datashare.approval;

import java.util.ArrayList;

import uk.gov.datashare.contracts.Data.Coverage;
import uk.gov.datashare.contracts.Data.Volume;
import uk.gov.datashare.contracts.DataProtection.PolicyDocument;
import uk.gov.datashare.contracts.Legal.Pilot;
import uk.gov.datashare.contracts.Legal.Power;
import uk.gov.datashare.contracts.Purpose.Ethics;
import uk.gov.datashare.contracts.Purpose.Urgency;
import uk.gov.datashare.contracts.Security.Assurance;

/** Small parts of a proposal, each as the value of one row in a letter. */
final class MoreFacts {

    private MoreFacts() {}

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
