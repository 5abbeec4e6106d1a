package uk.gov.datashare.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Data.Asset;
import uk.gov.datashare.contracts.Data.SpecialCategory;
import uk.gov.datashare.contracts.Delivery.Method;
import uk.gov.datashare.contracts.Proposal;

/**
 * What could be changed in a request so that fewer must be asked. Each asks for less, or does the same more safely; none calls the
 * same thing by another name, since a rule that is dodged is not a rule that does not apply.
 */
final class Edits {

    private static final Map<SpecialCategory, String> CATEGORIES = Map.of(
            SpecialCategory.RACIAL_ETHNIC_ORIGIN, "racial or ethnic origin",
            SpecialCategory.POLITICAL_OPINIONS, "political opinions",
            SpecialCategory.RELIGIOUS_PHILOSOPHICAL, "religious or philosophical beliefs",
            SpecialCategory.TRADE_UNION, "trade union membership",
            SpecialCategory.GENETIC, "genes",
            SpecialCategory.BIOMETRIC_ID, "biometric identification",
            SpecialCategory.HEALTH, "health",
            SpecialCategory.SEX_LIFE, "sex life",
            SpecialCategory.SEXUAL_ORIENTATION, "sexual orientation");
    private static final Map<Method, String> SAFER = Map.of(
            Method.API, "Have the data fetched through an interface, record by record, rather than sent whole.",
            Method.IN_PLACE_ACCESS_TRE, "Work on the data in a trusted research environment, where it stays.",
            Method.QUERY_ANSWER, "Ask questions of the data that the supplier answers, and take no copy.");

    private Edits() {}

    /** Those that may apply to a proposal, always in the same order. */
    static List<Edit> of(Proposal proposal) {
        return Stream.of(ofData(proposal), ofPeople(proposal), ofDoing(proposal), OfParties.edits(proposal))
                .flatMap(edits -> edits)
                .toList();
    }

    private static Stream<Edit> ofData(Proposal proposal) {
        List<SpecialCategory> special = proposal.data().specialCategories();
        Stream<Edit> each = special.stream().distinct().sorted()
                .map(category -> new Edit("Ask for no data about " + CATEGORIES.get(category) + ".",
                        node -> dropCategory(node, category.name())));
        Stream<Edit> all = special.size() == 1
                ? Stream.empty()
                : Stream.of(new Edit("Ask for no special category data at all.", Edits::dropSpecial));
        Stream<Edit> others = Stream.of(
                new Edit("Ask for no data about criminal offences.",
                        node -> either(remove(types(node), Data.Type.CRIMINAL_OFFENCE.name()),
                                has(node.optional("dataProtection").map(JsonNode::asObject), "criminalOffence"))),
                new Edit("Ask for anonymous data: counts or records that nobody can be known from.",
                        Edits::anonymous),
                new Edit("Ask for nothing that is marked SENSITIVE.",
                        node -> turnOff(node.withObject("security"), "sensitive")));
        Stream<Edit> assets = proposal.data().assets().size() < 2
                ? Stream.empty()
                : proposal.data().assets().stream().map(asset -> new Edit(
                        "Leave out the data asset \"" + asset.title() + "\".", node -> dropAsset(node, asset)));
        return Stream.of(each, all, others, assets).flatMap(edits -> edits);
    }

    private static Stream<Edit> ofPeople(Proposal proposal) {
        return proposal.data().subjects().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Edit("Leave children out.",
                                node -> turnOff(subjects(node), "includesChildren")),
                        new Edit("Leave out people who need more protection than others.",
                                node -> turnOff(subjects(node), "vulnerable")));
    }

    private static Stream<Edit> ofDoing(Proposal proposal) {
        Stream<Edit> fixed = Stream.of(
                new Edit("Keep the data in the United Kingdom.", node -> either(
                        turnOff(delivery(node), "leavesUk"), clear(delivery(node), "transfers"))),
                new Edit("Let nobody pass the data on.", Edits::dropOnward),
                new Edit("Let a person take each decision.",
                        node -> node.withObject("purpose").remove("automatedDecisions") != null),
                new Edit("Agree that it costs nothing.", node -> node.withObject("terms").remove("costs") != null));
        Stream<Edit> methods = SAFER.keySet().stream().sorted()
                .filter(method -> method != proposal.delivery().method())
                .map(method -> new Edit(SAFER.getOrDefault(method, ""),
                        node -> put(delivery(node), "method", method.name())));
        return Stream.concat(fixed, methods);
    }

    private static boolean dropCategory(ObjectNode proposal, String category) {
        boolean changed = remove(proposal.withObject("data").withArray("specialCategories"), category);
        removeItems(proposal, item -> item.path("specialCategory").asString("").equals(category));
        return changed && (!proposal.at("/data/specialCategories").isEmpty() || dropSpecial(proposal));
    }

    private static boolean dropSpecial(ObjectNode proposal) {
        removeItems(proposal, item -> item.has("specialCategory"));
        proposal.optional("dataProtection").ifPresent(node -> clear(node.asObject(), "conditions"));
        return either(remove(types(proposal), Data.Type.SPECIAL_CATEGORY.name()),
                clear(proposal.withObject("data"), "specialCategories"));
    }

    private static boolean anonymous(ObjectNode proposal) {
        if (proposal.at("/data/types").size() == 1
                && proposal.at("/data/types/0").asString("").equals(Data.Type.ANONYMOUS_OR_NON_PERSONAL.name())) {
            return false;
        }
        ObjectNode data = proposal.withObject("data");
        data.putArray("types").add(Data.Type.ANONYMOUS_OR_NON_PERSONAL.name());
        clear(data, "specialCategories");
        data.remove("subjects");
        data.withArray("items").forEach(item -> {
            put(item.asObject(), "identifiability", "NONE");
            item.asObject().remove("specialCategory");
        });
        proposal.remove(List.of("dataProtection", "dpia"));
        return true;
    }

    private static boolean dropAsset(ObjectNode proposal, Asset asset) {
        ArrayNode assets = proposal.withObject("data").withArray("assets");
        return OfParties.removeWhere(assets, each -> each.path("assetId").asString("").equals(asset.assetId()))
                && assets.valueStream()
                        .anyMatch(each -> each.path("supplier").asString("").equals(asset.supplier()));
    }

    private static boolean dropOnward(ObjectNode proposal) {
        ObjectNode onward = proposal.withObject("terms").withObject("onward");
        onward.remove("conditions");
        return either(turnOff(onward, "allowed"), clear(onward, "recipients"));
    }

    /** Whether one of two edits changed anything; both have been made. */
    private static boolean either(boolean one, boolean other) {
        return one || other;
    }

    private static void removeItems(ObjectNode proposal, Predicate<JsonNode> such) {
        OfParties.removeWhere(proposal.withObject("data").withArray("items"), such);
    }

    private static ArrayNode types(ObjectNode proposal) {
        return proposal.withObject("data").withArray("types");
    }

    private static ObjectNode subjects(ObjectNode proposal) {
        return proposal.withObject("data").withObject("subjects");
    }

    private static ObjectNode delivery(ObjectNode proposal) {
        return proposal.withObject("delivery");
    }

    private static boolean has(Optional<ObjectNode> object, String name) {
        return object.map(node -> node.remove(name) != null).orElse(false);
    }

    private static boolean remove(ArrayNode array, String value) {
        return OfParties.removeWhere(array, each -> each.asString("").equals(value));
    }

    private static boolean turnOff(ObjectNode object, String name) {
        boolean was = object.path(name).asBoolean(false);
        return was && put(object, name, false);
    }

    private static boolean clear(ObjectNode object, String name) {
        boolean was = !object.path(name).isEmpty();
        object.remove(name);
        return was;
    }

    private static boolean put(ObjectNode object, String name, String value) {
        object.put(name, value);
        return true;
    }

    private static boolean put(ObjectNode object, String name, boolean value) {
        object.put(name, value);
        return true;
    }
}
