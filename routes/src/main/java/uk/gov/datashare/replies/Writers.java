package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.Registry.Holder;

/** Finds out by their address who wrote, and whom they named. An address that two people share is nobody's. */
final class Writers {

    private final Registry registry;

    Writers(Registry registry) {
        this.registry = requireNonNull(registry);
    }

    /** The one registered person at this address; empty for a stranger, and where it cannot be said which of several. */
    Optional<Holder> at(Optional<String> address) {
        return address.flatMap(given -> only(registry.peopleAt(folded(given))));
    }

    /** The state of the registry that answers now. */
    long registryVersion() {
        return registry.version();
    }

    /** The one colleague of this person at this address. */
    Optional<Holder> colleague(Holder person, String address) {
        return only(registry.peopleAt(folded(address)).stream()
                .filter(named -> named.organisation().id().equals(person.organisation().id()))
                .toList());
    }

    /** Letters that only look different are the same letters (Unicode normalization form KC); the registry folds case. */
    private static String folded(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC);
    }

    private static Optional<Holder> only(List<Holder> people) {
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }
}
