package uk.gov.datashare.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestReturned;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;

/** Letters to the data share lead of every party, about what became of the request as a whole. */
final class OutcomeLetters {

    private OutcomeLetters() {}

    /** One letter to each contact who stands in for vacant roles, about the roles that the version before did not find vacant. */
    static List<Draft> vacancies(Occasion on, RequestSubmitted submitted) {
        var roles = new LinkedHashMap<String, List<PlannedTask>>();
        roles.putAll(submitted.plan().tasks().stream()
                .filter(PlannedTask::vacant)
                .filter(task -> !wasVacant(on, task))
                .collect(Collectors.groupingBy(PlannedTask::escalation, LinkedHashMap::new, Collectors.toList())));
        return roles.entrySet().stream()
                .map(each -> Draft.aboutCase(Template.VACANCY, "A vacant role", each.getKey())
                        .saying("roles", each.getValue().stream()
                                .map(task -> task.role().words() + ", " + on.nameOf(task.organisationId()))
                                .distinct()
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private static boolean wasVacant(Occasion on, PlannedTask task) {
        return on.file().submission(on.version() - 1).stream()
                .flatMap(before -> before.plan().tasks().stream())
                .anyMatch(before -> before.vacant() && before.role() == task.role()
                        && before.organisationId().equals(task.organisationId()));
    }

    static List<Draft> refused(Occasion on, RequestRefused refused) {
        return on.shareLead(refused.organisationId()).stream()
                .map(lead -> Draft.aboutCase(Template.OUTCOME, "Not carried", lead)
                        .saying("what", "The hub may not carry this request, and has kept nothing of what it says.")
                        .saying("reason", refused.reason())
                        .saying("next", "If the request was meant for another channel, send it there."))
                .toList();
    }

    static List<Draft> returned(Occasion on, RequestReturned returned) {
        return toAll(on, "Changes asked for",
                "The " + on.post(returned.taskId()) + ", asks for changes before there can be an answer.",
                Draft::quoting, Optional.of(returned.changes()),
                "The department that asks for the data can now submit the next version. It will be put to everybody "
                        + "who must agree, and answers to this version count no more.");
    }

    static List<Draft> rejected(Occasion on, RequestRejected rejected) {
        return toAll(on, "Rejected", "The request was rejected by the " + on.post(rejected.taskId()) + ".",
                Draft::quoting, rejected.reason().or(() -> Optional.of("none was given")),
                "The request has ended. The department that asked may send a new one that meets the reason.");
    }

    static List<Draft> withdrawn(Occasion on, RequestWithdrawn withdrawn) {
        return toAll(on, "Withdrawn", "The department that asked for the data has withdrawn its request.",
                Draft::quoting, Optional.of(withdrawn.reason()), "Nobody need do anything more about it.");
    }

    static List<Draft> lapsed(Occasion on, RequestLapsed lapsed) {
        return toAll(on, "Lapsed", "Nothing happened for so long that the request has lapsed.",
                Draft::saying,
                Optional.of(lapsed.silentTasks().stream().map(on::post).collect(Collectors.joining("; ")))
                        .filter(posts -> !posts.isEmpty())
                        .map(posts -> "there was no answer from: " + posts),
                "Silence is never taken for a yes. The department that asked may send the request again.");
    }

    static List<Draft> agreed(Occasion on) {
        return toAll(on, "Agreed", "Everybody whose agreement is needed has agreed.", Draft::saying,
                Optional.empty(),
                "The memorandum is now frozen, and each party's signatory is asked to sign it.");
    }

    static List<Draft> activated(Occasion on, Arrangement arrangement) {
        var terms = arrangement.memorandum().terms();
        return toAll(on, "In force",
                "Every party has signed. Arrangement " + arrangement.arrangementId() + " is in force and published.",
                Draft::saying, Optional.empty(),
                "It runs from " + When.day(terms.start()) + terms.end().map(end -> " to " + When.day(end)).orElse("")
                        + ", and is looked at again on " + When.day(terms.reviewDate()) + ".");
    }

    static List<Draft> expired(Occasion on, Arrangement arrangement) {
        return toAll(on, "Ended", "The last day of arrangement " + arrangement.arrangementId() + " has passed.",
                Draft::saying, Optional.empty(),
                "No data may be shared under it any more, and what was shared is disposed of as agreed.");
    }

    /** How a reason is given: in the hub's own words, or quoted from whoever wrote it. */
    @FunctionalInterface
    private interface Reason {
        Draft in(Draft draft, String name, Optional<String> text);
    }

    private static List<Draft> toAll(Occasion on, String headline, String what, Reason given, Optional<String> reason,
            String next) {
        return on.shareLeads().stream()
                .map(lead -> given.in(Draft.aboutCase(Template.OUTCOME, headline, lead), "reason", reason)
                        .saying("what", what)
                        .saying("next", next))
                .toList();
    }
}
