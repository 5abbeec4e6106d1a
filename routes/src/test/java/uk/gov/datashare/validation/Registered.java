package uk.gov.datashare.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;

/** The registry that the hub ships with, and what one organisation has changed in its entry. */
final class Registered {

    private Registered() {}

    /** With another value, given as JSON, in one field of one organisation. */
    static Registry with(String organisation, String field, String json) {
        return Registry.of(Sample.organisations().stream()
                .map(each -> each.id().equals(organisation) ? changed(each, field, json) : each).toList());
    }

    /** With these questions that an asset's owner asks. */
    static Registry asking(String organisation, String assetId, String questions) {
        Organisation owner = Sample.organisations().stream().filter(each -> each.id().equals(organisation)).findFirst()
                .orElseThrow();
        List<String> ids = owner.assets().stream().map(Organisation.DataAsset::assetId).toList();
        ObjectNode entry = (ObjectNode) MessageJson.tree(owner);
        ((ObjectNode) entry.at("/assets/" + ids.indexOf(assetId))).set("questions", json(questions));
        return with(organisation, "assets", entry.path("assets").toString());
    }

    private static Organisation changed(Organisation organisation, String field, String json) {
        ObjectNode entry = (ObjectNode) MessageJson.tree(organisation);
        entry.set(field, json(json));
        return MessageJson.read(entry, Organisation.class);
    }

    private static JsonNode json(String text) {
        return MessageJson.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
