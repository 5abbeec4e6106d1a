package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas as this jar holds them, compiled once. A reference that leads anywhere else is never followed. */
final class SchemaFiles {

    /** The folder of the jar in which they lie. */
    static final String FOLDER = "/schemas/v1/";

    private static final Map<String, String> TEXTS = Stream
            .concat(shared(), types().map(MessageTypes::schemaFile))
            .collect(toUnmodifiableMap(SchemaFiles::address, SchemaFiles::text));
    private static final Map<String, JsonNode> TREES = TEXTS.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, file -> JsonMapper.shared().readTree(file.getValue())));
    private static final SchemaRegistry REGISTRY = registry(TEXTS);
    private static final Map<String, Schema> BY_TYPE = types()
            .collect(toUnmodifiableMap(Function.identity(), SchemaFiles::compiled));

    private SchemaFiles() {}

    /** Files that only other schemas refer to. */
    static Stream<String> shared() {
        return Stream.of("common", "proposal", "carried-proposal", "approval-plan", "command-reply", "memorandum")
                .map(name -> name + ".schema.json");
    }

    /** Every CloudEvents type that has a schema. */
    static Stream<String> types() {
        return Stream.concat(MessageTypes.all().keySet().stream(), Stream.of(MessageTypes.ARRANGEMENT_PUBLISHED));
    }

    /** The schema of a type. */
    static Optional<Schema> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** A schema by its file name. */
    static JsonNode tree(String file) {
        return at(address(file));
    }

    /** The schema object in which the keyword at this place stands. */
    static JsonNode around(SchemaLocation keyword) {
        String pointer = keyword.getFragment().getParent().toString();
        return at(keyword.getAbsoluteIri().toString()).at(pointer);
    }

    private static JsonNode at(String address) {
        return requireNonNull(TREES.get(address), () -> "There is no schema at " + address);
    }

    /** A registry that knows these schemas, by address, and has no way to any other. */
    static SchemaRegistry registry(Map<String, String> texts) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemaLoader(loader -> loader
                        .resourceLoaders(loaders -> loaders.resources(texts))
                        .allow(address -> texts.containsKey(address.toString())))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    private static Schema compiled(String type) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(MessageTypes.schemaOf(type).toString()));
        schema.initializeValidators();
        return schema;
    }

    private static String address(String file) {
        return MessageTypes.schemasAt() + file;
    }

    private static String text(String file) {
        try (InputStream in = SchemaFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no schema " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema " + file, e);
        }
    }
}
