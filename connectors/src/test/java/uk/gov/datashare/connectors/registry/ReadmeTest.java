package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

/** What the README of this module tells to do works as it stands there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path SNIPPET = Path
            .of("src/test/java/uk/gov/datashare/connectors/registry/ChangeAnOrganisation.java");

    @Test
    void its_way_to_change_an_organisation_is_the_one_that_is_compiled_here() throws IOException {
        String source = Files.readString(SNIPPET);
        String shown = source.substring(source.indexOf("    static void publish"), source.lastIndexOf("}\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains(shown.stripTrailing().stripIndent());
    }

    @Test
    void its_way_to_change_an_organisation_changes_a_running_registry(@TempDir Path folder) throws Exception {
        Organisation transport = RegistryFile.seed().stream()
                .filter(organisation -> organisation.id().equals("department-for-transport")).findFirst().orElseThrow();
        var registry = new RegistryView(_ -> {
        });

        try (Backbone backbone = Backbone.open(BackboneSettings.embedded(folder))) {
            backbone.topics().provide(List.of(Topics.REGISTRY));
            try (TopicView topic = backbone.view(Topics.REGISTRY, registry::accept);
                    var producer = new KafkaProducer<>(
                            Map.<String, Object>of("bootstrap.servers", backbone.connection().bootstrapServers()),
                            new StringSerializer(), new ByteArraySerializer())) {
                assertThat(topic.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
                ChangeAnOrganisation.publish((ObjectNode) MessageJson.tree(transport), producer);

                await().atMost(Duration.ofSeconds(60)).until(() -> registry.organisation(transport.id())
                        .filter(held -> held.version() == transport.version() + 1).isPresent());
            }
        }
    }
}
