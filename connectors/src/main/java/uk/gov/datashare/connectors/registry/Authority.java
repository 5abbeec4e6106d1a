package uk.gov.datashare.connectors.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Organisation.Status;
import uk.gov.datashare.contracts.Role;

/** Who may confirm a change of the registry, and who gains by it. Pure. */
final class Authority {

    private Authority() {}

    /**
     * By what right this person may confirm the change; empty when they have none. A registry steward of a central body may
     * confirm any change. For what is an organisation's own affair, its data share lead and its escalation contact may.
     */
    static Optional<String> of(Holder confirming, Optional<Organisation> before, Organisation after) {
        String id = confirming.person().personId();
        Organisation own = confirming.organisation();
        if (own.type() == Organisation.Type.CENTRAL_BODY && own.status() == Status.ACTIVE
                && holds(own, Role.REGISTRY_STEWARD, id)) {
            return Optional.of("registry steward of " + own.id());
        }
        return before.filter(current -> current.id().equals(own.id()) && !standingChanges(current, after))
                .flatMap(current -> ofItsOwn(current, id));
    }

    private static Optional<String> ofItsOwn(Organisation current, String personId) {
        if (holds(current, Role.DATA_SHARE_LEAD, personId)) {
            return Optional.of("data share lead of " + current.id());
        }
        return current.escalationContact().equals(personId)
                ? Optional.of("escalation contact of " + current.id())
                : Optional.empty();
    }

    /** Whether what others must be able to rely on changes: nobody suspends, revives or reclassifies their own organisation. */
    static boolean standingChanges(Organisation before, Organisation after) {
        return before.status() != after.status() || before.type() != after.type()
                || before.competentAuthority() != after.competentAuthority()
                || !before.supersededBy().equals(after.supersededBy())
                || !before.emailDomains().equals(after.emailDomains())
                || !Set.copyOf(before.sectors()).equals(Set.copyOf(after.sectors()))
                || !Set.copyOf(before.jurisdictions()).equals(Set.copyOf(after.jurisdictions()))
                || !before.parent().equals(after.parent()) || !before.curies().equals(after.curies())
                || !holdings(before, Role.REGISTRY_STEWARD).equals(holdings(after, Role.REGISTRY_STEWARD));
    }

    /** Everybody whose entry, role or say the change touches, those who lose one included. */
    static Set<String> beneficiaries(Optional<Organisation> before, Organisation after) {
        Set<String> all = new HashSet<>();
        Stream.concat(before.stream(), Stream.of(after)).flatMap(one -> one.people().stream())
                .map(RoleHolder::personId).forEach(all::add);
        all.removeIf(id -> before.isPresent() && part(before.get(), id).equals(part(after, id)));
        return all;
    }

    /** Whether a person is still in post on this day. */
    static boolean inPost(RoleHolder person, LocalDate today) {
        return person.until().filter(last -> last.isBefore(today)).isEmpty();
    }

    /** Everything in a record that is this person's: two of these are equal when nothing of theirs has changed. */
    private record Part(Optional<RoleHolder> entry, List<RoleHolding> holdings, boolean escalation,
            Set<String> assets) {}

    private static Part part(Organisation organisation, String personId) {
        return new Part(organisation.person(personId),
                organisation.roles().stream().filter(holding -> names(holding, personId)).toList(),
                organisation.escalationContact().equals(personId),
                new HashSet<>(organisation.assets().stream()
                        .filter(asset -> asset.owner().equals(Optional.of(personId)))
                        .map(Organisation.DataAsset::assetId).toList()));
    }

    private static List<RoleHolding> holdings(Organisation organisation, Role role) {
        return organisation.roles().stream().filter(holding -> holding.role() == role).toList();
    }

    private static boolean holds(Organisation organisation, Role role, String personId) {
        return organisation.holding(role).filter(holding -> names(holding, personId)).isPresent();
    }

    private static boolean names(RoleHolding holding, String personId) {
        return holding.holder().equals(personId) || holding.backups().contains(personId);
    }
}
