package uk.gov.datashare.connectors.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Schemas;

/** The registry as a file: a JSON array of organisations, from which a new hub's registry topic is filled. */
public final class RegistryFile {

    /** The organisations that the hub ships with; its people are invented. */
    public static final String SEED = "registry/organisations.json";

    private RegistryFile() {}

    /**
     * The organisations that the hub ships with.
     *
     * @throws InvalidRegistryException when there is anything wrong with them
     */
    public static List<Organisation> seed() {
        try (InputStream seed = RegistryFile.class.getClassLoader().getResourceAsStream(SEED)) {
            if (seed == null) {
                throw new InvalidRegistryException(List.of(SEED + " is not on the class path"));
            }
            return read(seed);
        } catch (IOException unreadable) {
            throw new InvalidRegistryException(List.of(SEED + " cannot be read: " + unreadable.getMessage()));
        }
    }

    /**
     * The organisations in a file, all of them checked.
     *
     * @throws InvalidRegistryException when there is anything wrong; it names every problem at once
     * @throws IOException              when the file cannot be read
     */
    public static List<Organisation> read(InputStream file) throws IOException {
        JsonNode array = tree(file.readAllBytes());
        if (!array.isArray()) {
            throw new InvalidRegistryException(List.of("A registry file is a JSON array of organisations"));
        }
        List<String> problems = new ArrayList<>();
        List<Organisation> organisations = new ArrayList<>();
        for (int place = 0; place < array.size(); place++) {
            List<String> unlike = unlike(place, array.get(place));
            problems.addAll(unlike);
            if (unlike.isEmpty()) {
                organisations.add(MessageJson.read(array.get(place), Organisation.class));
            }
        }
        problems.addAll(OrganisationCheck.problems(organisations));
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        return List.copyOf(organisations);
    }

    private static List<String> unlike(int place, JsonNode organisation) {
        return Schemas.check(MessageTypes.of(Organisation.class), organisation).stream()
                .map(problem -> "/" + place + problem.pointer() + ": " + problem.message())
                .toList();
    }

    private static JsonNode tree(byte[] json) {
        try {
            // Not by MessageJson: a file of many organisations is larger than a message may be.
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException notJson) {
            throw new InvalidRegistryException(List.of("It is not JSON: " + notJson.getOriginalMessage()));
        }
    }
}
