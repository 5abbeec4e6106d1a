package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;

/** Approvers approve the whole of a proposal: which texts of it their letter leaves out is known, and a new field is not among them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingGoesUnshownTest {

    private static final Pattern CODE_OR_DATE = Pattern.compile("[A-Z0-9_]+|\\d{4}-\\d{2}-\\d{2}|P[0-9YMD]+");
    private static final List<String> SAMPLES = List.of("a-postcode-data", "b-address-check", "c-council-tax-debt",
            "d-fuel-poverty", "e-hospital-episodes", "f-vehicle-keepers-abroad", "g-immigration-statistics",
            "h-passenger-information", "i-secret-court-papers", "k-school-to-work-research", "l-workforce-statistics",
            "m-free-school-meals", "n-prison-leavers-housing", "o-council-joins-pilot", "p-outbreak-maps");

    /** The title is the letter's subject, the classification its first line; for the rest there is the page that it leads to. */
    private static final Set<String> KNOWN = Set.of("/title", "/security/handlingInstructions", "/data/assets/assetId",
            "/data/items/description", "/dataProtection/lawfulBases/explanation", "/dataProtection/privacyNotice",
            "/dpia/reference", "/legal/powers/code");

    @Test
    void what_a_letter_does_not_say_of_a_proposal_is_known() {
        var unshown = new TreeSet<String>();
        for (String sample : SAMPLES) {
            Proposal proposal = uk.gov.datashare.Sample.of(sample).proposal();
            String letter = new Facts(UnaryOperator.identity()).of(proposal, false).stream().map(Row::value)
                    .collect(Collectors.joining("\n"));
            collect(MessageJson.tree(proposal), "", letter, unshown);
        }
        assertThat(unshown).isEqualTo(KNOWN);
    }

    private static void collect(JsonNode json, String at, String letter, Set<String> unshown) {
        json.forEach(each -> {
            if (json.isArray()) {
                collect(each, at, letter, unshown);
            }
        });
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            collect(field.getValue(), at + "/" + field.getKey(), letter, unshown);
        }
        if (json.isString() && !CODE_OR_DATE.matcher(json.asString()).matches()
                && !letter.contains(Plain.text(json.asString()).replaceFirst("[.]$", ""))) {
            unshown.add(at);
        }
    }
}
