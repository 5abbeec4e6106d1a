package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.RegistryPublisher.Registration;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistryViewTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

    private final List<String> newcomers = new ArrayList<>();
    private final RegistryView view = new RegistryView(organisation -> newcomers.add(organisation.id()));
    private final RegistryPublisher publisher = new RegistryPublisher(this::topic, view, NOON);
    private long offset;

    @Test
    void a_new_record_changes_the_registry_without_a_restart() {
        publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb")));
        Registry before = view.now();

        assertThat(publisher.update(Parties.dwp(2, "Bilal Iyer")))
                .isEqualTo(new Registration.Registered("department-for-work-pensions", 2));

        assertThat(view.person("p-dwp-01")).map(holder -> holder.person().name()).contains("Bilal Iyer");
        assertThat(before.person("p-dwp-01")).map(holder -> holder.person().name()).contains("Ada Lamb");
        assertThat(view.version()).isGreaterThan(before.version());
        assertThat(newcomers).containsExactly("department-for-work-pensions");
    }

    @Test
    void people_are_found_by_address_whatever_its_letter_case() {
        publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb")));

        assertThat(view.peopleAt(" LEAD@dwp.gov.uk.EXAMPLE.invalid ")).extracting(holder -> holder.person().personId())
                .containsExactly("p-dwp-01");
        assertThat(view.peopleAt("nobody@dwp.gov.uk.example.invalid")).isEmpty();
    }

    @Test
    void a_restart_with_the_old_file_does_not_undo_an_update() {
        publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb")));
        publisher.update(Parties.dwp(2, "Bilal Iyer"));

        assertThat(publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb"), Parties.dvla())))
                .containsExactly(Parties.dvla());
        assertThat(view.person("p-dwp-01")).map(holder -> holder.person().name()).contains("Bilal Iyer");
    }

    @Test
    void a_change_that_does_not_fit_is_refused_with_every_reason() {
        publisher.bringIn(List.of(Parties.dwp(3, "Ada Lamb"), Parties.dvla()));

        Registration answer = publisher.update(Parties.dwp(3, "Bilal Iyer", "p-dvla-01", "x@gov.uk.example.com"));

        assertThat(answer).isInstanceOfSatisfying(Registration.Refused.class, refused -> assertThat(refused.problems())
                .anyMatch(problem -> problem.contains("version 3 is held already"))
                .anyMatch(problem -> problem.contains("the person p-dvla-01 stands in the registry twice"))
                .anyMatch(problem -> problem.contains("is at none of its domains")));
    }

    @Test
    void a_record_that_is_not_in_order_is_passed_over_and_the_old_one_stays() {
        publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb")));

        view.accept(record("department-for-work-pensions", Optional.of("{\"id\":\"department-for-work-pensions\"}")));
        view.accept(record("department-for-work-pensions", Optional.of("not json")));

        assertThat(view.organisation("department-for-work-pensions")).contains(Parties.dwp(1, "Ada Lamb"));
    }

    @Test
    void an_older_record_changes_nothing() {
        publisher.bringIn(List.of(Parties.dwp(2, "Bilal Iyer")));
        new RegistryPublisher(this::topic, Registry.of(List.of()), NOON).bringIn(List.of(Parties.dwp(1, "Ada Lamb")));

        assertThat(view.organisation("department-for-work-pensions")).map(Organisation::version).contains(2);
    }

    @Test
    void a_tombstone_takes_an_organisation_out() {
        publisher.bringIn(List.of(Parties.dwp(1, "Ada Lamb")));

        view.accept(record("department-for-work-pensions", Optional.empty()));

        assertThat(view.organisations()).isEmpty();
        assertThat(view.peopleAt("lead@dwp.gov.uk.example.invalid")).isEmpty();
    }

    private void topic(List<Outgoing> outgoing) {
        for (Outgoing one : outgoing) {
            if (one instanceof Outgoing.Event(_, var key, var envelope)) {
                view.accept(record(key, Optional.of(new String(envelope.data(), StandardCharsets.UTF_8))));
            }
        }
    }

    private Received record(String key, Optional<String> value) {
        Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", "i" + offset, "ce_source", "urn:test",
                "ce_type", "uk.gov.datashare.organisation.updated.v1", "ce_subject", key, "content-type",
                "application/json");
        return new Received(Topics.REGISTRY.name(), 0, offset++, NOON.instant(), Optional.of(key), headers,
                value.map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }
}
