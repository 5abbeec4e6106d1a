package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;

/**
 * The registry in memory, as its compacted topic has it. A new record changes it at once, whole, and without a restart; a
 * record that is not in order is logged and passed over, so that nobody loses their approvers to a slip of the pen.
 */
public final class RegistryView implements Registry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryView.class);

    private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(Snapshot.EMPTY);
    private final Consumer<Organisation> newcomer;

    /**
     * An empty view, to be fed by {@link #accept}.
     *
     * @param newcomer is told of each organisation that did not take part before and now does, after it does
     */
    public RegistryView(Consumer<Organisation> newcomer) {
        this.newcomer = requireNonNull(newcomer);
    }

    /** Takes the next record of the registry topic. Called from one thread, in the topic's order. */
    public void accept(Received record) {
        if (record.isTombstone()) {
            record.key().ifPresent(id -> snapshot.updateAndGet(state -> state.without(record.offset() + 1, id)));
            return;
        }
        read(record).ifPresent(organisation -> take(organisation, record));
    }

    private void take(Organisation organisation, Received record) {
        Optional<Organisation> held = organisation(organisation.id());
        if (held.filter(older -> older.version() >= organisation.version()).isPresent()) {
            LOG.info("{} has version {} of {}, which is not newer than what is held", record.place(),
                    organisation.version(), organisation.id());
            return;
        }
        snapshot.updateAndGet(state -> state.with(record.offset() + 1, organisation));
        if (organisation.takesPart() && held.filter(Organisation::takesPart).isEmpty()) {
            newcomer.accept(organisation);
        }
    }

    private static Optional<Organisation> read(Received record) {
        return switch (record.read()) {
            case Read.Understood(var envelope) -> organisation(envelope.data(), record);
            case Read.NotAnEvent(var problems) -> passOver(record, problems);
        };
    }

    private static Optional<Organisation> organisation(byte[] json, Received record) {
        try {
            Organisation organisation = MessageJson.read(json, Organisation.class);
            List<String> problems = OrganisationCheck.problems(organisation);
            if (!record.key().equals(Optional.of(organisation.id()))) {
                return passOver(record, List.of("its key is not its organisation's id"));
            }
            return problems.isEmpty() ? Optional.of(organisation) : passOver(record, problems);
        } catch (JacksonException unlike) {
            return passOver(record, List.of(unlike.getOriginalMessage()));
        }
    }

    private static Optional<Organisation> passOver(Received record, List<String> problems) {
        LOG.error("The registry passes over {} and keeps what it had: {}", record.place(), problems);
        return Optional.empty();
    }

    @Override
    public Optional<Organisation> organisation(String organisationId) {
        return now().organisation(organisationId);
    }

    @Override
    public List<Organisation> organisations() {
        return now().organisations();
    }

    @Override
    public Optional<Holder> person(String personId) {
        return now().person(personId);
    }

    @Override
    public List<Holder> peopleAt(String address) {
        return now().peopleAt(address);
    }

    @Override
    public long version() {
        return now().version();
    }

    @Override
    public Registry now() {
        return snapshot.get();
    }
}
