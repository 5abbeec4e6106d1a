package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

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
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.RegistryChange.Propose;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.Topics;

/** What the README of this module tells to do works as it stands there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path SNIPPET = Path
            .of("src/test/java/uk/gov/datashare/connectors/registry/ProposeAChange.java");

    @Test
    void its_way_to_propose_a_change_is_the_one_that_is_compiled_here() throws IOException {
        String source = Files.readString(SNIPPET);
        String shown = source.substring(source.indexOf("    static String propose"),
                source.indexOf("    private static String sha256"));

        assertThat(Files.readString(Path.of("README.md"))).contains(shown.stripTrailing().stripIndent());
    }

    @Test
    void its_way_to_propose_a_change_makes_a_proposal_that_the_hub_takes(@TempDir Path folder) throws Exception {
        Registry registry = Registry.of(RegistryFile.seed());
        Organisation transport = registry.organisation("department-for-transport").orElseThrow();
        List<Received> asked = new CopyOnWriteArrayList<>();

        try (Backbone backbone = Backbone.open(BackboneSettings.embedded(folder))) {
            backbone.topics().provide(List.of(Topics.REGISTRY_CHANGES));
            try (TopicView topic = backbone.view(Topics.REGISTRY_CHANGES, asked::add);
                    var producer = new KafkaProducer<>(
                            Map.<String, Object>of("bootstrap.servers", backbone.connection().bootstrapServers()),
                            new StringSerializer(), new ByteArraySerializer())) {
                assertThat(topic.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
                ObjectNode record = (ObjectNode) MessageJson.tree((Object) transport).deepCopy();
                String change = ProposeAChange.propose(record.put("abbreviation", "DFT"), "p-hub-06",
                        "As they write it",
                        producer);

                await().atMost(Duration.ofSeconds(60)).until(() -> !asked.isEmpty());
                Propose proposal = proposal(asked.getFirst());
                assertThat(proposal.changeId()).isEqualTo(change);
                assertThat(new DualControl(registry, LocalDate.of(2026, 11, 24)).judge(proposal))
                        .isInstanceOf(Proposed.class);
            }
        }
    }

    private static Propose proposal(Received received) {
        Envelope<byte[]> envelope = ((Read.Understood) received.read()).envelope();
        assertThat(Schemas.check(envelope.type(), MessageJson.tree(envelope.data()))).isEmpty();
        return MessageJson.read(envelope.data(), Propose.class);
    }
}
