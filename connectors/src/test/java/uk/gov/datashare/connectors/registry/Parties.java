package uk.gov.datashare.connectors.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Policies;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Role;

/** Two small organisations for tests of the registry. */
final class Parties {

    private Parties() {}

    static Organisation dwp(int version, String lead) {
        return organisation("department-for-work-pensions", version, "dwp.gov.uk.example.invalid",
                List.of(person("p-dwp-01", lead, "Lead@dwp.gov.uk.example.invalid")));
    }

    static Organisation dwp(int version, String lead, String secondPerson, String secondAddress) {
        return organisation("department-for-work-pensions", version, "dwp.gov.uk.example.invalid",
                List.of(person("p-dwp-01", lead, "lead@dwp.gov.uk.example.invalid"),
                        person(secondPerson, "Cerys Obi", secondAddress)));
    }

    static Organisation dvla() {
        return organisation("driver-and-vehicle-licensing-agency", 1, "dvla.gov.uk.example.invalid",
                List.of(person("p-dvla-01", "Dilys Rao", "lead@dvla.gov.uk.example.invalid")));
    }

    private static RoleHolder person(String id, String name, String email) {
        return new RoleHolder(id, name, email, "Data share lead", Optional.empty());
    }

    private static Organisation organisation(String id, int version, String domain, List<RoleHolder> people) {
        String first = people.getFirst().personId();
        return new Organisation(id, version, id, Optional.empty(), Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Status.ACTIVE, List.of(), Organisation.Calendar.ENGLAND_AND_WALES, List.of(),
                List.of(domain), "data@" + domain, List.of(new RoleHolding(Role.DATA_SHARE_LEAD, first, List.of())),
                first,
                people, List.of(), new Policies(false, Map.of(), Optional.empty()));
    }
}
