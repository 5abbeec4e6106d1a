package uk.gov.datashare.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.sandbox.RealAgreements.Agreement;

/** The cases that are played: the sample requests, and one for each real agreement that is at hand. */
final class Cast {

    private Cast() {}

    /**
     * What the sandbox plays.
     *
     * @param cases     the requests
     * @param newcomers organisations that they need and the registry does not know
     */
    record Playbill(List<JsonNode> cases, List<Organisation> newcomers) {}

    /** The cases of this script and of these agreements, with the organisations of this registry. */
    static Playbill of(Script script, List<Agreement> agreements, Registry registry) {
        List<JsonNode> cases = new ArrayList<>(script.samples().stream().map(Cast::sample).toList());
        List<Organisation> newcomers = new ArrayList<>();
        for (Agreement agreement : agreements) {
            Organisation acquirer = organisation(agreement.acquirer(), registry, newcomers);
            Organisation supplier = organisation(agreement.supplier(), registry, newcomers);
            asset(supplier).map(asset -> AgreementRequest.of(agreement, acquirer, supplier, asset))
                    .map(MessageJson::tree)
                    .ifPresent(cases::add);
        }
        return new Playbill(List.copyOf(cases), List.copyOf(newcomers));
    }

    private static Organisation organisation(String name, Registry registry, List<Organisation> newcomers) {
        return registry.organisations().stream().filter(known -> same(known.name(), name)).findFirst()
                .or(() -> newcomers.stream().filter(known -> known.name().equals(name)).findFirst())
                .orElseGet(() -> {
                    Organisation invented = InventedOrganisation.named(name);
                    newcomers.add(invented);
                    return invented;
                });
    }

    /** The register writes one body in two ways: with an ampersand, and with its word. */
    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.UK).replace("&", "and").replaceAll("[^a-z]+", " ");
    }

    private static Optional<DataAsset> asset(Organisation supplier) {
        return supplier.assets().stream().filter(DataAsset::containsPersonal).findFirst();
    }

    private static JsonNode sample(String name) {
        return Shipped.json("/samples/" + name);
    }
}
