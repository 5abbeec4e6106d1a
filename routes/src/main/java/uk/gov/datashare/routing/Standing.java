package uk.gov.datashare.routing;

import java.util.List;

import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.DataProtection.PartyRole;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.Organisation.Sector;

/** One party of a proposal: who it is and where it stands. */
record Standing(Asked asked, Organisation organisation, Side side) {

    /** A controller of personal data. A party that does not say what it is counts as one, so that silence opens no gap. */
    boolean controls() {
        List<PartyRole> roles = asked.proposal().dataProtection().stream()
                .flatMap(protection -> protection.roles().stream())
                .filter(role -> role.party().equals(organisation.id()))
                .toList();
        return asked.personal() && (roles.isEmpty() || roles.stream().anyMatch(role -> role.role().controls()));
    }

    /** A health or social care body, or the supplier of health or social care data. */
    boolean health() {
        boolean healthBody = organisation.sectors().contains(Sector.HEALTH)
                || organisation.type() == Organisation.Type.NHS_BODY;
        return healthBody || (side == Side.SUPPLIER && asked.assetsOf(organisation).anyMatch(DataAsset::health));
    }

    boolean essentialAsset() {
        return asked.assetsOf(organisation).anyMatch(DataAsset::essential);
    }

    boolean usesProcessor() {
        return asked.proposal().parties().processors().stream()
                .anyMatch(processor -> processor.onBehalfOf().equals(organisation.id()));
    }
}
