package uk.gov.datashare.connectors.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;
import uk.gov.datashare.contracts.Schemas;

/**
 * Organisations as GOV.UK lists them, and the mail domains of public bodies, as changes of the registry. Whoever is new has
 * applied: the lists name no role holders. Of whoever is registered, only what the registry did not know is filled in.
 */
public final class GovukImport {

    /** The address of an organisation that has none: it can never be delivered to. */
    static final String NO_MAILBOX = "nobody@applied.example.invalid";
    private static final int MOST_DOMAINS = 20;

    private final Registry registry;
    private final Map<String, TreeSet<String>> domainsByName = new TreeMap<>();
    private final Map<String, String> curieByName = new TreeMap<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private GovukImport(Registry registry) {
        this.registry = registry;
    }

    /**
     * What the lists come to.
     *
     * @param organisations the records that would change, as they would be
     * @param notes         what a person must decide, in sentences
     */
    public record Found(List<Organisation> organisations, List<String> notes) {
        public Found {
            organisations = List.copyOf(organisations);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Compares the two lists with the registry.
     *
     * @param govuk   an array of objects with slug, title, abbreviation, organisationType, status and contentId
     * @param domains an array of objects with domain, organisation (an id such as {@code government-organisation:D10}) and
     *                organisationName
     * @throws InvalidRegistryException when a list is no JSON array
     */
    public static Found read(byte[] govuk, byte[] domains, Registry registry) {
        var found = new GovukImport(registry.now());
        array(domains).forEach(found::domain);
        array(govuk).forEach(found::organisation);
        return new Found(found.organisations, found.notes);
    }

    private static JsonNode array(byte[] list) {
        try {
            JsonNode array = JsonMapper.shared().readTree(list);
            if (array.isArray()) {
                return array;
            }
        } catch (JacksonException notJson) {
            throw new InvalidRegistryException(List.of("It is not JSON: " + notJson.getOriginalMessage()));
        }
        throw new InvalidRegistryException(List.of("A list is a JSON array"));
    }

    private void domain(JsonNode entry) {
        String name = folded(entry.path("organisationName").asString(""));
        String domain = entry.path("domain").asString("").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !domain.matches("[a-z0-9.-]{3,253}")) {
            return;
        }
        domainsByName.computeIfAbsent(name, _ -> new TreeSet<>()).add(domain);
        curieByName.putIfAbsent(name, entry.path("organisation").asString(""));
    }

    private void organisation(JsonNode entry) {
        String id = entry.path("slug").asString("");
        Optional<Organisation> held = registry.organisation(id);
        boolean closed = entry.path("status").asString("").equals("closed");
        if (held.isPresent() && closed && held.get().status() == Status.ACTIVE) {
            notes.add(id + " is closed on GOV.UK and takes part here: name its successors, or close it");
        } else if (held.isPresent()) {
            filledIn(held.get(), entry);
        } else if (!closed) {
            joining(id, entry);
        }
    }

    private void filledIn(Organisation held, JsonNode entry) {
        ObjectNode record = (ObjectNode) MessageJson.tree((Object) held).deepCopy();
        String title = entry.path("title").asString("");
        if (held.contentId().isEmpty() && entry.path("contentId").isString()) {
            record.put("contentId", entry.path("contentId").asString());
        }
        if (!title.isEmpty() && !title.equals(held.name()) && !held.aliases().contains(title)) {
            record.withArray("aliases").add(title);
        }
        if (held.curies().isEmpty()) {
            curie(title).ifPresent(id -> record.putArray("curies").add(id));
        }
        changed(record, held.version());
    }

    private void changed(ObjectNode record, int version) {
        record.put("version", version + 1);
        take(record);
    }

    private void joining(String id, JsonNode entry) {
        String title = entry.path("title").asString("");
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("id", id).put("version", 1).put("name", title)
                .put("type", type(entry.path("organisationType").asString("")).name())
                .put("status", Status.APPLIED.name())
                .put("calendar", Organisation.Calendar.ENGLAND_AND_WALES.name())
                .put("requestMailbox", NO_MAILBOX).put("escalationContact", "nobody");
        record.putObject("policies").put("dpoBinding", false);
        if (entry.path("abbreviation").isString() && entry.path("abbreviation").asString().length() <= 30) {
            record.put("abbreviation", entry.path("abbreviation").asString().strip());
        }
        if (entry.path("contentId").isString()) {
            record.put("contentId", entry.path("contentId").asString());
        }
        curie(title).ifPresent(known -> record.putArray("curies").add(known));
        var domains = record.putArray("emailDomains");
        domainsByName.getOrDefault(folded(title), new TreeSet<>()).stream().limit(MOST_DOMAINS).forEach(domains::add);
        take(record);
    }

    private void take(ObjectNode record) {
        var problems = Schemas
                .check(MessageTypes.of(Organisation.class), record);
        String id = record.path("id").asString("");
        if (!problems.isEmpty()) {
            notes.add(id + " is left out: " + problems.getFirst().pointer() + " " + problems.getFirst().message());
            return;
        }
        Organisation read = MessageJson.read(record, Organisation.class);
        Optional<Organisation> held = registry.organisation(id);
        boolean differs = RecordDifferences.between(held, read).stream()
                .anyMatch(difference -> !difference.place().equals("version"));
        if (differs) {
            organisations.add(read);
        }
    }

    private Optional<String> curie(String title) {
        return Optional.ofNullable(curieByName.get(folded(title))).filter(id -> id.contains(":"));
    }

    private static Organisation.Type type(String words) {
        return switch (words) {
            case "Ministerial department" -> Organisation.Type.MINISTERIAL_DEPARTMENT;
            case "Non-ministerial department" -> Organisation.Type.NON_MINISTERIAL_DEPARTMENT;
            case "Executive agency" -> Organisation.Type.EXECUTIVE_AGENCY;
            case "Executive non-departmental public body" -> Organisation.Type.EXECUTIVE_NDPB;
            case "Advisory non-departmental public body" -> Organisation.Type.ADVISORY_NDPB;
            case "Public corporation" -> Organisation.Type.PUBLIC_CORPORATION;
            case "Devolved administration" -> Organisation.Type.DEVOLVED_ADMINISTRATION;
            case "Special health authority" -> Organisation.Type.NHS_BODY;
            default -> Organisation.Type.OTHER;
        };
    }

    /** A name as it is compared: "HM Revenue & Customs" is "HM Revenue and Customs". */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]+", " ").strip();
    }
}
