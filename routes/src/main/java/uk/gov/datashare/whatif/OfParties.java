package uk.gov.datashare.whatif;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Proposal.Processor;

/** Changes that leave out a party, or somebody who works for one. */
final class OfParties {

    private OfParties() {}

    static Stream<Edit> edits(Proposal proposal) {
        List<String> recipients = proposal.parties().otherRecipients();
        List<Processor> processors = proposal.parties().processors();
        List<String> suppliers = proposal.parties().suppliers();
        Stream<Edit> eachRecipient = recipients.stream()
                .map(id -> new Edit("Give " + id + " no access.", node -> dropRecipient(node, id)));
        Stream<Edit> allRecipients = recipients.size() < 2
                ? Stream.empty()
                : Stream.of(new Edit("Give nobody but the acquirer access.", OfParties::dropRecipients));
        Stream<Edit> noProcessors = processors.isEmpty()
                ? Stream.empty()
                : Stream.of(new Edit("Do the work without processors.", OfParties::dropProcessors));
        Stream<Edit> eachSupplier = suppliers.size() < 2
                ? Stream.empty()
                : suppliers.stream().map(id -> new Edit("Ask " + id + " for nothing.", node -> dropSupplier(node, id)));
        return Stream.of(eachRecipient, allRecipients, noProcessors, eachSupplier).flatMap(edits -> edits);
    }

    private static boolean dropRecipient(ObjectNode proposal, String id) {
        ArrayNode recipients = parties(proposal).withArray("otherRecipients");
        boolean changed = removeWhere(recipients, each -> each.asString("").equals(id));
        parties(proposal).put("othersNeedAccess", !recipients.isEmpty());
        forget(proposal, id);
        return changed;
    }

    private static boolean dropRecipients(ObjectNode proposal) {
        List<String> ids = parties(proposal).withArray("otherRecipients").valueStream()
                .map(each -> each.asString("")).toList();
        ids.forEach(id -> dropRecipient(proposal, id));
        return !ids.isEmpty();
    }

    private static boolean dropProcessors(ObjectNode proposal) {
        proposal.withObject("delivery").withArray("transfers").forEach(each -> each.asObject().remove("viaProcessor"));
        return parties(proposal).remove("processors") != null;
    }

    private static boolean dropSupplier(ObjectNode proposal, String id) {
        boolean changed = removeWhere(parties(proposal).withArray("suppliers"), each -> each.asString("").equals(id));
        ArrayNode assets = proposal.withObject("data").withArray("assets");
        removeWhere(assets, each -> each.path("supplier").asString("").equals(id));
        forget(proposal, id);
        return changed && !assets.isEmpty();
    }

    /** Takes out what a party that is left out would have relied on. */
    private static void forget(ObjectNode proposal, String id) {
        Predicate<JsonNode> theirs = each -> each.path("party").asString("").equals(id);
        removeWhere(proposal.withObject("legal").withArray("powers"), theirs);
        removeWhere(parties(proposal).withArray("processors"),
                each -> each.path("onBehalfOf").asString("").equals(id));
        proposal.optional("dataProtection").map(JsonNode::asObject).ifPresent(protection -> Stream
                .of("lawfulBases", "conditions", "roles")
                .forEach(name -> removeWhere(protection.withArray(name), theirs)));
    }

    static boolean removeWhere(ArrayNode array, Predicate<JsonNode> such) {
        int before = array.size();
        array.values().removeIf(such);
        return array.size() < before;
    }

    private static ObjectNode parties(ObjectNode proposal) {
        return proposal.withObject("parties");
    }
}
