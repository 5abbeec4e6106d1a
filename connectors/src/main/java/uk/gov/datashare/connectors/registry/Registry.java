package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;

/**
 * Who is who, at one moment: every answer of one instance is from the newest state, and two answers may be from two states.
 * Whoever needs several answers that fit together takes a {@link #now()} first.
 */
public interface Registry {

    /** The organisation of this id, whatever its status; empty for one that nobody has registered. */
    Optional<Organisation> organisation(String organisationId);

    /** Every organisation, ordered by id. */
    List<Organisation> organisations();

    /** The person of this registry id, and the organisation that they belong to. */
    Optional<Holder> person(String personId);

    /** Everybody who is reached at this address, whatever its letter case; nobody for an address that is not registered. */
    List<Holder> peopleAt(String address);

    /** Which state this is: it grows with each change, and is the same on every hub that has read as far. */
    long version();

    /** This state of the registry, which does not change any more. */
    Registry now();

    /** A registry of exactly these organisations, which never changes. */
    static Registry of(List<Organisation> organisations) {
        return Snapshot.of(1, organisations);
    }

    /**
     * Somebody and where they belong.
     *
     * @param person       who
     * @param organisation their organisation
     */
    record Holder(RoleHolder person, Organisation organisation) {
        public Holder {
            requireNonNull(person);
            requireNonNull(organisation);
        }
    }
}
