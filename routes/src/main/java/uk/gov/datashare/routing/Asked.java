package uk.gov.datashare.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.Proposal;

/**
 * What is asked: a proposal, seen with what one state of the registry knows of its parties.
 *
 * @param today the day, if it matters: whoever has left a post by then is not asked
 */
record Asked(Proposal proposal, Registry registry, Optional<LocalDate> today) {

    /** On no particular day. */
    Asked(Proposal proposal, Registry registry) {
        this(proposal, registry, Optional.empty());
    }

    Optional<Organisation> organisation(String id) {
        return registry.organisation(id);
    }

    /** The parties with their sides, as far as the registry knows them. */
    List<Standing> standings() {
        var parties = proposal.parties();
        return parties.all().stream()
                .flatMap(id -> organisation(id).map(known -> new Standing(this, known, side(id))).stream()).toList();
    }

    Side side(String organisationId) {
        if (proposal.parties().acquirer().equals(organisationId)) {
            return Side.ACQUIRER;
        }
        return proposal.parties().suppliers().contains(organisationId) ? Side.SUPPLIER : Side.OTHER_RECIPIENT;
    }

    /** The registered assets of this supplier that are asked for. */
    Stream<DataAsset> assetsOf(Organisation supplier) {
        return proposal.data().assets().stream()
                .filter(asset -> asset.supplier().equals(supplier.id()))
                .map(Data.Asset::assetId)
                .distinct()
                .flatMap(id -> supplier.asset(id).stream());
    }

    /** Whether anything in the request says that it is about people; what only looks anonymous to its sender counts too. */
    boolean personal() {
        return special() || criminal() || proposal.data().types().stream()
                .anyMatch(type -> type == Data.Type.PERSONAL || type == Data.Type.PSEUDONYMISED);
    }

    boolean special() {
        return proposal.data().types().contains(Data.Type.SPECIAL_CATEGORY)
                || !proposal.data().specialCategories().isEmpty();
    }

    boolean criminal() {
        return proposal.data().types().contains(Data.Type.CRIMINAL_OFFENCE);
    }

    String nameOf(String organisationId) {
        return organisation(organisationId).map(Organisation::name).orElse(organisationId);
    }
}
