package uk.gov.datashare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareRequest;

/** A sample request of the contracts, and what becomes of it when something in it is changed. */
public record Sample(JsonNode json) {

    private static final List<Organisation> SEED = RegistryFile.seed();

    /** The sample of this file, such as {@code a-postcode-data}. */
    public static Sample of(String name) {
        String file = "samples/" + name + ".json";
        try (InputStream in = Sample.class.getClassLoader().getResourceAsStream(file)) {
            return new Sample(MessageJson.tree(Objects.requireNonNull(in, file).readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The organisations that the hub ships with. */
    public static List<Organisation> organisations() {
        return SEED;
    }

    /** A registry of the organisations that the hub ships with. */
    public static Registry registry() {
        return Registry.of(SEED);
    }

    /** The same request with another value, given as JSON, at a pointer. */
    public Sample with(String pointer, String value) {
        JsonNode copy = json.deepCopy();
        var at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        JsonNode changed = MessageJson.tree(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        switch (parent) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), changed);
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), changed);
            default -> throw new IllegalArgumentException("Nothing at " + at.head());
        }
        return new Sample(copy);
    }

    /** The same request without what stands at a pointer. */
    public Sample without(String pointer) {
        JsonNode copy = json.deepCopy();
        var at = JsonPointer.compile(pointer);
        switch (copy.at(at.head())) {
            case ObjectNode object -> object.remove(at.last().getMatchingProperty());
            case ArrayNode array -> array.remove(at.last().getMatchingIndex());
            default -> throw new IllegalArgumentException("Nothing at " + at.head());
        }
        return new Sample(copy);
    }

    /** The request. */
    public ShareRequest request() {
        return MessageJson.read(json, ShareRequest.class);
    }

    /** What it proposes. */
    public Proposal proposal() {
        return request().proposal();
    }

    /** Who asks. */
    public String acquirer() {
        return json.at("/proposal/parties/acquirer").stringValue();
    }
}
