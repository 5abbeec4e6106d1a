package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistryOnTheBackboneTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_change_reaches_a_running_hub_at_once_and_outlives_a_restart_with_the_old_file() throws Exception {
        List<Organisation> seed = RegistryFile.seed();
        Set<String> newcomers = new ConcurrentSkipListSet<>();
        RegistryView running = new RegistryView(organisation -> newcomers.add(organisation.id()));

        try (Backbone backbone = Backbone.open(BackboneSettings.embedded(folder));
                Publisher publisher = backbone.publisher()) {
            backbone.topics().provide(List.of(Topics.REGISTRY));
            try (TopicView topic = backbone.view(Topics.REGISTRY, running::accept)) {
                assertThat(topic.awaitCaughtUp(SOON)).isTrue();
                var registrar = new RegistryPublisher(publisher, running, InstantSource.system());
                registrar.bringIn(seed);
                await().atMost(SOON).until(() -> newcomers.size() == seed.size());

                registrar.update(withNewLead(running, "Newly Appointed"));
                await().atMost(SOON).until(() -> name(running).equals(Optional.of("Newly Appointed")));
            }

            RegistryView restarted = new RegistryView(_ -> {
            });
            try (TopicView topic = backbone.view(Topics.REGISTRY, restarted::accept)) {
                assertThat(topic.awaitCaughtUp(SOON)).isTrue();
                assertThat(new RegistryPublisher(publisher, restarted, InstantSource.system()).bringIn(seed)).isEmpty();
                assertThat(name(restarted)).contains("Newly Appointed");
                assertThat(restarted.version()).isEqualTo(running.version());
            }
        }
    }

    private static Optional<String> name(Registry registry) {
        return registry.person("p-dwp-01").map(holder -> holder.person().name());
    }

    private static Organisation withNewLead(Registry registry, String name) {
        Organisation old = registry.person("p-dwp-01").map(Holder::organisation).orElseThrow();
        return new Organisation(old.id(), old.version() + 1, old.name(), old.abbreviation(), old.type(), old.status(),
                old.supersededBy(), old.calendar(), old.sectors(), old.emailDomains(), old.requestMailbox(),
                old.roles(),
                old.escalationContact(), old.people().stream().map(person -> person.personId().equals("p-dwp-01")
                        ? new Organisation.RoleHolder(person.personId(), name, person.email(), person.position(),
                                person.until())
                        : person).toList(),
                old.assets(), old.policies(), old.aliases(), old.curies(), old.contentId(), old.parent(),
                old.jurisdictions(), old.competentAuthority(), old.rules(), old.questions());
    }
}
