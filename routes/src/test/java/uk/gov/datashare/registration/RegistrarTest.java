package uk.gov.datashare.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.RegistryChange;
import uk.gov.datashare.contracts.RegistryChange.Applied;
import uk.gov.datashare.contracts.RegistryChange.Asked;
import uk.gov.datashare.contracts.RegistryChange.Confirm;
import uk.gov.datashare.contracts.RegistryChange.Propose;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.RegistryChange.Refused;
import uk.gov.datashare.contracts.RegistryChange.Told;
import uk.gov.datashare.contracts.Topics;

/** What follows from what is asked of the registry, whatever is forgotten or read twice in between. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrarTest {

    private static final String STEWARD = "p-hub-06";
    private static final String DEPUTY = "p-hub-07";
    private static final String OFFICE = "home-office";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-01-12T10:00:00Z"));

    private final Registry registry = Registry.of(RegistryFile.seed());
    private final List<Received> topic = new ArrayList<>();
    private final SettledChanges settled = new SettledChanges();
    private final Registrar registrar = registrar(settled);

    private Registrar registrar(SettledChanges known) {
        return new Registrar(registry, known, (partition, before, handler) -> topic.stream()
                .filter(record -> record.offset() < before).forEach(handler), CLOCK, () -> true);
    }

    @Test
    void what_one_proposes_and_another_confirms_is_written_with_what_became_of_it() {
        Propose asked = changed(record -> record.put("abbreviation", "HO2"));

        assertThat(told(registrar, propose(asked))).singleElement().isInstanceOf(Proposed.class);
        List<Outgoing> follows = registrar.judge(List.of(confirm(asked, DEPUTY)));
        assertThat(follows).extracting(Outgoing::topic).containsExactly(Topics.REGISTRY.name(),
                Topics.REGISTRY_EVENTS.name());
        assertThat(MessageJson.read(((Outgoing.Event) follows.getFirst()).envelope().data(), Organisation.class))
                .isEqualTo(asked.organisation());
        assertThat(told(follows)).singleElement().isInstanceOfSatisfying(Applied.class, applied -> {
            assertThat(applied.proposedBy()).isEqualTo(STEWARD);
            assertThat(applied.confirmedBy()).isEqualTo(DEPUTY);
        });
    }

    @Test
    void who_proposed_it_does_not_confirm_it() {
        Propose asked = changed(record -> record.put("abbreviation", "HO2"));
        registrar.judge(List.of(propose(asked)));
        assertThat(told(registrar, confirm(asked, STEWARD))).singleElement().isInstanceOf(Refused.class);
    }

    @Test
    void what_nobody_has_proposed_cannot_be_confirmed() {
        assertThat(reasons(registrar, confirm(changed(record -> record.put("abbreviation", "HO2")), DEPUTY)))
                .singleElement().asString().contains("nobody has proposed");
    }

    @Test
    void a_change_is_applied_once() {
        Propose asked = changed(record -> record.put("abbreviation", "HO2"));
        registrar.judge(List.of(propose(asked), confirm(asked, DEPUTY)));
        assertThat(reasons(registrar, confirm(asked, DEPUTY))).singleElement().asString()
                .contains("applied already", DEPUTY);
    }

    @Test
    void after_a_restart_what_was_proposed_before_is_known_and_what_was_applied_stays_so() {
        Propose one = changed(record -> record.put("abbreviation", "ONE"));
        Propose other = changed("hm-treasury", record -> record.put("abbreviation", "TWO"));
        registrar.judge(List.of(propose(one), propose(other), confirm(one, DEPUTY)));

        Registrar started = registrar(settled);
        assertThat(told(started, confirm(other, DEPUTY))).singleElement().isInstanceOf(Applied.class);
        assertThat(reasons(started, confirm(one, DEPUTY))).singleElement().asString().contains("applied already");
    }

    @Test
    void a_batch_that_comes_again_before_anything_was_committed_is_answered_alike() {
        Propose asked = changed(record -> record.put("abbreviation", "HO2"));
        List<Received> batch = List.of(propose(asked), confirm(asked, DEPUTY));
        List<Outgoing> first = registrar(new SettledChanges()).judge(batch);
        assertThat(registrar(new SettledChanges()).judge(batch)).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void the_next_change_of_the_same_record_starts_from_what_was_applied_a_moment_ago() {
        Propose first = changed(record -> record.put("abbreviation", "ONE"));
        registrar.judge(List.of(propose(first), confirm(first, DEPUTY)));

        ObjectNode again = (ObjectNode) MessageJson.tree((Object) first.organisation()).deepCopy();
        again.put("version", 3).put("abbreviation", "TWO");
        assertThat(told(registrar, propose(proposal(again, 2)))).singleElement().isInstanceOf(Proposed.class);
        assertThat(reasons(registrar, propose(changed(record -> record.put("abbreviation", "LATE")))))
                .anyMatch(reason -> reason.contains("version 2 is current"));
    }

    @Test
    void an_organisations_rule_that_makes_no_sense_is_refused_with_its_faults() {
        Propose asked = changed(record -> record.withArray("rules").addObject().put("id", "PRESS").put("version", 1)
                .put("when", "specal").put("inWords", "a slip").put("role", "COMMUNICATIONS").put("mode", "ADVISORY")
                .put("stage", "EXPERT").put("why", "Because {whom}.").put("citation", "Our policy"));
        assertThat(reasons(registrar, propose(asked)))
                .anyMatch(reason -> reason.contains("home-office: rule PRESS, when") && reason.contains("specal"))
                .anyMatch(reason -> reason.contains("{whom}"));
        assertThat(told(registrar, confirm(asked, DEPUTY))).singleElement().isInstanceOf(Refused.class);
    }

    @Test
    void an_organisations_rule_that_makes_sense_is_taken() {
        Propose asked = changed(record -> record.withArray("rules").addObject().put("id", "PRESS").put("version", 1)
                .put("when", "special").put("inWords", "special categories").put("role", "COMMUNICATIONS")
                .put("mode", "ADVISORY").put("stage", "EXPERT").put("why", "The public will ask.")
                .put("citation", "Our policy"));
        registrar.judge(List.of(propose(asked)));
        assertThat(told(registrar, confirm(asked, DEPUTY))).singleElement().isInstanceOf(Applied.class);
    }

    @Test
    void what_asks_nothing_of_the_registry_becomes_a_dead_letter_and_the_next_is_judged() {
        Propose asked = changed(record -> record.put("abbreviation", "HO2"));
        List<Outgoing> follows = registrar.judge(List.of(
                record(Map.of(), "{}".getBytes(UTF_8)),
                record(headers("m-1", MessageTypes.of(Organisation.class)), "{}".getBytes(UTF_8)),
                record(headers("m-2", MessageTypes.of(Propose.class)), "{".getBytes(UTF_8)),
                record(headers("m-3", MessageTypes.of(Propose.class)), "{}".getBytes(UTF_8)),
                propose(asked)));
        assertThat(follows.subList(0, 4)).allMatch(DeadLetter.class::isInstance);
        assertThat(told(follows)).singleElement().isInstanceOf(Proposed.class);
    }

    @Test
    void while_the_registry_is_not_read_its_changes_wait() {
        var waiting = new Registrar(registry, settled, (_, _, _) -> {
        }, CLOCK, () -> false);
        assertThatIllegalStateException().isThrownBy(() -> waiting.judge(List.of()));
    }

    private Propose changed(Consumer<ObjectNode> change) {
        return changed(OFFICE, change);
    }

    private Propose changed(String organisation, Consumer<ObjectNode> change) {
        Organisation held = registry.organisation(organisation).orElseThrow();
        ObjectNode record = (ObjectNode) MessageJson.tree((Object) held).deepCopy();
        record.put("version", held.version() + 1);
        change.accept(record);
        return proposal(record, held.version());
    }

    private static Propose proposal(ObjectNode record, int base) {
        Organisation changed = MessageJson.read(record, Organisation.class);
        return new Propose(RegistryChange.id(changed, STEWARD), base, changed, STEWARD, "A test");
    }

    private Received propose(Propose asked) {
        return asked(asked);
    }

    private Received confirm(Propose asked, String by) {
        return asked(new Confirm(asked.changeId(), asked.organisationId(), by));
    }

    private Received asked(Asked asked) {
        return record(headers("m-" + topic.size(), MessageTypes.of(asked.getClass())), MessageJson.write(asked));
    }

    private static Map<String, String> headers(String id, String type) {
        return Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "urn:test:steward", "ce_type", type,
                "content-type", "application/json");
    }

    private Received record(Map<String, String> headers, byte[] value) {
        var record = new Received(Topics.REGISTRY_CHANGES.name(), 0, topic.size(), CLOCK.instant(),
                Optional.of(OFFICE), headers, Optional.of(value));
        topic.add(record);
        return record;
    }

    private static List<Told> told(Registrar registrar, Received record) {
        return told(registrar.judge(List.of(record)));
    }

    private static List<Told> told(List<Outgoing> follows) {
        return follows.stream().filter(one -> one.topic().equals(Topics.REGISTRY_EVENTS.name()))
                .map(one -> MessageJson.read(((Outgoing.Event) one).envelope().data(), Told.class)).toList();
    }

    private static List<String> reasons(Registrar registrar, Received record) {
        assertThat(told(registrar, record)).singleElement().isInstanceOf(Refused.class);
        return ((Refused) told(registrar, record).getFirst()).reasons();
    }
}
