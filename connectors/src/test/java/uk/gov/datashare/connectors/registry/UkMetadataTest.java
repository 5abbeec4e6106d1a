package uk.gov.datashare.connectors.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;

/**
 * Records of our registry are records of the UK's cross-government metadata exchange model and of the data marketplace, as
 * their own schemas judge. The schemas are not ours to hand on: without a copy beside the repository nothing is judged.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UkMetadataTest {

    private static final String MODEL = "https://model.example.invalid/";
    private static final String MARKETPLACE = "https://co-cddo.github.io/data-catalogue-metadata/schema/";
    /** The model lists the organisations of GOV.UK, which are none of these. */
    private static final Set<Organisation.Type> NOT_ON_GOV_UK = Set.of(Organisation.Type.LOCAL_AUTHORITY,
            Organisation.Type.CENTRAL_BODY, Organisation.Type.POLICE,
            Organisation.Type.OTHER);
    private static final List<Organisation> SEED = RegistryFile.seed();

    private static Map<String, String> texts = Map.of();

    private record Owned(Organisation owner, DataAsset asset) {}

    @BeforeAll
    static void read_the_schemas() throws IOException {
        Optional<Path> standards = standards();
        assumeThat(standards).as("the schemas lie in shared/standards, beside this repository or above it").isPresent();
        var read = new HashMap<String, String>();
        for (String name : List.of("Organisation", "ContactPoint", "Dataset")) {
            read.put(MODEL + name, Files.readString(
                    standards.orElseThrow().resolve("ukgov-metadata-exchange-model/" + name + ".schema.json"), UTF_8));
        }
        for (String name : List.of("dataset", "cataloged_resource", "shared")) {
            read.put(MARKETPLACE + name + "_schema.json", Files.readString(
                    standards.orElseThrow().resolve("dcat-uk-data-marketplace/schema/" + name + "_schema.json"),
                    UTF_8));
        }
        texts = Map.copyOf(read);
    }

    @Test
    void each_organisation_is_one_of_the_model() {
        assertThat(SEED).allSatisfy(each -> {
            assertThat(faults(MODEL + "Organisation", UkMetadata.organisation(each))).isEmpty();
            assertThat(faults(MODEL + "ContactPoint", UkMetadata.contactPoint(each))).isEmpty();
        });
    }

    @Test
    void each_asset_is_a_dataset_of_the_model_where_the_model_knows_its_owner() {
        var counted = new TreeMap<String, Integer>();
        assertThat(assets()).allSatisfy(each -> {
            List<String> faults = faults(MODEL + "Dataset", UkMetadata.dataset(each.owner(), each.asset()));
            boolean listed = !NOT_ON_GOV_UK.contains(each.owner().type());
            assertThat(faults).as(each.asset().assetId())
                    .isEqualTo(listed ? List.of() : List.of("/creator/0", "/publisher"));
            counted.merge(listed ? "valid" : "owner not on the model's list: " + each.owner().type(), 1, Integer::sum);
        });
        System.out.println("Assets of the registry as datasets of the UK metadata exchange model: " + counted);
        assertThat(counted.get("valid")).isGreaterThan(40);
    }

    @Test
    void each_asset_is_a_dataset_of_the_marketplace() {
        assertThat(assets()).allSatisfy(each -> assertThat(faults(MARKETPLACE + "dataset_schema.json",
                UkMetadata.marketplaceDataset(each.owner(), each.asset()))).as(each.asset().assetId()).isEmpty());
    }

    @Test
    void what_is_wrong_is_noticed() {
        Owned one = assets().getFirst();
        JsonNode dataset = UkMetadata.dataset(one.owner(), one.asset());
        ((ObjectNode) dataset).put("updateFrequency", "freq:fortnightly").remove("licence");
        JsonNode resource = UkMetadata.marketplaceDataset(one.owner(), one.asset());
        ((ObjectNode) resource).put("accessRights", "SECRET").put("supplierIdentifier", "x".repeat(51));

        assertThat(faults(MODEL + "Dataset", dataset)).contains("", "/updateFrequency");
        assertThat(faults(MARKETPLACE + "dataset_schema.json", resource))
                .containsExactly("/accessRights", "/supplierIdentifier");
    }

    private static List<Owned> assets() {
        return SEED.stream().flatMap(owner -> owner.assets().stream().map(asset -> new Owned(owner, asset))).toList();
    }

    /** Where a record breaks a schema, as JSON Pointers in order. */
    private static List<String> faults(String schema, JsonNode json) {
        return registry().getSchema(SchemaLocation.of(schema))
                .validate(JsonMapper.shared().readTree(json.toString())).stream()
                .map(Error::getInstanceLocation).map(Object::toString).distinct().sorted().toList();
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09, builder -> builder
                .schemaLoader(loader -> loader.resourceLoaders(loaders -> loaders.resources(texts))
                        .allow(address -> texts.containsKey(address.toString())))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    private static Optional<Path> standards() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/standards"))
                .filter(Files::isDirectory).findFirst();
    }
}
