package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;
import static uk.gov.datashare.validation.Submission.each;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data.Asset;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;
import uk.gov.datashare.contracts.ShareRequest.Person;

/** Rules about who takes part. */
final class PartyRules {

    /** The asset id of what a supplier has but has not catalogued yet. */
    static final String NOT_CATALOGUED = "free-text";

    private static final String PARTIES = "/proposal/parties";

    static final List<Rule> ALL = List.of(
            new Rule("V00", "The acquirer is the organisation whose topic the request came by.",
                    PartyRules::acquirerOwnsTheTopic),
            new Rule("V08", "Others need access exactly where other recipients are named.", PartyRules::othersAreNamed),
            new Rule("V17", "Each asset belongs to the supplier that is asked for it.",
                    PartyRules::suppliersOwnTheAssets),
            new Rule("V18", "The requester writes from one of the acquirer's mail domains.",
                    PartyRules::peopleAreTheAcquirers),
            new Rule("V21", "No organisation stands on two sides.", PartyRules::oneSideEach),
            new Rule("V25", "Every party is registered and takes part.", PartyRules::partiesTakePart));

    private PartyRules() {}

    private static Stream<Finding> acquirerOwnsTheTopic(Submission s) {
        return error(PARTIES + "/acquirer",
                "The acquirer is " + s.parties().acquirer() + ", but the message came by the topic of "
                        + s.organisationOfTopic() + ".",
                "Send requests by the acquirer's own topic, or name " + s.organisationOfTopic() + " as the acquirer.")
                .when(!s.parties().acquirer().equals(s.organisationOfTopic()));
    }

    private static Stream<Finding> othersAreNamed(Submission s) {
        boolean named = !s.parties().otherRecipients().isEmpty();
        return Stream.concat(
                error(PARTIES + "/otherRecipients", "Others need access, but none of them is named.",
                        "Name every other recipient, or set othersNeedAccess to false.")
                        .when(s.parties().othersNeedAccess() && !named),
                error(PARTIES + "/othersNeedAccess", "Other recipients are named, but othersNeedAccess is false.",
                        "Set othersNeedAccess to true, or take the other recipients out.")
                        .mendedBy(Patch.put(PARTIES + "/othersNeedAccess", true))
                        .when(!s.parties().othersNeedAccess() && named));
    }

    private static Stream<Finding> suppliersOwnTheAssets(Submission s) {
        return each("/proposal/data/assets", s.data().assets(),
                (pointer, asset) -> !s.parties().suppliers().contains(asset.supplier())
                        ? Stream.of(notAsked(s, pointer, asset))
                        : s.organisation(asset.supplier()).stream()
                                .flatMap(supplier -> owned(s, pointer, asset, supplier)));
    }

    private static Finding notAsked(Submission s, String pointer, Asset asset) {
        return ofItsOwner(s, pointer, asset, error(pointer + "/supplier",
                "The asset's supplier " + asset.supplier() + " is not one of the suppliers.",
                "Name it among the suppliers, or correct the asset's supplier."));
    }

    /** Where one of the suppliers that are asked has registered the asset, that supplier is meant. */
    private static Finding ofItsOwner(Submission s, String pointer, Asset asset, Finding finding) {
        List<String> owners = s.parties().suppliers().stream()
                .filter(id -> s.organisation(id).flatMap(known -> known.asset(asset.assetId())).isPresent())
                .distinct().toList();
        return owners.size() == 1 ? finding.mendedBy(Patch.put(pointer + "/supplier", owners.getFirst())) : finding;
    }

    private static Stream<Finding> owned(Submission s, String pointer, Asset asset, Organisation supplier) {
        if (asset.assetId().equals(NOT_CATALOGUED)) {
            return Stream.of(warning(pointer + "/assetId", "\"" + asset.title() + "\" is not in the registry yet.",
                    "The data owner of " + supplier.name() + " decides; ask them to register it."));
        }
        return supplier.asset(asset.assetId()).isPresent()
                ? Stream.empty()
                : Stream.of(notOwned(s, pointer, asset, supplier));
    }

    private static Finding notOwned(Submission s, String pointer, Asset asset, Organisation supplier) {
        Optional<String> owner = s.registry().organisations().stream()
                .filter(each -> each.asset(asset.assetId()).isPresent()).map(Organisation::id).findFirst();
        String fix = owner.map(id -> "It belongs to " + id + ": name that organisation as the supplier.")
                .orElse("Registered there: " + assetsOf(supplier)
                        + ". For something that is not registered yet, use the id " + NOT_CATALOGUED + ".");
        return ofItsOwner(s, pointer, asset, error(pointer + "/assetId",
                supplier.name() + " has no asset " + asset.assetId() + " in the registry.", fix));
    }

    private static String assetsOf(Organisation supplier) {
        return supplier.assets().isEmpty()
                ? "nothing"
                : String.join(", ", supplier.assets().stream().map(Organisation.DataAsset::assetId).limit(20).toList());
    }

    private static Stream<Finding> peopleAreTheAcquirers(Submission s) {
        return s.organisation(s.parties().acquirer()).stream().flatMap(acquirer -> Stream.concat(
                atHome("/requester", s.request().requester(), acquirer),
                s.request().shareLead().stream().flatMap(lead -> atHome("/shareLead", lead, acquirer))));
    }

    private static Stream<Finding> atHome(String pointer, Person person, Organisation acquirer) {
        String domain = person.email().substring(person.email().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        boolean known = acquirer.emailDomains().stream().anyMatch(each -> each.equalsIgnoreCase(domain));
        return error(pointer + "/email", "The address is not at a mail domain of " + acquirer.name() + ".",
                "Use an address at " + String.join(" or ", acquirer.emailDomains())
                        + ", or have the domain registered.")
                .when(!known);
    }

    private static Stream<Finding> oneSideEach(Submission s) {
        String acquirer = s.parties().acquirer();
        return Stream.concat(
                each(PARTIES + "/suppliers", s.parties().suppliers(),
                        (pointer,
                                id) -> error(pointer, "The acquirer is also named as a supplier.",
                                        "An organisation does not ask itself: take it out of one of the two.")
                                        .when(id.equals(acquirer))),
                each(PARTIES + "/otherRecipients", s.parties().otherRecipients(), (pointer, id) -> {
                    Finding finding = error(pointer,
                            id + " is named as another recipient, but is acquirer or supplier already.",
                            "Take it out of the other recipients.");
                    // The acquirer receives the data anyhow; what a supplier would receive is for the request to say.
                    return (id.equals(acquirer) ? finding.mendedBy(new Patch.Remove(pointer)) : finding)
                            .when(id.equals(acquirer) || s.parties().suppliers().contains(id));
                }));
    }

    private static Stream<Finding> partiesTakePart(Submission s) {
        return s.named().flatMap(named -> s.organisation(named.id())
                .map(known -> standing(named.pointer(), known))
                .orElseGet(() -> Stream.of(unknown(s, named))));
    }

    private static Finding unknown(Submission s, Submission.Named named) {
        Finding finding = error(named.pointer(), "The registry has no organisation " + named.id() + ".",
                "Check the id: it is the short name in the organisation's GOV.UK address. An organisation that is new must be registered first.");
        return OtherNames.meaning(named.id(), s.registry())
                .map(meant -> error(named.pointer(), finding.message(),
                        "Its id is " + meant.id() + ", if " + meant.name() + " is meant.")
                        .mendedBy(Renaming.patches(s.request(), Map.of(named.id(), meant.id()))))
                .orElse(finding);
    }

    /** One that has been superseded is another rule's. */
    private static Stream<Finding> standing(String pointer, Organisation organisation) {
        return error(pointer,
                organisation.name() + " does not take part: it is "
                        + organisation.status().name().toLowerCase(Locale.ROOT) + ".",
                "Ask the registry who has taken over, or wait until it takes part again.")
                .when(organisation.status() != Status.ACTIVE && organisation.status() != Status.SUPERSEDED);
    }
}
