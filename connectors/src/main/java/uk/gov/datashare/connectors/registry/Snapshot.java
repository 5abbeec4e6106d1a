package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import uk.gov.datashare.contracts.Organisation;

/** One state of the registry, whole and unchanging, so that readers need no lock. */
final class Snapshot implements Registry {

    static final Snapshot EMPTY = of(0, List.of());

    private final long version;
    private final List<Organisation> organisations;
    private final Map<String, Organisation> byId;
    private final Map<String, Holder> people = new HashMap<>();
    private final Map<String, List<Holder>> byAddress = new HashMap<>();

    private Snapshot(long version, Map<String, Organisation> byId) {
        this.version = version;
        this.byId = byId;
        this.organisations = List.copyOf(byId.values());
        for (Organisation organisation : organisations) {
            organisation.people().forEach(person -> index(new Holder(person, organisation)));
        }
    }

    static Snapshot of(long version, Collection<Organisation> organisations) {
        Map<String, Organisation> byId = new TreeMap<>();
        organisations.forEach(organisation -> byId.put(requireNonNull(organisation).id(), organisation));
        return new Snapshot(version, byId);
    }

    private void index(Holder holder) {
        // Whoever stands in two records is the one of the organisation whose id comes first, on every hub alike.
        if (people.putIfAbsent(holder.person().personId(), holder) == null) {
            byAddress.computeIfAbsent(folded(holder.person().email()), _ -> new ArrayList<>()).add(holder);
        }
    }

    /** The state that follows when this organisation is registered or changed. */
    Snapshot with(long newVersion, Organisation organisation) {
        Map<String, Organisation> changed = new TreeMap<>(byId);
        changed.put(organisation.id(), organisation);
        return new Snapshot(newVersion, changed);
    }

    /** The state that follows when this organisation's record is taken away. */
    Snapshot without(long newVersion, String organisationId) {
        Map<String, Organisation> changed = new TreeMap<>(byId);
        changed.remove(organisationId);
        return new Snapshot(newVersion, changed);
    }

    @Override
    public Optional<Organisation> organisation(String organisationId) {
        return Optional.ofNullable(byId.get(organisationId));
    }

    @Override
    public List<Organisation> organisations() {
        return organisations;
    }

    @Override
    public Optional<Holder> person(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    @Override
    public List<Holder> peopleAt(String address) {
        return List.copyOf(byAddress.getOrDefault(folded(address), List.of()));
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Registry now() {
        return this;
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
