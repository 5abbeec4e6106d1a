package uk.gov.datashare.sandbox;

import static uk.gov.datashare.contracts.Organisation.Calendar.ENGLAND_AND_WALES;
import static uk.gov.datashare.contracts.Organisation.Status.ACTIVE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Policies;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Role;

/** A registry record for a party of a real agreement that the registry does not know: its people are invented. */
final class InventedOrganisation {

    private static final List<Role> ROLES = List.of(Role.DATA_SHARE_LEAD, Role.DATA_OWNER, Role.DPO, Role.SIRO,
            Role.LEGAL,
            Role.SECURITY, Role.SIGNATORY);
    private static final List<String> FIRST_NAMES = List.of("Alex", "Bronwen", "Callum", "Dilys", "Ewan", "Farah",
            "Gareth",
            "Harjit");
    private static final List<String> SURNAMES = List.of("Ashworth", "Bevan", "Campbell", "Dhillon", "Eastwood",
            "Fraser",
            "Griffiths", "Hussain", "Ingram", "Jarvis", "Kaur");

    private InventedOrganisation() {}

    /** A record for an organisation of this name, with a holder for each role and one escalation contact. */
    static Organisation named(String name) {
        String id = RealAgreements.slug(name);
        String domain = id + ".gov.uk.example.invalid";
        List<RoleHolder> people = IntStream.rangeClosed(0, ROLES.size()).mapToObj(number -> person(id, domain, number))
                .toList();
        String escalation = people.getLast().personId();
        Stream<RoleHolding> roles = IntStream.range(0, ROLES.size())
                .mapToObj(number -> new RoleHolding(ROLES.get(number), people.get(number).personId(),
                        List.of(escalation)));
        return new Organisation(id, 1, name, Optional.empty(), type(name), ACTIVE, List.of(), ENGLAND_AND_WALES,
                List.of(),
                List.of(domain), "data-sharing@" + domain, roles.toList(), escalation, people, List.of(),
                new Policies(false, Map.of(), Optional.empty()));
    }

    private static RoleHolder person(String organisation, String domain, int number) {
        int seed = Math.floorMod(organisation.hashCode(), 1_000) + number;
        String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
        String surname = SURNAMES.get(seed % SURNAMES.size());
        String position = number < ROLES.size() ? ROLES.get(number).words() : "chief data officer";
        return new RoleHolder("p-" + organisation + "-" + number, first + " " + surname,
                (first + "." + surname + "@" + domain).toLowerCase(Locale.UK), position, Optional.empty());
    }

    private static Organisation.Type type(String name) {
        return name.contains("Council") || name.contains("London Borough")
                ? Organisation.Type.LOCAL_AUTHORITY
                : Organisation.Type.OTHER;
    }
}
