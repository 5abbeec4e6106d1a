package uk.gov.datashare.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareRequest;

/** Puts other ids in the place of organisations' ids, wherever a proposal names one. */
final class Renaming {

    /** The fields of a proposal that hold the id of an organisation. */
    private static final Set<String> SINGLE = Set.of("acquirer", "onBehalfOf", "supplier", "party",
            "competentAuthority");
    /** Those that hold a list of such ids, each once. */
    private static final Set<String> LISTS = Set.of("suppliers", "otherRecipients");

    private final Map<String, String> ids;
    private final List<Patch> patches = new ArrayList<>();

    private Renaming(Map<String, String> ids) {
        this.ids = ids;
    }

    /** What changes each id of the map into its value. */
    static List<Patch> patches(ShareRequest request, Map<String, String> ids) {
        var renaming = new Renaming(ids);
        renaming.walk("/proposal", MessageJson.tree(request.proposal()));
        return List.copyOf(renaming.patches);
    }

    private void walk(String pointer, JsonNode value) {
        value.properties().forEach(field -> {
            String at = pointer + "/" + field.getKey();
            if (LISTS.contains(field.getKey())) {
                list(at, field.getValue());
            } else if (SINGLE.contains(field.getKey())) {
                renamed(field.getValue()).ifPresent(id -> patches.add(Patch.put(at, id)));
            } else {
                walk(at, field.getValue());
            }
        });
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(pointer + "/" + i, value.get(i));
            }
        }
    }

    private void list(String pointer, JsonNode list) {
        Set<String> there = new HashSet<>();
        list.forEach(id -> there.add(id.asString("")));
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/" + i;
            renamed(list.get(i)).ifPresent(id -> patches.add(there.add(id) ? Patch.put(at, id) : new Patch.Remove(at)));
        }
    }

    private Optional<String> renamed(JsonNode id) {
        return Optional.ofNullable(ids.get(id.asString("")));
    }
}
