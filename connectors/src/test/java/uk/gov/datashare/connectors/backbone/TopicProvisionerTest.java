package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.gov.datashare.contracts.Topic.Cleanup.COMPACT;
import static uk.gov.datashare.contracts.Topic.Cleanup.DELETE;
import static uk.gov.datashare.contracts.Topic.Spread.BY_KEY;
import static uk.gov.datashare.contracts.Topic.Spread.SINGLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicProvisionerTest {

    private final KafkaConnection connection = SharedBroker.backbone().connection();
    private final TopicProvisioner provisioner = SharedBroker.backbone().topics();

    @Test
    void a_missing_topic_is_made_as_it_must_be() throws Exception {
        Topic month = new Topic(SharedBroker.uniqueName("month"), BY_KEY, DELETE, Optional.of(Duration.ofDays(30)));
        Topic compacted = new Topic(SharedBroker.uniqueName("compacted"), SINGLE, COMPACT, Optional.empty());

        assertThat(provisioner.provide(List.of(month, compacted))).isEmpty();

        assertThat(partitions(month)).isEqualTo(3);
        assertThat(partitions(compacted)).isEqualTo(1);
        assertThat(setting(month, "cleanup.policy")).isEqualTo("delete");
        assertThat(setting(month, "retention.ms")).isEqualTo("2592000000");
        assertThat(setting(compacted, "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(compacted, "retention.ms")).isEqualTo("-1");
    }

    @Test
    void making_them_again_changes_nothing_and_finds_no_difference() {
        provisioner.provide(Topics.central());
        assertThat(provisioner.provide(Topics.central())).isEmpty();
    }

    @Test
    void the_topics_of_a_new_organisation_are_made_at_any_time() throws Exception {
        assertThat(provisioner.provide(Topics.of("met-office"))).isEmpty();
        assertThat(partitions(Topics.requests("met-office"))).isEqualTo(1);
    }

    @Test
    void a_topic_with_large_records_takes_them_and_the_others_keep_the_usual_limit() throws Exception {
        provisioner.provide(List.of(Topics.MAIL_IN, Topics.COMMANDS));
        assertThat(setting(Topics.MAIL_IN, "max.message.bytes")).isEqualTo(Integer.toString(Limits.LARGE_BATCH));
        assertThat(setting(Topics.COMMANDS, "max.message.bytes")).isEqualTo("1048588");
    }

    @Test
    void a_message_of_five_megabytes_is_refused_to_its_sender() {
        Topic topic = SharedBroker.newTopic("requests");
        try (KafkaProducer<byte[], byte[]> department = new KafkaProducer<>(connection.producer())) {
            assertThat(department.send(new ProducerRecord<>(topic.name(), new byte[5_000_000])))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat().withCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void a_topic_that_exists_otherwise_is_reported_and_left_as_it_is() throws Exception {
        Topic topic = new Topic(SharedBroker.uniqueName("other"), BY_KEY, COMPACT, Optional.empty());
        try (Admin admin = Admin.create(connection.admin())) {
            admin.createTopics(List.of(new NewTopic(topic.name(), 2, (short) 1)
                    .configs(Map.of("cleanup.policy", "delete", "retention.ms", "1000")))).all().get();
        }

        List<Difference> differences = provisioner.provide(List.of(topic));

        assertThat(differences).containsExactlyInAnyOrder(new Difference(topic.name(), "partitions", "3", "2"),
                new Difference(topic.name(), "cleanup.policy", "compact", "delete"),
                new Difference(topic.name(), "retention.ms", "-1", "1000"));
        assertThat(partitions(topic)).isEqualTo(2);
        assertThat(setting(topic, "cleanup.policy")).isEqualTo("delete");
        assertThat(differences.getFirst().inWords()).contains(topic.name(), "partitions 2", "left as it is",
                "hub.kafka.partitions");
    }

    @Test
    void a_cluster_that_does_not_answer_is_named_with_what_to_check() {
        BackboneSettings nowhere = BackboneSettings.at("127.0.0.1:9", Path.of("unused"));
        KafkaConnection quick = KafkaConnection.to("127.0.0.1:9",
                new BackboneSettings(nowhere.bootstrapServers(), nowhere.dataFolder(), 0, 6, 1,
                        Optional.empty(), Map.of("default.api.timeout.ms", "1500", "request.timeout.ms", "1000")));
        assertThatExceptionOfType(BackboneException.class)
                .isThrownBy(() -> new TopicProvisioner(quick).provide(Topics.central()))
                .withMessageContaining("127.0.0.1:9").withMessageContaining("hub.kafka.bootstrap-servers");
    }

    private int partitions(Topic topic) throws Exception {
        try (Admin admin = Admin.create(connection.admin())) {
            return requireNonNull(admin.describeTopics(List.of(topic.name())).allTopicNames().get().get(topic.name()))
                    .partitions().size();
        }
    }

    private String setting(Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (Admin admin = Admin.create(connection.admin())) {
            return requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource)).get(name).value();
        }
    }
}
