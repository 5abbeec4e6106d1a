package uk.gov.datashare.connectors.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topic;

/** Headers by which a sender might steer Camel, a mail server or the next reader end at the hub's door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForeignHeadersTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Backbone backbone = SharedBroker.backbone();
    private final Raw raw = Raw.shared();
    private final Topic in = SharedBroker.newTopic("in");
    private final Topic out = SharedBroker.newTopic("out");
    private final String name = SharedBroker.uniqueName("stage");

    @Test
    void none_reaches_a_stage_or_the_next_topic() {
        Map<String, String> headers = new HashMap<>(Samples.FOREIGN_HEADERS);
        headers.putAll(Samples.headers());
        raw.produce(List.of(Raw.record(in, "key", "{}", headers)));
        List<Set<String>> onTheExchange = new CopyOnWriteArrayList<>();
        List<Received> received = new CopyOnWriteArrayList<>();

        try (var _ = RunningRoutes.start(backbone, List.of(Subscription.to(name, in)), new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct(name))
                        .process(exchange -> onTheExchange.add(exchange.getMessage().getHeaders().keySet()))
                        .process(exchange -> received.addAll(Exchanges.list(exchange, Received.class)))
                        .transform(Stage.each(name, InstantSource.fixed(Samples.NOON),
                                _ -> List.of(Samples.event(out, "key", "answer"))))
                        .to(direct(Backbone.SEND));
            }
        })) {
            assertThat(Raw.headers(raw.read(out, 1).getFirst())).containsOnlyKeys("ce_specversion", "ce_id",
                    "ce_source", "ce_type", "ce_subject",
                    "ce_time", "ce_dataschema", "ce_partitionkey", "ce_correlationid", "ce_causationid",
                    "ce_traceparent", "content-type");
        }
        assertThat(onTheExchange).containsExactly(Set.of());
        assertThat(received).singleElement()
                .satisfies(one -> assertThat(one.headers().keySet()).isSubsetOf(headersOfTheBinding()));
    }

    @Test
    void none_that_a_route_left_on_its_exchange_is_sent() {
        try (var routes = RunningRoutes.start(backbone, List.of(), new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct(name)).to(direct(Backbone.SEND));
            }
        })) {
            routes.camel().createProducerTemplate().requestBodyAndHeaders("direct:" + name,
                    List.of(Samples.event(out, "key", "answer")),
                    new HashMap<>(Samples.FOREIGN_HEADERS));
        }
        assertThat(raw.read(out, 1)).singleElement().satisfies(one -> {
            assertThat(one.topic()).isEqualTo(out.name());
            assertThat(new String(one.key(), StandardCharsets.UTF_8)).isEqualTo("key");
            assertThat(Raw.headers(one).keySet())
                    .isEqualTo(Set.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject",
                            "ce_time", "ce_dataschema", "ce_partitionkey", "ce_correlationid", "ce_causationid",
                            "ce_traceparent", "content-type"));
        });
    }

    @Test
    void a_record_that_is_no_event_and_a_tombstone_reach_the_stage_and_say_what_they_are() {
        List<Received> received = new CopyOnWriteArrayList<>();
        raw.produce(List.of(new ProducerRecord<>(in.name(), 0, null, "hello".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>(in.name(), 0, "gone".getBytes(StandardCharsets.UTF_8), null)));

        try (var _ = RunningRoutes.start(backbone, Subscription.to(name, in), batch -> {
            received.addAll(batch);
            return batch.stream().map(
                    one -> (Outgoing) DeadLetter.of(one, name, new IllegalArgumentException("no event"), Samples.NOON))
                    .toList();
        })) {
            await().atMost(SOON).until(() -> received.size() == 2);
        }
        assertThat(received.getFirst().key()).isEmpty();
        assertThat(received.getFirst().read()).isInstanceOf(Read.NotAnEvent.class);
        assertThat(received.getLast().isTombstone()).isTrue();
        assertThat(received.getLast().key()).contains("gone");
    }

    private static Set<String> headersOfTheBinding() {
        return Set.of("ce_specversion", "ce_id", "ce_source", "ce_type", "content-type");
    }
}
