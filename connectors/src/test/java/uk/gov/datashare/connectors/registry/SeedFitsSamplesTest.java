package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.ShareRequest;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeedFitsSamplesTest {

    private final Registry seed = Registry.of(RegistryFile.seed());

    static Stream<String> samples() {
        return Stream.of("a-postcode-data", "b-address-check", "c-council-tax-debt", "d-fuel-poverty",
                "e-hospital-episodes", "f-vehicle-keepers-abroad", "g-immigration-statistics",
                "h-passenger-information",
                "k-school-to-work-research", "l-workforce-statistics", "m-free-school-meals",
                "n-prison-leavers-housing",
                "o-council-joins-pilot", "p-outbreak-maps");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_party_asset_and_requester_of_a_sample_is_registered(String sample) throws IOException {
        ShareRequest request = read(sample);

        assertThat(request.proposal().parties().all()).allSatisfy(party -> assertThat(seed.organisation(party))
                .as(party).map(Organisation::status).contains(Organisation.Status.ACTIVE));
        assertThat(request.proposal().data().assets())
                .allSatisfy(asset -> assertThat(owned(asset)).as(asset.assetId()).isTrue());
        assertThat(domains(request)).contains(request.requester().email().split("@", 2)[1]);
    }

    private boolean owned(Data.Asset asset) {
        return seed.organisation(asset.supplier()).flatMap(supplier -> supplier.asset(asset.assetId())).isPresent();
    }

    private List<String> domains(ShareRequest request) {
        return seed.organisation(request.proposal().parties().acquirer()).orElseThrow().emailDomains();
    }

    private static ShareRequest read(String sample) throws IOException {
        try (InputStream json = SeedFitsSamplesTest.class.getResourceAsStream("/samples/" + sample + ".json")) {
            return MessageJson.read(requireNonNull(json).readAllBytes(), ShareRequest.class);
        }
    }
}
