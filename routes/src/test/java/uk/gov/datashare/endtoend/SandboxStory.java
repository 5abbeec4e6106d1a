package uk.gov.datashare.endtoend;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import uk.gov.datashare.Sample;

/** How the sandbox's story ends, as its script has it. */
final class SandboxStory {

    /** With this line the story ends, and the summary begins. */
    static final String SUMMARY = "All requests have come to their end:";

    /** Who has no mailbox, so that letters to them come back. */
    static final Set<String> BOUNCES = Set.of("p-manchester-07");

    private static final String AGREED = "COMPLETED";

    /** The end of each sample, by its department's own reference. */
    static final Map<String, String> ENDS = Map.ofEntries(
            entry("DSR/2027/0041", AGREED),
            entry("FRD-2027-118", AGREED),
            entry("CTD-27-0007", AGREED),
            entry("FP-2027-02", AGREED),
            entry("IG-27-052", AGREED),
            entry("BL-27-0190", "REJECTED"),
            entry("ACQ-2027-0066", AGREED),
            entry("REQ-0093", AGREED),
            entry("HO/27/5510", "REFUSED"),
            entry("R-2027-77", AGREED),
            entry("ACQ-2027-0102", AGREED),
            entry("ACQ-2027-0109", AGREED),
            entry("REQ-0101", "WITHDRAWN"),
            entry("JCP-2027-040", AGREED),
            entry("2027/311", AGREED),
            entry("R-2027-81", AGREED));

    private static final Map<String, String> ACQUIRERS = Stream
            .of("a-postcode-data", "b-address-check", "c-council-tax-debt", "d-fuel-poverty", "e-hospital-episodes",
                    "f-vehicle-keepers-abroad", "g-immigration-statistics", "h-passenger-information",
                    "i-secret-court-papers", "j-special-category-only", "k-school-to-work-research",
                    "l-workforce-statistics", "m-free-school-meals", "n-prison-leavers-housing",
                    "o-council-joins-pilot", "p-outbreak-maps")
            .map(Sample::of)
            .collect(toMap(sample -> sample.json().at("/externalRef/id").asString(), Sample::acquirer));

    private SandboxStory() {}

    /** The one end that each case has. */
    static Map<String, List<String>> ends() {
        return ENDS.entrySet().stream().collect(toMap(Map.Entry::getKey, end -> List.of(end.getValue())));
    }

    /** Whose reference it is. */
    static String acquirerOf(String reference) {
        return ACQUIRERS.getOrDefault(reference, "nobody");
    }

    /** Whether this is the letter that asks because of that event: it is named after case, task and event. */
    static boolean isOwed(Post.Letter letter, Message event) {
        return letter.replyTo().isPresent() && letter.letterId().matches(event.key().toLowerCase(Locale.ROOT) + "\\."
                + event.at("/event/taskId").toLowerCase(Locale.ROOT) + "\\.v" + event.at("/version") + "\\.[a-z-]+\\."
                + event.at("/sequence"));
    }
}
