package uk.gov.datashare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Purpose.Category;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.precedents.AgreedBefore;
import uk.gov.datashare.precedents.History;
import uk.gov.datashare.precedents.Prior;

/** The council tax debt pilots of the public register, one after the other, as they might have been arranged with a hub. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilPilotsTest {

    private static final Path AGREEMENTS = Path.of("../../shared/data/dea-agreements.json");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);

    private List<ShareRequest> all = List.of();
    private List<ShareRequest> pilots = List.of();
    private Registry registry = Registry.of(RegistryFile.seed());

    @BeforeAll
    void read_the_register() {
        assumeThat(AGREEMENTS).as("the public register's agreements lie beside the repository")
                .matches(Files::isReadable);
        var playbill = Cast.of(Script.shipped(), RealAgreements.in(AGREEMENTS, TODAY), registry);
        registry = Registry.of(Stream.concat(RegistryFile.seed().stream(), playbill.newcomers().stream()).toList());
        all = playbill.cases().stream().map(json -> MessageJson.read(json, ShareRequest.class))
                .filter(request -> request.externalRef().system().equals("dea-register")).toList();
        pilots = all.stream().filter(request -> request.proposal().purpose().categories().contains(Category.DEBT))
                .toList();
    }

    @Test
    void the_first_is_offered_nothing_and_each_later_one_is_offered_to_join_the_first() {
        Arrangement first = AgreedBefore.arrangement(pilots.getFirst(), registry);
        assertThat(pilots).hasSizeGreaterThan(10);
        assertThat(prior(pilots.getFirst(), AgreedBefore.nothing()).problems()).isEmpty();

        assertThat(pilots.subList(1, pilots.size())).allSatisfy(pilot -> assertThat(
                prior(pilot, AgreedBefore.of(first)).problems()).singleElement().satisfies(offer -> {
                    assertThat(offer.rule()).isEqualTo("G6");
                    assertThat(offer.severity()).isEqualTo(Problem.Severity.WARNING);
                    assertThat(offer.fix().orElseThrow()).isEqualTo("Send version 2 of this request with requestType"
                            + " ACCESSION and relatedArrangementId " + first.arrangementId() + ".");
                }));
    }

    @Test
    void each_later_one_that_takes_the_offer_joins_and_the_next_hears_of_all_before() {
        Arrangement first = AgreedBefore.arrangement(pilots.getFirst(), registry);
        List<Arrangement> agreed = new ArrayList<>(List.of(first));
        for (ShareRequest pilot : pilots.subList(1, pilots.size())) {
            ShareRequest joining = joining(pilot, first.arrangementId());
            Prior prior = prior(joining, AgreedBefore.of(agreed.toArray(Arrangement[]::new)));
            assertThat(prior.problems()).as(pilot.externalRef().id()).isEmpty();
            assertThat(prior.related().orElseThrow().memorandum().parties()).extracting(Party::organisationId)
                    .hasSize(agreed.size() + 1).doesNotContain(pilot.proposal().parties().acquirer());
            agreed.add(AgreedBefore.arrangement(joining, registry));
        }
        assertThat(agreed).hasSameSizeAs(pilots);
        System.out.println(
                "Council pilots: " + (pilots.size() - 1) + " of " + pilots.size() + " are offered accession to "
                        + first.arrangementId() + ", and join it");
    }

    @Test
    void no_other_agreement_of_the_register_is_offered_anything() {
        Arrangement[] others = all.stream().map(request -> AgreedBefore.arrangement(request, registry))
                .toArray(Arrangement[]::new);
        assertThat(all.stream().filter(request -> !pilots.contains(request))).isNotEmpty().allSatisfy(
                request -> assertThat(prior(request, AgreedBefore.of(Stream.of(others)
                        .filter(one -> !one.memorandum().title().equals(request.proposal().title()))
                        .toArray(Arrangement[]::new))).problems()).as(request.externalRef().id()).isEmpty());
    }

    private static Prior prior(ShareRequest request, AgreedBefore agreed) {
        return new History(agreed).of(request, request.proposal().parties().acquirer());
    }

    private static ShareRequest joining(ShareRequest request, String arrangementId) {
        ObjectNode json = (ObjectNode) MessageJson.tree(request);
        json.put("version", 2).put("requestType", "ACCESSION").put("relatedArrangementId", arrangementId);
        return MessageJson.read(json, ShareRequest.class);
    }
}
