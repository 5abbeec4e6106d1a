package uk.gov.datashare.registration;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.DualControl;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.RegistryChange;
import uk.gov.datashare.contracts.RegistryChange.Applied;
import uk.gov.datashare.contracts.RegistryChange.Asked;
import uk.gov.datashare.contracts.RegistryChange.Confirm;
import uk.gov.datashare.contracts.RegistryChange.Propose;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.RegistryChange.Refused;
import uk.gov.datashare.contracts.RegistryChange.Told;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.WorkingCalendar;
import uk.gov.datashare.routing.Routing;

/** Keeps what was proposed until somebody confirms it; what it forgets at a restart, it reads again. */
final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:registration");

    /** What was asked before a place in the topic. */
    @FunctionalInterface
    interface History {

        /** Hands over every record of the partition before an offset. */
        void read(int partition, long before, Consumer<Received> handler);
    }

    private final Registry held;
    private final SettledChanges settled;
    private final History history;
    private final InstantSource clock;
    private final BooleanSupplier ready;
    private final Map<String, Propose> proposals = new HashMap<>();
    private final Map<String, Organisation> justApplied = new TreeMap<>();
    private long next = -1;

    Registrar(Registry held, SettledChanges settled, History history, InstantSource clock, BooleanSupplier ready) {
        this.held = requireNonNull(held);
        this.settled = requireNonNull(settled);
        this.history = requireNonNull(history);
        this.clock = requireNonNull(clock);
        this.ready = requireNonNull(ready);
    }

    /** What follows from each, in their order. */
    synchronized List<Outgoing> judge(List<Received> batch) {
        if (!ready.getAsBoolean()) {
            throw new IllegalStateException("The registry is not read yet; its changes wait");
        }
        List<Outgoing> follows = new ArrayList<>();
        for (Received record : batch) {
            if (record.offset() != next) {
                catchUp(record);
            }
            next = record.offset() + 1;
            follows.addAll(follow(record));
        }
        return List.copyOf(follows);
    }

    private void catchUp(Received record) {
        proposals.clear();
        history.read(record.partition(), record.offset(), earlier -> {
            if (earlier.read() instanceof Read.Understood(var envelope)) {
                try {
                    keep(asked(envelope));
                } catch (IllegalArgumentException | JacksonException unreadable) {
                    LOG.warn("Passing over {} once more: {}", earlier.place(), unreadable.getMessage());
                }
            }
        });
    }

    private List<Outgoing> follow(Received record) {
        try {
            return switch (record.read()) {
                case Read.Understood(var envelope) -> told(asked(envelope), envelope);
                case Read.NotAnEvent(var problems) -> throw new IllegalArgumentException(String.join("; ", problems));
            };
        } catch (IllegalArgumentException | JacksonException unlike) {
            return List.of(DeadLetter.of(record, RegistrationRoutes.JUDGE, unlike, clock.instant()));
        }
    }

    private static Asked asked(Envelope<byte[]> envelope) {
        boolean proposes = envelope.type().equals(MessageTypes.of(Propose.class));
        if (!proposes && !envelope.type().equals(MessageTypes.of(Confirm.class))) {
            throw new IllegalArgumentException(envelope.type() + " asks nothing of the registry");
        }
        var problems = Schemas.check(envelope.type(), MessageJson.tree(envelope.data()));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("It is not what its type promises: " + problems);
        }
        return proposes
                ? MessageJson.read(envelope.data(), Propose.class)
                : MessageJson.read(envelope.data(), Confirm.class);
    }

    /** The first of an id stays: what was read by whoever confirms is not exchanged under their hands. */
    private void keep(Asked asked) {
        if (asked instanceof Propose propose
                && RegistryChange.id(propose.organisation(), propose.proposedBy()).equals(propose.changeId())) {
            proposals.putIfAbsent(propose.changeId(), propose);
        }
    }

    private List<Outgoing> told(Asked asked, Envelope<byte[]> envelope) {
        keep(asked);
        return switch (asked) {
            case Propose propose -> List.of(event(
                    withFaults(judge().judge(propose), propose.organisation(), propose.proposedBy()), envelope));
            case Confirm confirm -> confirmed(confirm, envelope);
        };
    }

    private List<Outgoing> confirmed(Confirm confirm, Envelope<byte[]> envelope) {
        Optional<String> before = settled.confirmedBy(confirm.changeId());
        if (before.isPresent()) {
            return List.of(event(refused(confirm, "this change is applied already, on the word of " + before.get()),
                    envelope));
        }
        return Optional.ofNullable(proposals.get(confirm.changeId()))
                .map(proposal -> judged(confirm, proposal, envelope))
                .orElseGet(() -> List.of(event(refused(confirm, "nobody has proposed this within the last month"),
                        envelope)));
    }

    private List<Outgoing> judged(Confirm confirm, Propose proposal, Envelope<byte[]> envelope) {
        Told told = withFaults(judge().judge(confirm, proposal), proposal.organisation(), confirm.confirmedBy());
        if (told instanceof Applied applied) {
            justApplied.put(applied.organisationId(), proposal.organisation());
            settled.remember(applied);
            return List.of(RegistryPublisher.record(proposal.organisation(), clock.instant()), event(told, envelope));
        }
        return List.of(event(told, envelope));
    }

    /** Rules that make no sense are refused, with every fault; those that the record has already are not the change's. */
    private Told withFaults(Told told, Organisation changed, String by) {
        List<String> before = now(changed.id()).map(Routing::faultsIn).orElse(List.of());
        List<String> faults = Routing.faultsIn(changed).stream().filter(fault -> !before.contains(fault))
                .map(fault -> changed.id() + ": " + fault).toList();
        List<String> against = told instanceof Refused(_, _, _, var reasons) ? reasons : List.of();
        return faults.isEmpty()
                ? told
                : new Refused(told.changeId(), told.organisationId(), by,
                        Stream.concat(against.stream(), faults.stream()).toList());
    }

    private Optional<Organisation> now(String organisationId) {
        return Optional.ofNullable(justApplied.get(organisationId)).or(() -> held.organisation(organisationId));
    }

    private static Refused refused(Confirm confirm, String reason) {
        return new Refused(confirm.changeId(), confirm.organisationId(), confirm.confirmedBy(), List.of(reason));
    }

    private DualControl judge() {
        // The view may be a moment behind what was applied here.
        justApplied.values().removeIf(one -> held.organisation(one.id())
                .filter(known -> known.version() >= one.version()).isPresent());
        Map<String, Organisation> now = new TreeMap<>();
        held.organisations().forEach(one -> now.put(one.id(), one));
        now.putAll(justApplied);
        return new DualControl(justApplied.isEmpty() ? held.now() : Registry.of(List.copyOf(now.values())),
                clock.instant().atZone(WorkingCalendar.LONDON).toLocalDate());
    }

    private Outgoing event(Told told, Envelope<byte[]> asked) {
        String id = switch (told) {
            case Proposed proposed -> proposed.changeId() + "-proposed";
            case Applied applied -> applied.changeId() + "-applied";
            case Refused _ -> asked.id() + "-refused";
        };
        return Outgoing.event(Topics.REGISTRY_EVENTS, told.organisationId(), asked.leadsTo(id, SOURCE,
                MessageTypes.of(told.getClass()), told.organisationId(), clock.instant(), MessageJson.write(told)));
    }
}
