package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Memorandum.Annex;

/** Which documents the law wants beside an agreement. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AnnexesTest {

    @Test
    void places_without_people_need_none() {
        assertThat(Memoranda.annexes(Sample.of("a-postcode-data").proposal())).isEmpty();
    }

    @Test
    void a_processor_needs_a_contract_and_several_need_it_once() {
        Sample one = Sample.of("e-hospital-episodes");
        Sample two = one.with("/proposal/parties/processors", """
                [{"name": "One Limited", "onBehalfOf": "gloucestershire-county-council"},
                 {"name": "Two Limited", "onBehalfOf": "gloucestershire-county-council"}]""");
        assertThat(Memoranda.annexes(one.proposal())).containsExactly(Annex.PROCESSING_CONTRACT);
        assertThat(Memoranda.annexes(two.proposal())).containsExactly(Annex.PROCESSING_CONTRACT);
    }

    @Test
    void parties_that_decide_together_need_an_arrangement_between_them() {
        Sample joint = Sample.of("d-fuel-poverty").with("/proposal/dataProtection/roles/0/role",
                "\"JOINT_CONTROLLER\"");
        assertThat(Memoranda.annexes(joint.proposal())).containsExactly(Annex.JOINT_CONTROLLER_ARRANGEMENT);
    }

    @Test
    void a_transfer_needs_its_safeguards() {
        assertThat(Memoranda.annexes(Sample.of("f-vehicle-keepers-abroad").proposal()))
                .contains(Annex.TRANSFER_SAFEGUARDS);
    }

    @Test
    void a_pilot_needs_its_business_case() {
        Sample pilot = Sample.of("b-address-check").with("/proposal/legal/pilot",
                """
                        {"successCriteria": "Fewer wrong addresses", "businessCase": "BC-1", "fairness": "Nobody loses out"}""");
        assertThat(Memoranda.annexes(pilot.proposal())).contains(Annex.PILOT_BUSINESS_CASE);
    }
}
