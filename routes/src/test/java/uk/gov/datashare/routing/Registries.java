package uk.gov.datashare.routing;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Policies;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Role;

/** The organisations that the hub ships with, changed as a story needs it. */
final class Registries {

    private Registries() {}

    /** A registry in which one organisation is another. */
    static Registry with(String id, UnaryOperator<Organisation> change) {
        return Registry.of(
                Sample.organisations().stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList());
    }

    static Organisation withRoles(Organisation o, List<RoleHolding> roles) {
        return new Organisation(o.id(), o.version(), o.name(), o.abbreviation(), o.type(), o.status(), o.supersededBy(),
                o.calendar(), o.sectors(),
                o.emailDomains(), o.requestMailbox(), roles, o.escalationContact(), o.people(), o.assets(),
                o.policies(), o.aliases(), o.curies(), o.contentId(), o.parent(), o.jurisdictions(),
                o.competentAuthority(), o.rules(), o.questions());
    }

    static Organisation withPeople(Organisation o, List<RoleHolder> people) {
        return new Organisation(o.id(), o.version(), o.name(), o.abbreviation(), o.type(), o.status(), o.supersededBy(),
                o.calendar(), o.sectors(),
                o.emailDomains(), o.requestMailbox(), o.roles(), o.escalationContact(), people, o.assets(),
                o.policies(), o.aliases(), o.curies(), o.contentId(), o.parent(), o.jurisdictions(),
                o.competentAuthority(), o.rules(), o.questions());
    }

    static Organisation withRules(Organisation o, List<OwnRule> rules) {
        return new Organisation(o.id(), o.version(), o.name(), o.abbreviation(), o.type(), o.status(), o.supersededBy(),
                o.calendar(), o.sectors(),
                o.emailDomains(), o.requestMailbox(), o.roles(), o.escalationContact(), o.people(), o.assets(),
                o.policies(), o.aliases(), o.curies(), o.contentId(), o.parent(), o.jurisdictions(),
                o.competentAuthority(), rules, o.questions());
    }

    static Organisation withPolicies(Organisation o, Policies policies) {
        return new Organisation(o.id(), o.version(), o.name(), o.abbreviation(), o.type(), o.status(), o.supersededBy(),
                o.calendar(), o.sectors(),
                o.emailDomains(), o.requestMailbox(), o.roles(), o.escalationContact(), o.people(), o.assets(),
                policies, o.aliases(), o.curies(), o.contentId(), o.parent(), o.jurisdictions(), o.competentAuthority(),
                o.rules(), o.questions());
    }

    /** The organisation in which nobody holds a role. */
    static Organisation vacant(Organisation o, Role role) {
        return withRoles(o, o.roles().stream().filter(holding -> holding.role() != role).toList());
    }

    /** The organisation in which a role is held by these people, the first one first. */
    static Organisation held(Organisation o, Role role, String holder, String... backups) {
        return withRoles(vacant(o, role), Stream
                .concat(vacant(o, role).roles().stream(), Stream.of(new RoleHolding(role, holder, List.of(backups))))
                .toList());
    }
}
