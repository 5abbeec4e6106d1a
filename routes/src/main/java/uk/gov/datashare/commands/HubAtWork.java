package uk.gov.datashare.commands;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneException;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryView;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RegistryChange.Applied;
import uk.gov.datashare.contracts.RegistryChange.Asked;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.RegistryChange.Refused;
import uk.gov.datashare.contracts.RegistryChange.Told;
import uk.gov.datashare.contracts.Topics;

/** A hub that runs elsewhere, met on its broker: its registry as it is, and what it says to what is asked. */
final class HubAtWork {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final URI SOURCE = URI.create("urn:datashare:hub:command-line");

    private final BackboneSettings settings;

    private HubAtWork(BackboneSettings settings) {
        this.settings = settings;
    }

    static HubAtWork at(String servers, Map<String, String> client) {
        return new HubAtWork(new BackboneSettings(Optional.of(servers), Path.of("."), 0,
                BackboneSettings.USUAL_PARTITIONS, 1, Optional.of("command-line"), client));
    }

    /** The registry as its topic has it now. */
    Registry registry() throws InterruptedException {
        var view = new RegistryView(_ -> {
        });
        try (Backbone backbone = Backbone.open(settings);
                var topic = backbone.view(Topics.REGISTRY, view::accept)) {
            if (!topic.awaitCaughtUp(PATIENCE)) {
                throw new BackboneException("The registry cannot be read within a minute");
            }
            return view.now();
        }
    }

    /** Asks all of this in its order and shows every answer; whether all of it was taken. */
    boolean ask(List<Asked> asked, Terminal terminal) throws InterruptedException {
        Map<String, Told> answers = new ConcurrentHashMap<>();
        CountDownLatch missing = new CountDownLatch(asked.size());
        String call = "command-line-" + terminal.clock().millis() + "-";
        try (Backbone backbone = Backbone.open(settings);
                var publisher = backbone.publisher();
                var _ = backbone.view(Topics.REGISTRY_EVENTS, record -> {
                    if (record.read() instanceof Read.Understood(var envelope)) {
                        envelope.causationId().filter(cause -> cause.startsWith(call)).ifPresent(cause -> {
                            if (answers.put(cause, told(envelope)) == null) {
                                missing.countDown();
                            }
                        });
                    }
                })) {
            for (int at = 0; at < asked.size(); at++) {
                publisher.send(List.of(outgoing(asked.get(at), call + at, terminal)));
            }
            boolean answered = missing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            answers.values().forEach(told -> terminal.out().println(words(told)));
            if (!answered) {
                throw new BackboneException(missing.getCount() + " of " + asked.size()
                        + " have no answer yet: does a hub run there? It will read them when it does");
            }
        }
        return answers.values().stream().noneMatch(Refused.class::isInstance);
    }

    private static Told told(Envelope<byte[]> envelope) {
        return MessageJson.read(envelope.data(), Told.class);
    }

    private static Outgoing outgoing(Asked asked, String id, Terminal terminal) {
        return Outgoing.event(Topics.REGISTRY_CHANGES, asked.organisationId(), new Envelope<>(id, SOURCE,
                MessageTypes.of(asked.getClass()), asked.organisationId(), terminal.clock().instant(),
                asked.changeId(), Optional.empty(), Optional.empty(), MessageJson.write(asked)));
    }

    private static String words(Told told) {
        return switch (told) {
            case Proposed proposed -> "proposed " + proposed.changeId() + ": somebody else confirms it now";
            case Applied applied -> "applied  " + applied.changeId() + ", confirmed as " + applied.authority();
            case Refused refused -> "refused  " + refused.changeId() + ": " + String.join("; ", refused.reasons());
        };
    }
}
