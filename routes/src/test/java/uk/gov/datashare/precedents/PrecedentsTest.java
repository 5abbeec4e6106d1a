package uk.gov.datashare.precedents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Party;

/** What an arrangement covers, and which ones come near. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrecedentsTest {

    private static final Sample MANCHESTER = Sample.of("c-council-tax-debt");
    private static final Sample PRESTON = Sample.of("o-council-joins-pilot");
    private static final List<Sample> SAMPLES = List.of(MANCHESTER, Sample.of("a-postcode-data"),
            Sample.of("b-address-check"), Sample.of("d-fuel-poverty"), Sample.of("e-hospital-episodes"));

    private final Arrangement pilot = agreed(MANCHESTER);
    private final Precedents precedents = Precedents.of(SAMPLES.stream().map(PrecedentsTest::agreed).toList());

    @Test
    void what_another_council_asks_for_the_same_purpose_power_and_data_is_covered() {
        assertThat(precedents.covering(PRESTON.proposal())).singleElement().satisfies(found -> {
            assertThat(found.arrangementId()).isEqualTo(pilot.arrangementId());
            assertThat(found.covers()).isTrue();
            assertThat(found.takesIn()).isTrue();
            assertThat(found.conditions()).containsExactly("Small numbers are suppressed.");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/proposal/purpose/categories                    | [\"DEBT\", \"RESEARCH\"]",
            "/proposal/purpose/aims                          | [{\"ref\":\"A1\",\"text\":\"Count school meals\"},{\"ref\":\"A2\",\"text\":\"Plan kitchens\"}]",
            "/proposal/purpose/automatedDecisions            | \"A model decides\"",
            "/proposal/legal/powers/0/code                   | \"DEA-FRAUD\"",
            "/proposal/legal/powers/0/kind                   | \"UNKNOWN\"",
            "/proposal/legal/deaObjective                    | \"Another objective\"",
            "/proposal/data/types                            | [\"PERSONAL\", \"CRIMINAL_OFFENCE\"]",
            "/proposal/data/specialCategories                | [\"HEALTH\"]",
            "/proposal/data/assets/0/assetId                 | \"hmrc-another-asset\"",
            "/proposal/data/items/0/name                     | \"date of birth\"",
            "/proposal/data/items/2/identifiability          | \"DIRECT\"",
            "/proposal/data/items/3/description              | \"Every payment of the last seven years to the penny\"",
            "/proposal/data/subjects/includesChildren        | true",
            "/proposal/security/sensitive                    | true",
            "/proposal/parties/suppliers                     | [\"department-for-work-pensions\"]"})
    void what_goes_beyond_purpose_power_data_or_suppliers_is_not_covered(String pointer, String value) {
        assertThat(precedents.covering(PRESTON.with(pointer, value).proposal())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/proposal/delivery/leavesUk          | true",
            "/proposal/delivery/frequency         | \"DAILY\"",
            "/proposal/delivery/method            | \"ENCRYPTED_MEDIA\"",
            "/proposal/terms/end                  | \"2031-01-01\"",
            "/proposal/terms/retention/period     | \"P2Y\"",
            "/proposal/terms/onward/allowed       | true"})
    void other_terms_are_covered_but_cannot_be_taken_in(String pointer, String value) {
        assertThat(precedents.covering(PRESTON.with(pointer, value).proposal())).singleElement()
                .satisfies(found -> {
                    assertThat(found.takesIn()).isFalse();
                    assertThat(found.beyond(Reach.TERMS)).extracting(Precedent.Difference::pointer)
                            .contains(pointer.replace("/period", ""));
                });
    }

    @Test
    void less_than_was_agreed_is_covered() {
        Sample less = PRESTON.without("/proposal/data/items/3").with("/proposal/terms/retention/period", "\"P6M\"");

        assertThat(precedents.covering(less.proposal())).singleElement()
                .satisfies(found -> assertThat(found.takesIn()).isTrue());
    }

    @Test
    void what_is_not_in_force_covers_nothing_but_is_a_precedent() {
        var ended = Precedents.of(List.of(
                AgreedBefore.arrangement(MANCHESTER.request(), Sample.registry(), Status.EXPIRED)));

        assertThat(ended.covering(PRESTON.proposal())).isEmpty();
        assertThat(ended.nearest(PRESTON.proposal(), 3)).singleElement()
                .satisfies(found -> assertThat(found.status()).isEqualTo(Status.EXPIRED));
    }

    @Test
    void the_nearest_come_first_each_with_every_field_in_which_it_differs() {
        List<Precedent> nearest = precedents.nearest(Sample.of("b-address-check").proposal(), 3);

        assertThat(nearest).hasSize(3).extracting(Precedent::likeness).isSortedAccordingTo(
                Collections.reverseOrder());
        assertThat(nearest.getFirst().likeness()).isEqualTo(100);
        assertThat(nearest.getFirst().differences()).isEmpty();
        assertThat(nearest.get(1).likeness()).isBetween(1, 99);
        assertThat(nearest.get(1).differences()).extracting(Precedent.Difference::pointer)
                .contains("/proposal/data/assets").doesNotContain("/proposal/security/sensitive");
    }

    @Test
    void the_order_in_which_arrangements_come_changes_nothing() {
        List<Arrangement> other = new ArrayList<>(SAMPLES.stream().map(PrecedentsTest::agreed).toList());
        Collections.reverse(other);

        for (Sample sample : SAMPLES) {
            assertThat(Precedents.of(other).nearest(sample.proposal(), 9))
                    .isEqualTo(precedents.nearest(sample.proposal(), 9));
        }
    }

    @Test
    void who_has_joined_counts_among_the_parties_and_what_they_signed_is_not_offered() {
        var joined = Precedents.of(List.of(pilot, agreed(PRESTON)));
        Sample third = new Sample(MessageJson.tree(PRESTON.json().toString()
                .replace("preston-city-council", "gloucestershire-county-council").getBytes(UTF_8)));

        assertThat(joined.covering(third.proposal())).singleElement().satisfies(found -> {
            assertThat(found.arrangementId()).isEqualTo(pilot.arrangementId());
            assertThat(found.parties()).extracting(Party::organisationId).containsExactly("manchester-city-council",
                    "hm-revenue-customs", "preston-city-council");
        });
        assertThat(joined.umbrellaOf(agreed(PRESTON))).contains(pilot);
    }

    @Test
    void a_thousand_arrangements_are_looked_through_and_each_of_them_covers() {
        List<Arrangement> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> agreed(MANCHESTER.with("/externalRef/id", "\"CTD-" + i + "\""))).toList();
        var many = Precedents.of(thousand);
        long[] nanos = IntStream.range(0, 60).mapToLong(_ -> {
            long begin = System.nanoTime();
            assertThat(many.covering(PRESTON.proposal())).hasSize(1_000);
            return System.nanoTime() - begin;
        }).skip(20).sorted().toArray();
        System.out.printf("Precedents: %,d us at the median for a request that each of 1,000 arrangements covers%n",
                nanos[nanos.length / 2] / 1_000);
    }

    private static Arrangement agreed(Sample sample) {
        return AgreedBefore.arrangement(sample.request(), Sample.registry());
    }
}
