package uk.gov.datashare.whatif;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WhatIfAnswer;

/** Answers what departments want to know on their topics: one answer to each, on that department's own topic, and nothing else. */
final class WhatIfStage {

    private static final URI SOURCE = URI.create("urn:datashare:hub:what-if");

    private final WhatIf whatIf;
    private final Registry registry;
    private final InstantSource clock;

    WhatIfStage(WhatIf whatIf, Registry registry, InstantSource clock) {
        this.whatIf = requireNonNull(whatIf);
        this.registry = requireNonNull(registry);
        this.clock = requireNonNull(clock);
    }

    List<Outgoing> answer(Received received) {
        Registry now = registry.now();
        Optional<String> asker = Topics.curiousOf(received.topic()).filter(id -> now.organisation(id).isPresent());
        return List.of(asker.map(id -> answer(id, received, now)).orElseGet(() -> new DeadLetter(received,
                WhatIfRoutes.ANSWER, "UnknownOrganisation", "Nobody is registered as the owner of " + received.topic(),
                1, clock.instant())));
    }

    private Outgoing answer(String organisation, Received received, Registry now) {
        byte[] message = received.value().orElse(new byte[0]);
        WhatIfAnswer answer = whatIf.answer(message, Optional.of(organisation), now);
        String digest = MessageJson.sha256(message);
        Optional<Envelope<byte[]>> cause = received.read() instanceof Read.Understood(var envelope)
                ? Optional.of(envelope)
                : Optional.empty();
        String id = MessageJson.sha256(String.join("\n", "what-if", organisation,
                cause.map(Envelope::id).orElse(""), digest));
        String type = MessageTypes.of(WhatIfAnswer.class);
        byte[] data = MessageJson.write(answer);
        Envelope<byte[]> envelope = cause
                .map(known -> known.leadsTo(id, SOURCE, type, digest, clock.instant(), data))
                .orElseGet(() -> new Envelope<>(id, SOURCE, type, digest, clock.instant(), id, Optional.empty(),
                        Optional.empty(), data));
        return Outgoing.event(Topics.whatIfAnswers(organisation), digest, envelope);
    }
}
