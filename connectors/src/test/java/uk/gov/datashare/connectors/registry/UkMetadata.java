package uk.gov.datashare.connectors.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.contracts.AccessRights;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;

/** Records of the registry in the words of the UK's cross-government metadata exchange model and of the data marketplace. */
final class UkMetadata {

    private static final String TEAM = "Data sharing team";

    private UkMetadata() {}

    /** The model's Organisation. */
    static JsonNode organisation(Organisation organisation) {
        return tree(Map.of("identifier", organisation.id(), "title", organisation.name()));
    }

    /** The model's ContactPoint: the team, and nobody by name. */
    static JsonNode contactPoint(Organisation organisation) {
        return tree(Map.of("contactName", TEAM, "email", organisation.requestMailbox()));
    }

    /** The model's Dataset. What the owner has not said is left out, and the model then says what it misses. */
    static JsonNode dataset(Organisation owner, DataAsset asset) {
        return tree(present(Stream.of(
                field("type", "dcat:Dataset"), field("identifier", asset.assetId()), field("title", asset.title()),
                field("description", asset.description()), field("creator", List.of(owner.id())),
                field("publisher", owner.id()), field("contactPoint", contactPoint(owner)),
                field("securityClassification", asset.classification()),
                field("accessRights", asset.accessRights().map(UkMetadata::withoutRestricted)),
                field("licence", asset.licence()), field("modified", asset.modified()),
                field("version", asset.modified()),
                field("updateFrequency", asset.updateFrequency().map("freq:"::concat)),
                field("theme", asset.themes()), field("keyword", asset.keywords()))));
    }

    /** The data marketplace's Dataset, which tells RESTRICTED from INTERNAL and has room for our own id. */
    static JsonNode marketplaceDataset(Organisation owner, DataAsset asset) {
        return tree(present(Stream.of(
                field("type", List.of("Data Set")), field("supplierIdentifier", asset.assetId()),
                field("title", asset.title()), field("description", asset.description()),
                field("creator", owner.id()), field("publisher", owner.id()), field("status", "Published"),
                field("contactPoint",
                        List.of(Map.of("name", TEAM, "email", owner.requestMailbox(), "role", "contact"))),
                field("securityClassification", asset.classification()), field("accessRights", asset.accessRights()),
                field("license", asset.licence().map(licence -> Map.of("licenseURL", licence))),
                field("modified", asset.modified()),
                field("updateFrequency", asset.updateFrequency().map("freq:"::concat)),
                field("theme", asset.themes()), field("keyword", asset.keywords()))));
    }

    /** The model counts personal data to INTERNAL, and says by the licence that an arrangement is needed. */
    private static AccessRights withoutRestricted(AccessRights rights) {
        return rights == AccessRights.RESTRICTED ? AccessRights.INTERNAL : rights;
    }

    private static Optional<Map.Entry<String, Object>> field(String name, Object value) {
        return Optional.of(Map.entry(name, value));
    }

    private static Optional<Map.Entry<String, Object>> field(String name, Optional<?> maybe) {
        return maybe.map(value -> Map.entry(name, value instanceof Map<?, ?> ? value : value.toString()));
    }

    private static Map<String, Object> present(Stream<Optional<Map.Entry<String, Object>>> fields) {
        return fields.flatMap(Optional::stream).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JsonNode tree(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }
}
