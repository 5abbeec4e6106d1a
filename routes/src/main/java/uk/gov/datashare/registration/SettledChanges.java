package uk.gov.datashare.registration;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RegistryChange.Applied;

/** Which changes of the registry have been applied, and on whose word. */
final class SettledChanges {

    private final Map<String, String> confirmedBy = new ConcurrentHashMap<>();

    /** Takes the next record of the registry's events. */
    void take(Received record) {
        if (record.read() instanceof Read.Understood(var envelope)
                && envelope.type().equals(MessageTypes.of(Applied.class))) {
            remember(MessageJson.read(envelope.data(), Applied.class));
        }
    }

    /** This change is applied; whoever confirmed it first stays the one. */
    void remember(Applied applied) {
        confirmedBy.putIfAbsent(applied.changeId(), applied.confirmedBy());
    }

    /** personId of who confirmed the change, if it has been applied. */
    Optional<String> confirmedBy(String changeId) {
        return Optional.ofNullable(confirmedBy.get(changeId));
    }
}
