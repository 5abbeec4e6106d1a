package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

/** Writes organisations to the registry topic, after holding each against the rest of the registry. */
public final class RegistryPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPublisher.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:registry");

    private final Consumer<List<Outgoing>> send;
    private final Registry held;
    private final InstantSource clock;

    /** A publisher for the registry that is held; it must have caught up with its topic. */
    public RegistryPublisher(Publisher publisher, Registry held, InstantSource clock) {
        this(publisher::send, held, clock);
    }

    RegistryPublisher(Consumer<List<Outgoing>> send, Registry held, InstantSource clock) {
        this.send = requireNonNull(send);
        this.held = requireNonNull(held);
        this.clock = requireNonNull(clock);
    }

    /** What became of a change. */
    public sealed interface Registration {

        /** It is on the topic, and every hub takes it up as it reads on. */
        record Registered(String organisationId, int version) implements Registration {}

        /** It was not written, for these reasons. */
        record Refused(List<String> problems) implements Registration {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Registers or changes one organisation at run time.
     *
     * @param changed the organisation, whole, its version higher than the one that is held
     * @throws uk.gov.datashare.connectors.backbone.BackboneException when it may not have been written; try again
     */
    public Registration update(Organisation changed) {
        List<String> problems = new ArrayList<>(OrganisationCheck.problems(allWith(changed)));
        held.organisation(changed.id()).filter(older -> older.version() >= changed.version())
                .ifPresent(older -> problems.add(changed.id() + ": version " + older.version()
                        + " is held already; a change needs a higher one"));
        if (!problems.isEmpty()) {
            return new Registration.Refused(problems);
        }
        send.accept(List.of(record(changed)));
        return new Registration.Registered(changed.id(), changed.version());
    }

    /**
     * Brings in from a file what the registry does not know, or knows in an older version; what was changed since stays.
     *
     * @return those that were written
     */
    public List<Organisation> bringIn(List<Organisation> file) {
        List<Organisation> newer = file.stream().filter(this::isNewer).toList();
        for (Organisation one : newer) {
            LOG.info("The registry's file brings in version {} of {}, which changes {}", one.version(), one.id(),
                    changes(one));
        }
        send.accept(newer.stream().map(this::record).toList());
        return newer;
    }

    private Outgoing record(Organisation organisation) {
        return record(organisation, clock.instant());
    }

    private String changes(Organisation organisation) {
        Optional<Organisation> known = held.organisation(organisation.id());
        return known.isEmpty()
                ? "nothing but that it joins"
                : String.join(", ", RecordDifferences.between(known, organisation).stream()
                        .map(RecordDifferences.Difference::place).toList());
    }

    private boolean isNewer(Organisation organisation) {
        Optional<Organisation> known = held.organisation(organisation.id());
        return known.isEmpty() || known.get().version() < organisation.version();
    }

    private Collection<Organisation> allWith(Organisation changed) {
        Map<String, Organisation> all = new LinkedHashMap<>();
        held.organisations().forEach(one -> all.put(one.id(), one));
        all.put(changed.id(), changed);
        return all.values();
    }

    /** A record for the registry's topic, for whoever writes it in one go with what belongs to it. */
    public static Outgoing record(Organisation organisation, Instant now) {
        String id = organisation.id() + "-v" + organisation.version();
        return Outgoing.event(Topics.REGISTRY, organisation.id(), new Envelope<>(id, SOURCE,
                MessageTypes.of(Organisation.class), organisation.id(), now, id, Optional.empty(),
                Optional.empty(), MessageJson.write(organisation)));
    }
}
