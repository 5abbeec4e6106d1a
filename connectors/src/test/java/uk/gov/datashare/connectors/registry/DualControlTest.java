package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.RegistryChange;
import uk.gov.datashare.contracts.RegistryChange.Applied;
import uk.gov.datashare.contracts.RegistryChange.Confirm;
import uk.gov.datashare.contracts.RegistryChange.Propose;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.RegistryChange.Refused;
import uk.gov.datashare.contracts.RegistryChange.Told;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DualControlTest {

    private static final String STEWARD = "p-hub-06";
    private static final String DEPUTY = "p-hub-07";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Registry registry = Registry.of(RegistryFile.seed());
    private final DualControl control = new DualControl(registry, TODAY);

    @Test
    void a_change_waits_until_a_steward_who_did_not_propose_it_confirms() {
        Propose asked = changed("home-office", STEWARD, record -> record.put("abbreviation", "HO2"));

        assertThat(control.judge(asked)).isInstanceOfSatisfying(Proposed.class,
                proposed -> assertThat(proposed.changed()).containsExactly("abbreviation", "version"));
        assertThat(confirmed(asked, DEPUTY)).isInstanceOfSatisfying(Applied.class, applied -> {
            assertThat(applied.version()).isEqualTo(2);
            assertThat(applied.authority()).startsWith("registry steward");
        });
    }

    @Test
    void nobody_confirms_their_own_proposal() {
        assertThat(reasons(confirmed(changed("home-office", STEWARD, record -> record.put("abbreviation", "HO2")),
                STEWARD))).anyMatch(reason -> reason.contains("proposed this change"));
    }

    @Test
    void whoever_gains_by_a_change_does_not_confirm_it() {
        String lead = escalation("home-office");
        Propose asked = changed("home-office", STEWARD, record -> record.withArray("people").forEach(person -> {
            if (person.path("personId").asString().equals(lead)) {
                ((ObjectNode) person).put("name", "Somebody Else");
            }
        }));

        assertThat(reasons(confirmed(asked, lead))).anyMatch(reason -> reason.contains("gains or loses"));
        assertThat(confirmed(asked, DEPUTY)).isInstanceOf(Applied.class);
    }

    @Test
    void an_organisations_escalation_contact_confirms_its_own_affairs_and_no_others() {
        String ours = escalation("home-office");
        Consumer<ObjectNode> renamed = record -> record.put("abbreviation", "HO2");

        assertThat(confirmed(changed("home-office", STEWARD, renamed), ours)).isInstanceOf(Applied.class);
        assertThat(reasons(confirmed(changed("hm-treasury", STEWARD, renamed), ours)))
                .anyMatch(reason -> reason.contains("may not confirm"));
    }

    @Test
    void nobody_but_a_steward_suspends_or_revives_an_organisation_or_gives_it_a_domain() {
        Propose revived = changed("met-office", STEWARD, record -> record.put("status", "ACTIVE"));
        Propose domain = changed("home-office", STEWARD,
                record -> record.withArray("emailDomains").add("more.example.invalid"));

        assertThat(confirmed(revived, escalation("met-office"))).isInstanceOf(Refused.class);
        assertThat(confirmed(revived, DEPUTY)).isInstanceOf(Applied.class);
        assertThat(confirmed(domain, escalation("home-office"))).isInstanceOf(Refused.class);
    }

    @Test
    void nobody_makes_themselves_a_steward_through_an_organisation_of_their_own() {
        String ours = escalation("home-office");
        Propose asked = changed("home-office", STEWARD, record -> record.withArray("roles").addObject()
                .put("role", "REGISTRY_STEWARD").put("holder", "p-ho-01"));

        assertThat(confirmed(asked, ours)).isInstanceOf(Refused.class);
    }

    @Test
    void of_two_changes_of_one_version_only_the_first_goes_through() {
        Propose first = changed("home-office", STEWARD, record -> record.put("abbreviation", "ONE"));
        Propose second = changed("home-office", STEWARD, record -> record.put("abbreviation", "TWO"));
        Registry after = Registry.of(registry.organisations().stream()
                .map(one -> one.id().equals("home-office") ? first.organisation() : one).toList());

        Told told = new DualControl(after, TODAY).judge(
                new Confirm(second.changeId(), "home-office", DEPUTY), second);
        assertThat(reasons(told)).anyMatch(reason -> reason.contains("version 2 is current"));
    }

    @Test
    void an_organisation_may_apply_with_nobody_in_it_and_takes_part_only_with_its_roles_filled() {
        Organisation applied = MessageJson.read(MessageJson.tree("""
                {"id": "office-of-the-tides", "version": 1, "name": "Office of the Tides", "type": "OTHER",
                 "status": "APPLIED", "calendar": "ENGLAND_AND_WALES", "requestMailbox": "nobody@example.invalid",
                 "escalationContact": "nobody", "policies": {"dpoBinding": false}}""".getBytes(
                java.nio.charset.StandardCharsets.UTF_8)), Organisation.class);
        ObjectNode active = (ObjectNode) MessageJson.tree((Object) applied).deepCopy();
        active.put("status", "ACTIVE");

        assertThat(confirmed(proposal(applied, 0, STEWARD), DEPUTY)).isInstanceOf(Applied.class);
        assertThat(reasons(control.judge(proposal(MessageJson.read(active, Organisation.class), 0, STEWARD))))
                .anyMatch(reason -> reason.contains("somebody must hold"))
                .anyMatch(reason -> reason.contains("escalation contact"));
    }

    @Test
    void a_department_that_is_split_names_both_that_take_its_place() {
        Propose split = changed("department-for-transport", STEWARD, record -> {
            record.put("status", "SUPERSEDED");
            record.putArray("supersededBy").add("department-for-business-and-trade")
                    .add("department-for-energy-security-and-net-zero");
        });
        Propose nobody = changed("department-for-transport", STEWARD, record -> record.put("status", "SUPERSEDED"));

        assertThat(confirmed(split, DEPUTY)).isInstanceOf(Applied.class);
        assertThat(reasons(control.judge(nobody))).anyMatch(reason -> reason.contains("nobody is named"));
    }

    @Test
    void strangers_and_those_who_have_left_neither_propose_nor_confirm() {
        Propose asked = changed("home-office", "p-nobody-99", record -> record.put("abbreviation", "HO2"));

        assertThat(reasons(control.judge(asked))).anyMatch(reason -> reason.contains("not registered"));
        assertThat(reasons(confirmed(changed("home-office", STEWARD, record -> record.put("abbreviation", "HO2")),
                "p-nobody-99"))).anyMatch(reason -> reason.contains("not registered"));
    }

    @Test
    void what_is_exchanged_after_it_was_read_does_not_go_by_the_old_id() {
        Propose asked = changed("home-office", STEWARD, record -> record.put("abbreviation", "HO2"));
        Propose other = changed("home-office", STEWARD, record -> record.put("abbreviation", "HO3"));

        assertThat(reasons(control.judge(new Propose(asked.changeId(), 1, other.organisation(), STEWARD, "Swapped."))))
                .anyMatch(reason -> reason.contains("not that of what is in it"));
    }

    private Told confirmed(Propose asked, String personId) {
        return control.judge(new Confirm(asked.changeId(), asked.organisationId(), personId), asked);
    }

    private static List<String> reasons(Told told) {
        return told instanceof Refused refused ? refused.reasons() : List.of();
    }

    private String escalation(String organisation) {
        return registry.organisation(organisation).orElseThrow().escalationContact();
    }

    private Propose changed(String organisation, String by, Consumer<ObjectNode> change) {
        Optional<Organisation> held = registry.organisation(organisation);
        ObjectNode record = (ObjectNode) MessageJson.tree((Object) held.orElseThrow()).deepCopy();
        int base = held.orElseThrow().version();
        record.put("version", base + 1);
        change.accept(record);
        return proposal(MessageJson.read(record, Organisation.class), base, by);
    }

    private static Propose proposal(Organisation organisation, int base, String by) {
        return new Propose(RegistryChange.id(organisation, by), base, organisation, by, "A test.");
    }
}
