package uk.gov.datashare.connectors.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaConnectionTest {

    private static final BackboneSettings SECRETIVE = new BackboneSettings(Optional.of("kafka.example.invalid:9093"),
            Path.of("data"), 0, 12, 3,
            Optional.of("hub-a"), Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "password=hunter2"));

    private final KafkaConnection connection = KafkaConnection.to("kafka.example.invalid:9093", SECRETIVE);

    @Test
    void secrets_reach_every_client_and_no_text() throws Exception {
        assertThat(List.of(connection.producer(), connection.reader(), connection.member("g"), connection.admin()))
                .allSatisfy(client -> assertThat(client).containsEntry("sasl.jaas.config", "password=hunter2")
                        .containsEntry("security.protocol", "SASL_SSL"));
        assertThat(connection.streams("process")).containsEntry("sasl.jaas.config", "password=hunter2");
        assertThat(SECRETIVE.toString() + connection).doesNotContain("hunter2");

        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(Backbone.open(SECRETIVE).routes(List.of(Subscription.to("stage", Topics.COMMANDS))));
            assertThat(camel.getRouteDefinitions().toString()).contains("datashare.commands.v1")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void streams_run_exactly_once_and_are_back_soon() {
        Properties streams = connection.streams("process");

        assertThat(streams).containsEntry("application.id", "datashare.process")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic")
                .containsEntry("group.instance.id", "datashare.process.hub-a")
                .containsEntry("session.timeout.ms", "8000").containsEntry("num.standby.replicas", "1")
                .containsEntry("replication.factor", "3");
    }

    @Test
    void a_hub_without_a_name_keeps_the_one_that_its_folder_gives_it() {
        KafkaConnection one = KafkaConnection.to("x:1", BackboneSettings.embedded(Path.of("a")));
        assertThat(one.instanceName())
                .isEqualTo(KafkaConnection.to("x:2", BackboneSettings.embedded(Path.of("./a"))).instanceName())
                .isNotEqualTo(KafkaConnection.to("x:1", BackboneSettings.embedded(Path.of("b"))).instanceName());
    }

    @Test
    void a_pattern_is_shown_as_a_person_would_write_it() {
        assertThat(Subscription.toEvery("intake", Topics.everyRequestsTopic()).topics())
                .isEqualTo("datashare.*.requests.v1");
        assertThat(Subscription.to("x", Topics.EVENTS, Topics.COMMANDS).topics())
                .isEqualTo("datashare.commands.v1,datashare.events.v1");
    }
}
