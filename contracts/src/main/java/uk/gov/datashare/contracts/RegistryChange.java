package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The life of a change of the registry: one person proposes it, another confirms it, and the hub applies or refuses it. What
 * is asked carries names and addresses and is kept for a month; what became of it carries none and is kept for ever.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface RegistryChange {

    /** The change: the organisation's id, its new version and the beginning of the {@linkplain #id hash} of what is proposed. */
    String changeId();

    /** Whose record changes. */
    String organisationId();

    /**
     * The id that a change has because of what is in it: what was read by whoever confirms is what is applied.
     *
     * @param organisation the record as it is to be
     * @param proposedBy   personId of who proposes it
     */
    static String id(Organisation organisation, String proposedBy) {
        String content = MessageJson.hash(organisation) + "|" + proposedBy;
        return organisation.id() + "-v" + organisation.version() + "-" + MessageJson.sha256(content).substring(0, 12);
    }

    /** What is asked of the registry. */
    sealed interface Asked extends RegistryChange {}

    /** What became of it. */
    sealed interface Told extends RegistryChange {}

    /**
     * Somebody proposes that an organisation joins or that its record changes.
     *
     * @param changeId     the change
     * @param baseVersion  the version of the record that the proposer had before them; 0 for an organisation that joins
     * @param organisation the whole record as it is to be, its version one more than the base
     * @param proposedBy   personId of who proposes it
     * @param reason       why, without personal data
     */
    @JsonTypeName("registry.propose-change.v1")
    record Propose(String changeId, int baseVersion, Organisation organisation, String proposedBy,
            String reason) implements Asked {
        public Propose {
            requireNonNull(changeId);
            requireNonNull(organisation);
            requireNonNull(proposedBy);
            requireNonNull(reason);
        }

        @Override
        public String organisationId() {
            return organisation.id();
        }
    }

    /**
     * Somebody else confirms a change that was proposed.
     *
     * @param changeId       the change
     * @param organisationId whose record changes
     * @param confirmedBy    personId of who confirms it
     */
    @JsonTypeName("registry.confirm-change.v1")
    record Confirm(String changeId, String organisationId, String confirmedBy) implements Asked {
        public Confirm {
            requireNonNull(changeId);
            requireNonNull(organisationId);
            requireNonNull(confirmedBy);
        }
    }

    /**
     * A change is in order and waits for somebody to confirm it.
     *
     * @param changeId       the change
     * @param organisationId whose record changes
     * @param baseVersion    the version that it starts from
     * @param recordHash     SHA-256 of the proposed record in canonical form, 64 hex digits
     * @param changed        the places that differ, such as {@code people/p-dwp-01/email}, without what stands there
     * @param proposedBy     personId of who proposed it
     * @param reason         why
     */
    @JsonTypeName("registry.change-proposed.v1")
    record Proposed(String changeId, String organisationId, int baseVersion, String recordHash, List<String> changed,
            String proposedBy, String reason) implements Told {
        public Proposed {
            requireNonNull(changeId);
            requireNonNull(organisationId);
            requireNonNull(recordHash);
            changed = Absent.orEmpty(changed);
            requireNonNull(proposedBy);
            requireNonNull(reason);
        }
    }

    /**
     * A change was confirmed, and is on the registry's topic.
     *
     * @param changeId       the change
     * @param organisationId whose record changed
     * @param version        its version from now on
     * @param recordHash     SHA-256 of the record in canonical form, 64 hex digits
     * @param proposedBy     personId of who proposed it
     * @param confirmedBy    personId of who confirmed it
     * @param authority      by what right, in words
     */
    @JsonTypeName("registry.change-applied.v1")
    record Applied(String changeId, String organisationId, int version, String recordHash, String proposedBy,
            String confirmedBy, String authority) implements Told {
        public Applied {
            requireNonNull(changeId);
            requireNonNull(organisationId);
            requireNonNull(recordHash);
            requireNonNull(proposedBy);
            requireNonNull(confirmedBy);
            requireNonNull(authority);
        }
    }

    /**
     * A proposal or a confirmation did not count; the registry is as it was.
     *
     * @param changeId       the change
     * @param organisationId whose record was to change
     * @param by             personId of who proposed or confirmed
     * @param reasons        everything that stood against it, in words
     */
    @JsonTypeName("registry.change-refused.v1")
    record Refused(String changeId, String organisationId, String by, List<String> reasons) implements Told {
        public Refused {
            requireNonNull(changeId);
            requireNonNull(organisationId);
            requireNonNull(by);
            reasons = Absent.orEmpty(reasons);
        }
    }
}
