package uk.gov.datashare.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** Requests for the same are known by parties, assets and purpose, as long as they are open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenRequestsViewTest {

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample OTHER = Sample.of("b-address-check");

    private final OpenRequestsView view = new OpenRequestsView();

    @Test
    void a_request_is_found_by_what_it_asks_for_and_no_other_is() {
        view.changed(open("R1", PLAIN));
        view.changed(open("R2", OTHER));
        assertThat(view.like(PLAIN.proposal())).containsExactly("R1");
        assertThat(view.like(PLAIN.with("/proposal/data/assets/0/assetId", "\"os-roads\"").proposal())).isEmpty();
        assertThat(view.like(PLAIN.with("/proposal/parties/suppliers", "[\"home-office\"]").proposal())).isEmpty();
        assertThat(view.like(PLAIN.with("/proposal/purpose/aims/0/text", "\"To count cars.\"").proposal())).isEmpty();
    }

    @Test
    void capitals_spaces_and_what_else_it_says_do_not_matter() {
        view.changed(open("R1", PLAIN));
        String aim = PLAIN.json().at("/proposal/purpose/aims/0/text").asString();
        assertThat(view.like(PLAIN.with("/proposal/purpose/aims/0/text", "\"  " + aim.toUpperCase(Locale.UK)
                + "\"").with("/proposal/title", "\"Another title\"").proposal())).containsExactly("R1");
    }

    @Test
    void a_case_that_is_over_stands_in_nobodys_way() {
        view.changed(open("R1", PLAIN));
        view.changed(open("R2", PLAIN));
        view.changed(open("R1", PLAIN));
        assertThat(view.like(PLAIN.proposal())).containsExactly("R1", "R2");
        view.changed(at(State.WITHDRAWN, "R1", PLAIN));
        assertThat(view.like(PLAIN.proposal())).containsExactly("R2");
        view.changed(at(State.REJECTED, "R2", PLAIN));
        view.changed(at(State.REJECTED, "R2", PLAIN));
        assertThat(view.like(PLAIN.proposal())).isEmpty();
    }

    @Test
    void a_new_version_is_known_by_what_it_asks_for_now() {
        view.changed(open("R1", PLAIN));
        view.changed(open("R1", OTHER));
        assertThat(view.like(PLAIN.proposal())).isEmpty();
        assertThat(view.like(OTHER.proposal())).containsExactly("R1");
    }

    private static CaseSoFar open(String id, Sample sample) {
        return at(State.APPROVING, id, sample);
    }

    private static CaseSoFar at(State phase, String id, Sample sample) {
        var request = sample.request();
        var submitted = new RequestSubmitted(sample.acquirer(), request.externalRef(), 1, request.requestType(),
                Optional.empty(), List.of(), request.proposal(), MessageJson.hash(request.proposal()),
                new ApprovalPlan("1", 1, List.of()), List.of());
        return new CaseSoFar(id, 1, 1, sample.acquirer(), request.externalRef(), request.proposal().parties().all(),
                Optional.of(request.proposal().title()), phase, Optional.of(submitted), Map.of(), Optional.empty());
    }
}
