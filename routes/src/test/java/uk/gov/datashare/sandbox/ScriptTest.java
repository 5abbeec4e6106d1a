package uk.gov.datashare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.routing.Routed;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptTest {

    private static final Path AGREEMENTS = Path.of("../../shared/data/dea-agreements.json");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);

    private final Script script = Script.shipped();
    private final Registry registry = Registry.of(RegistryFile.seed());

    @Test
    void everybody_whom_the_script_names_is_in_the_registry() {
        assertThat(Stream.of(script.bounces().stream(), script.away().keySet().stream(), script.slow().stream())
                .flatMap(ids -> ids))
                .allSatisfy(person -> assertThat(registry.person(person)).isPresent());
    }

    @Test
    void every_case_that_the_script_names_is_one_of_its_samples() {
        List<String> references = Cast.of(script, List.of(), registry).cases().stream().map(CaseSystem::reference)
                .toList();
        assertThat(
                Stream.of(script.lines().stream().map(Script.Line::reference), script.corrections().keySet().stream(),
                        script.withdrawals().keySet().stream()).flatMap(names -> names))
                .isSubsetOf(references);
    }

    @Test
    void a_mended_request_is_in_order() {
        assertThat(Cast.of(script, List.of(), registry).cases())
                .flatExtracting(request -> script.correction(CaseSystem.reference(request)).stream()
                        .map(patch -> MergePatch.apply(request, patch)).toList())
                .hasSize(2)
                .allSatisfy(request -> isInOrder(request, registry));
    }

    @Test
    void every_real_agreement_becomes_a_request_that_is_in_order() {
        assumeThat(Files.exists(AGREEMENTS)).as("a copy of the register's agreements lies at " + AGREEMENTS).isTrue();
        List<RealAgreements.Agreement> agreements = RealAgreements.in(AGREEMENTS, TODAY);
        Cast.Playbill playbill = Cast.of(script, agreements, registry);
        List<Organisation> everybody = Stream.concat(registry.organisations().stream(), playbill.newcomers().stream())
                .toList();

        assertThat(playbill.cases()).hasSize(script.samples().size() + agreements.size());
        assertThat(playbill.cases().subList(script.samples().size(), playbill.cases().size())).hasSize(19)
                .allSatisfy(request -> isInOrder(request, Registry.of(everybody)));
    }

    private static void isInOrder(JsonNode request, Registry registry) {
        assertThat(Schemas.check(MessageTypes.of(ShareRequest.class), request)).isEmpty();
        ShareRequest read = MessageJson.read(request, ShareRequest.class);
        assertThat(Validation.refused(Validation.check(read, CaseSystem.acquirer(request), registry))).isFalse();
        assertThat(Routing.builtIn().plan(read.proposal(), registry)).isInstanceOf(Routed.Planned.class);
    }
}
