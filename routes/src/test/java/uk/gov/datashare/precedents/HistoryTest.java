package uk.gov.datashare.precedents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;

/** A request held against what has been agreed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {

    private static final Sample MANCHESTER = Sample.of("c-council-tax-debt");
    private static final Sample PRESTON = Sample.of("o-council-joins-pilot");
    private static final Sample PRESTON_ANEW = PRESTON.without("/relatedArrangementId").with("/requestType",
            "\"NEW\"");
    private static final String PRESTON_ID = "preston-city-council";

    private final Arrangement pilot = agreed(MANCHESTER);

    @Test
    void the_sample_joins_what_the_other_sample_became() {
        assertThat(PRESTON.request().relatedArrangementId()).contains(pilot.arrangementId());
    }

    @Test
    void a_new_request_that_an_arrangement_covers_is_offered_to_join_it() {
        assertThat(prior(PRESTON_ANEW, AgreedBefore.of(pilot)).problems()).singleElement().satisfies(offer -> {
            assertThat(offer.rule()).isEqualTo("G6");
            assertThat(offer.severity()).isEqualTo(Severity.WARNING);
            assertThat(offer.message()).contains(pilot.arrangementId(), "Manchester City Council", "ACCESSION",
                    "version 2");
            assertThat(offer.fix()).hasValue("Send version 2 of this request with requestType ACCESSION and"
                    + " relatedArrangementId " + pilot.arrangementId() + ".");
        });
    }

    @Test
    void an_offer_says_which_terms_would_be_taken_over() {
        Sample longer = PRESTON_ANEW.with("/proposal/terms/retention/period", "\"P2Y\"");

        assertThat(prior(longer, AgreedBefore.of(pilot)).problems()).singleElement().satisfies(offer -> assertThat(
                offer.fix().orElseThrow()).contains("How long it is kept, P1Y and not P2Y"));
    }

    @Test
    void whoever_is_a_party_already_is_told_so() {
        Sample again = MANCHESTER.with("/externalRef/id", "\"CTD-28-0001\"");

        assertThat(new History(AgreedBefore.of(pilot)).of(again.request(), again.acquirer()).problems())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("to which your organisation is"));
    }

    @Test
    void nothing_is_offered_where_nothing_covers_the_request() {
        assertThat(prior(PRESTON_ANEW, AgreedBefore.of(agreed(Sample.of("b-address-check")))).problems()).isEmpty();
    }

    @Test
    void while_the_hub_is_still_reading_the_offer_is_left_out_and_that_is_said() {
        assertThat(prior(PRESTON_ANEW, AgreedBefore.of(pilot).notReadToTheEnd()).problems()).singleElement()
                .satisfies(said -> {
                    assertThat(said.severity()).isEqualTo(Severity.WARNING);
                    assertThat(said.message()).contains("still reading");
                });
    }

    @Test
    void an_accession_knows_what_it_joins_and_everybody_who_joined_before() {
        Arrangement other = agreed(PRESTON.with("/externalRef/id", "\"another\"")
                .with("/proposal/parties/acquirer", "\"gloucestershire-county-council\""));
        Prior prior = prior(PRESTON, AgreedBefore.of(pilot, other));

        assertThat(prior.problems()).isEmpty();
        assertThat(prior.related().orElseThrow().memorandum().parties()).extracting(Party::organisationId)
                .containsExactly("manchester-city-council", "hm-revenue-customs", "gloucestershire-county-council");
    }

    @Test
    void an_arrangement_that_is_not_there_is_said_to_be_so() {
        assertError(prior(PRESTON, AgreedBefore.nothing()), "V29", "There is no arrangement");
    }

    @Test
    void an_arrangement_of_a_moment_ago_is_found() {
        assertThat(prior(PRESTON, AgreedBefore.nothing().andJustNow(pilot)).related()).isPresent();
    }

    @Test
    void while_nothing_can_be_read_the_request_waits() {
        assertThatThrownBy(() -> prior(PRESTON, AgreedBefore.nothing().outOfReach())).isInstanceOf(NotYet.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMENDMENT", "RENEWAL", "ACCESSION", "TERMINATION"})
    void what_is_not_in_force_can_be_neither_changed_nor_joined(String type) {
        Arrangement ended = AgreedBefore.arrangement(MANCHESTER.request(), Sample.registry(), Status.TERMINATED);

        assertError(prior(of(type), AgreedBefore.of(ended)), "V29", "not in force: it is terminated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMENDMENT", "RENEWAL", "TERMINATION"})
    void only_a_party_may_change_what_it_agreed(String type) {
        assertError(prior(of(type), AgreedBefore.of(pilot)), "V29", "no arrangement of yours");
        assertThat(new History(AgreedBefore.of(pilot)).of(of(type).request(), "manchester-city-council").related())
                .contains(pilot);
    }

    @Test
    void nobody_joins_twice() {
        assertError(prior(PRESTON, AgreedBefore.of(pilot, agreed(PRESTON))), "V29", "is a party to");
    }

    @Test
    void what_has_joined_another_is_not_joined_itself() {
        Arrangement other = agreed(PRESTON.with("/externalRef/id", "\"another\"")
                .with("/proposal/parties/acquirer", "\"gloucestershire-county-council\""));
        Sample wrongly = PRESTON.with("/relatedArrangementId", "\"" + other.arrangementId() + "\"");

        assertError(prior(wrongly, AgreedBefore.of(pilot, other)), "V29", "has itself joined " + pilot.arrangementId());
    }

    @Test
    void who_joins_may_ask_for_no_more_than_was_agreed_and_hears_all_that_is_more() {
        Sample more = PRESTON.with("/proposal/data/items/0/name", "\"date of birth\"")
                .with("/proposal/terms/retention/period", "\"P7Y\"");

        List<Problem> problems = prior(more, AgreedBefore.of(pilot)).problems();

        assertThat(problems).allSatisfy(each -> assertThat(each.severity()).isEqualTo(Severity.ERROR));
        assertThat(problems).extracting(Problem::pointer).containsExactly("/proposal/data/items",
                "/proposal/terms/retention");
        assertThat(problems.getLast().message()).contains("asks for P7Y", "P1Y was agreed");
    }

    private static Sample of(String type) {
        return PRESTON.with("/requestType", "\"" + type + "\"");
    }

    private static Prior prior(Sample sample, Agreed agreed) {
        return new History(agreed).of(sample.request(), PRESTON_ID);
    }

    private static void assertError(Prior prior, String rule, String words) {
        assertThat(prior.related()).isEmpty();
        assertThat(prior.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.pointer()).isEqualTo("/relatedArrangementId");
            assertThat(problem.message()).contains(words);
        });
    }

    private static Arrangement agreed(Sample sample) {
        return AgreedBefore.arrangement(sample.request(), Sample.registry());
    }
}
