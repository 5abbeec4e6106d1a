package uk.gov.datashare.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): an object's fields replace those of the same name, and null removes them. */
final class MergePatch {

    private MergePatch() {}

    /** The document as the patch changes it; neither is touched. */
    static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode patched = document.isObject()
                ? ((ObjectNode) document).deepCopy()
                : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                patched.remove(field.getKey());
            } else {
                patched.set(field.getKey(), apply(patched.path(field.getKey()), field.getValue()));
            }
        });
        return patched;
    }
}
