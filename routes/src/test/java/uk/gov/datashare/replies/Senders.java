package uk.gov.datashare.replies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Role;

/** Who is registered in the tests of this stage. */
final class Senders {

    private Senders() {}

    static Registry registry() {
        return Registry.of(List.of(organisation("department-for-work-pensions", "dwp", "owner", "deputy"),
                organisation("home-office", "ho", "lead", "deputy")));
    }

    private static Organisation organisation(String id, String prefix, String... posts) {
        String domain = prefix + ".gov.uk.example.invalid";
        var people = new ArrayList<Organisation.RoleHolder>();
        for (String post : posts) {
            people.add(holder(prefix + "." + post, post + "@" + domain));
        }
        people.add(holder(prefix + ".team1", "team@" + domain));
        people.add(holder(prefix + ".team2", "team@" + domain));
        return new Organisation(id, 1, id, Optional.empty(), Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Status.ACTIVE, List.of(), Organisation.Calendar.ENGLAND_AND_WALES, List.of(),
                List.of(domain), "data@" + domain,
                List.of(new Organisation.RoleHolding(Role.DATA_OWNER, prefix + "." + posts[0], List.of())),
                prefix + "." + posts[0], people, List.of(),
                new Organisation.Policies(false, Map.of(), Optional.empty()));
    }

    private static Organisation.RoleHolder holder(String personId, String email) {
        return new Organisation.RoleHolder(personId, "Pat", email, "officer", Optional.empty());
    }
}
